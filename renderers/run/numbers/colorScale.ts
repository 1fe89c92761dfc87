import { at, toNumber, type Scaled, type Table } from '../../../src/record'
import { finiteLog } from './cell'
import { kindOf, tableOf, type FigureQuantity } from './quantities'
import { referenceOf } from './relative'
import { multiples, niceStep } from './ticks'
import type { Numbers } from './numbers'

/** How numbers become colours. */
export type ColorScale = LogScale | SignedScale | FractionScale

/** Decades from the middle of a log scale to the palette's ends; whole, as ticks are. */
export interface Reach {
  /** below the middle */
  readonly low: number
  /** above it */
  readonly high: number
}

/** `middle` is the power of ten that is called healthy. */
export interface LogScale extends Reach {
  readonly kind: 'log'
  readonly middle: number
  /** where the middle comes from: another layer, the layer itself, a rule of thumb or the run's own numbers */
  readonly source: 'lastHidden' | 'init' | 'output' | 'input' | 'rule' | 'median'
}

/** Linear from -reach to reach. */
export interface SignedScale {
  readonly kind: 'signed'
  readonly reach: number
}

/** Linear from 0 to 1. */
export interface FractionScale {
  readonly kind: 'fraction'
}

/** A quantity's numbers in one record, and how they become colours. */
export interface ColoredTable {
  readonly name: FigureQuantity
  readonly table: Table
  readonly scale: ColorScale
}

/** Whether colours show sizes as they are, and the least that the scale reaches, as other figures need it. */
export interface Scaling {
  readonly absolute: boolean
  readonly reach: Reach | null
}

/** Healthy nets stay within 1.5 decades of neutral, so the pale middle half of a scale is theirs. */
export const LEAST_REACH: Reach = { low: 3, high: 3 }

/** An optimizer's healthy step is about a thousandth of the weights. */
const HEALTHY_UPDATE_RATIO = -3

/**
 * The scale of a figure that shows `table` (`relativeTable` or `tableOf`). A ratio's middle is 1, for every net, loss and width: a good fit
 * stays pale while all gradients shrink. An absolute magnitude's middle comes from initialisation, so that colours never change their
 * meaning while a run goes on. `extent`: the least and largest finite power of ten among hidden layers; null of none.
 */
export function colorScale(
  record: Numbers,
  name: FigureQuantity,
  { absolute, reach }: Scaling,
  extent: readonly [low: number, high: number] | null
): ColorScale {
  const kind = kindOf(name)
  if (kind === 'fraction') return { kind: 'fraction' }
  if (kind === 'signed') return { kind: 'signed', reach: reachOf(tableOf(record, name)) }
  const { power, source } = middleOf(record, name, absolute)
  const own = extent === null ? LEAST_REACH : reachFrom(power, extent)
  return { kind: 'log', middle: power, source, ...widest([own, reach ?? LEAST_REACH]) }
}

const reachFrom = (middle: number, [low, high]: readonly [number, number]): Reach => ({
  low: Math.ceil(middle - low - SLACK),
  high: Math.ceil(high - middle - SLACK)
})

/** A tenth of a decade beyond a whole one is no reason for another. */
const SLACK = 0.1

/** What all of `reaches` need. */
export const widest = (reaches: readonly Reach[]): Reach => ({
  low: Math.max(LEAST_REACH.low, ...reaches.map(({ low }) => low)),
  high: Math.max(LEAST_REACH.high, ...reaches.map(({ high }) => high))
})

/** Where a power of ten stands between the palette's ends, -1 … 1. */
export function position({ middle, low, high }: Pick<LogScale, 'middle' | 'low' | 'high'>, log: number): number {
  const off = log - middle
  return Math.min(1, Math.max(-1, off < 0 ? off / low : off / high))
}

/** Where a number on a linear scale stands between the palette's ends, -1 … 1. */
export const linearPosition = (scale: SignedScale | FractionScale, value: number): number =>
  Math.min(1, Math.max(-1, scale.kind === 'signed' ? value / scale.reach : 2 * value - 1))

/** How many colours a scale has on each side of its middle. */
export const STEPS = 128

/** The index of the colour at `position`, -1 … 1, among 2 · STEPS + 1. */
export const colorIndex = (position: number): number => Math.round((position + 1) * STEPS)

/** A number for the legend: of a log scale its power of ten. */
export interface Tick {
  readonly value: number
  /** -1 … 1 between the palette's ends */
  readonly position: number
}

/** Numbers for the legend, from end to end. */
export function ticks(scale: ColorScale): Tick[] {
  if (scale.kind === 'fraction') return [0, 0.25, 0.5, 0.75, 1].map(value => ({ value, position: 2 * value - 1 }))
  if (scale.kind === 'signed')
    return [-1, -0.5, 0, 0.5, 1].map(share => ({ value: share * scale.reach, position: share }))
  const { middle, low, high } = scale
  const values = [
    ...half(low)
      .map(step => -step)
      .reverse(),
    0,
    ...half(high)
  ]
  return values.map(off => ({ value: middle + off, position: position(scale, middle + off) }))
}

/** About three steps from the middle to an end, the end always. */
function half(reach: number): number[] {
  const step = niceStep(Math.max(1, reach / 3))
  const inner = multiples(step, step, reach)
  const last = inner.at(-1) ?? 0
  return reach - last < 0.5 * step ? [...inner.slice(0, -1), reach] : [...inner, reach]
}

type Logs = readonly (number | null)[]

function middleOf(
  record: Numbers,
  name: FigureQuantity,
  absolute: boolean
): { power: number; source: LogScale['source'] } {
  if (name === 'update_ratio') return { power: HEALTHY_UPDATE_RATIO, source: 'rule' }
  const reference = referenceOf(name)
  if (reference !== null && !absolute) return { power: 0, source: reference }
  const logs = firstLogs(tableOf(record, name))
  const source = name === 'activation_std' ? 'input' : 'output'
  const entry = logs.at(source === 'input' ? 0 : -1) ?? null
  if (entry !== null && name !== 'weight_l2') return { power: entry, source }
  return { power: median(logs.filter(log => log !== null)), source: 'median' }
}

/** The upper median; 0 of nothing. */
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** The first column that holds any finite number, layer by layer; a layer's null stands for "no such number". */
function firstLogs(table: Table): Logs {
  for (let column = 0; column < table.columns; column++) {
    const logs = Array.from({ length: table.layers }, (_, layer) => finiteLog(at(table, column, layer)))
    if (logs.some(log => log !== null)) return logs
  }
  return []
}

/** The least of 1, 2, 5, 10 … that holds all numbers: it grows in few steps while a run goes on. */
const reachOf = (table: Table): number => niceStep(Math.max(1, largestSize(table)))

function largestSize({ mantissa, exponent }: Table): number {
  let largest = 0
  for (let i = 0; i < mantissa.length; i++) {
    const size = Math.abs(toNumber({ mantissa: mantissa[i]!, exponent: exponent[i]! } satisfies Scaled) ?? 0)
    if (size > largest && Number.isFinite(size)) largest = size
  }
  return largest
}
