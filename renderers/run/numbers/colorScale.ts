import { at, toNumber, type RunRecord, type Scaled, type Table } from '../../../src/record'
import { finiteLog } from './cell'
import { kindOf, tableOf, type FigureQuantity } from './quantities'
import { niceStep } from './ticks'

/** How numbers become colours. */
export type ColorScale = LogScale | SignedScale | FractionScale

/**
 * `middle` is the healthy power of ten and `reach` the decades from it to the palette's ends; both whole, as ticks are.
 */
export interface LogScale {
  readonly kind: 'log'
  readonly middle: number
  readonly reach: number
  /** where the middle comes from: a layer at initialisation, a rule of thumb or the run's own numbers */
  readonly source: 'output' | 'input' | 'rule' | 'median'
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

/**
 * Every reach has three tick intervals on each side. Six decades show a factor of ten; beyond twelve all is lost alike.
 */
const REACHES = [6, 9, 12] as const

/** No layer far outside this range, in powers of ten, counts as healthy, whatever the others do. */
const MIDDLE_RANGE = 3

/** An optimizer's healthy step is about a thousandth of the weights. */
const HEALTHY_UPDATE_RATIO = -3

/** The scale of one run's figure. */
export const colorScale = (record: RunRecord, name: FigureQuantity): ColorScale => sharedScale([record], name)

/**
 * One scale for figures that are compared: what has the same colour has the same size in all of them. For a magnitude
 * it comes from initialisation (the first column in which the quantity exists), so colours never change their meaning
 * while a run goes on. Its middle is the magnitude where the signal enters: for gradients the output layer, as what is
 * much smaller nearer to the input has vanished on its way and what is much larger has exploded. It is a power of ten
 * (10⁰ for nearly every classifier), so that charts can be compared by eye.
 */
export function sharedScale(records: readonly RunRecord[], name: FigureQuantity): ColorScale {
  const kind = kindOf(name)
  if (kind === 'fraction') return { kind: 'fraction' }
  if (kind === 'signed') return { kind: 'signed', reach: reachOf(records.map(record => tableOf(record, name))) }
  const logs = records.map(record => firstLogs(tableOf(record, name)))
  const { power, source } = healthy(logs, name)
  const middle = Math.min(MIDDLE_RANGE, Math.max(-MIDDLE_RANGE, Math.round(power) + 0))
  const far = Math.max(0, ...logs.flat().map(log => (log === null ? 0 : Math.abs(log - middle))))
  return { kind: 'log', middle, reach: REACHES.find(reach => far <= reach + 0.5) ?? REACHES.at(-1)!, source }
}

/** Where a power of ten stands between the palette's ends, -1 … 1. */
export const position = ({ middle, reach }: Pick<LogScale, 'middle' | 'reach'>, log: number): number =>
  Math.min(1, Math.max(-1, (log - middle) / reach))

/** Where a number on a linear scale stands between the palette's ends, -1 … 1. */
export const linearPosition = (scale: SignedScale | FractionScale, value: number): number =>
  Math.min(1, Math.max(-1, scale.kind === 'signed' ? value / scale.reach : 2 * value - 1))

/** How many colours a scale has on each side of its middle. */
export const STEPS = 128

/** The index of the colour at `position`, -1 … 1, among 2 · STEPS + 1. */
export const colorIndex = (position: number): number => Math.round((position + 1) * STEPS)

/** Numbers for the legend, from end to end; of a log scale their powers of ten. */
export function ticks(scale: ColorScale): number[] {
  if (scale.kind === 'fraction') return [0, 0.25, 0.5, 0.75, 1]
  if (scale.kind === 'signed') return [-1, -0.5, 0, 0.5, 1].map(share => share * scale.reach)
  return [-3, -2, -1, 0, 1, 2, 3].map(third => scale.middle + (third * scale.reach) / 3)
}

type Logs = readonly (number | null)[]

function healthy(logs: readonly Logs[], name: FigureQuantity): { power: number; source: LogScale['source'] } {
  if (name === 'update_ratio') return { power: HEALTHY_UPDATE_RATIO, source: 'rule' }
  const source = name === 'activation_std' ? 'input' : 'output'
  const entries = logs.map(all => all.at(source === 'input' ? 0 : -1) ?? null).filter(log => log !== null)
  if (entries.length > 0 && name !== 'weight_l2') return { power: median(entries), source }
  return { power: median(logs.flat().filter(log => log !== null)), source: 'median' }
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
function reachOf(tables: readonly Table[]): number {
  return niceStep(Math.max(1, ...tables.map(largestSize)))
}

function largestSize({ mantissa, exponent }: Table): number {
  let largest = 0
  for (let i = 0; i < mantissa.length; i++) {
    const size = Math.abs(toNumber({ mantissa: mantissa[i]!, exponent: exponent[i]! } satisfies Scaled) ?? 0)
    if (size > largest && Number.isFinite(size)) largest = size
  }
  return largest
}
