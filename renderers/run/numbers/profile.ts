import { at, isAbsent, log10, toNumber, type Table } from '../../../src/record'
import { cellOf } from './cell'
import type { Layout } from '../chart/layout'
import { epochOf } from './look'
import type { ColorScale } from './colorScale'
import { powerOfTen } from '../words/powerOfTen'
import type { Extent, Heat, Scene } from '../chart/scene'

/** One layer of the profile: `x` is null where there is nothing to draw. */
export interface ProfilePoint {
  readonly series: 'init' | 'chosen'
  readonly index: number
  readonly row: string
  /** the number on a linear scale, its power of ten on a log scale */
  readonly x: number | null
  /** what stands in the number's place */
  readonly sign: '' | '×' | '○'
}

/** The quantity by layer, at the chosen epoch and at the first column that has it. */
export function profilePoints({ record, look, layout: { rows } }: Scene, heat: Heat): ProfilePoint[] {
  const point = (series: ProfilePoint['series'], column: number) => (row: string, index: number) => ({
    ...{ series, index, row },
    ...placed(heat, column, index)
  })
  const chosen = epochOf(record, look)
  if (chosen < 0) return []
  return [...rows.map(point('init', firstColumn(heat.table))), ...rows.map(point('chosen', chosen))]
}

/** The first column in which the quantity exists: update ratios have none at initialisation. */
export function firstColumn({ exponent, layers }: Table): number {
  const index = exponent.findIndex(value => !isAbsent(value))
  return index < 0 ? 0 : Math.floor(index / layers)
}

function placed({ table, scale }: Heat, column: number, layer: number) {
  const number = at(table, column, layer)
  const cell = cellOf(number)
  if (cell.kind === 'nonfinite') return { x: null, sign: '×' as const }
  if (cell.kind === 'absent') return { x: null, sign: '' as const }
  if (scale.kind !== 'log') return { x: toNumber(number), sign: '' as const }
  return cell.kind === 'finite' ? { x: cell.log, sign: '' as const } : { x: null, sign: '○' as const }
}

/** The profile's axis, as signals of the chart. */
export interface ProfileAxis {
  readonly span: readonly [number, number]
  readonly ticks: readonly number[]
  readonly labels: readonly string[]
}

/** It holds all that was recorded, so that it stands still while the cursor moves. */
export function profileAxis(heat: Heat, { profileWidth, text }: Layout): ProfileAxis {
  const { scale } = heat
  const [low, high] = rangeOf(heat)
  if (scale.kind === 'log') return logAxis([low, high], Math.max(2, profileWidth / (text * 4)))
  const ticks = [0, 0.5, 1].map(share => low + share * (high - low))
  const label = (tick: number) => (scale.kind === 'fraction' ? `${100 * tick} %` : String(tick).replace('-', '−'))
  return { span: [low, high], ticks, labels: ticks.map(label) }
}

function logAxis([low, high]: readonly [number, number], most: number): ProfileAxis {
  const step = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500].find(step => (high - low) / step <= most) ?? 1000
  const first = Math.ceil(low / step) * step
  const ticks = Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step)
  return { span: [low, high], ticks, labels: ticks.map(powerOfTen) }
}

/** A linear scale's ends; on a log scale the powers of ten of everything finite. */
export function extentOf(
  { mantissa, exponent }: Table,
  scale: ColorScale,
  known?: Pick<Heat, 'table' | 'extent'>
): Extent {
  if (scale.kind !== 'log') return scale.kind === 'signed' ? [-scale.reach, scale.reach] : [0, 1]
  let [low, high] = known?.extent ?? [scale.middle, scale.middle]
  for (let i = known?.table.mantissa.length ?? 0; i < mantissa.length; i++) {
    const log = log10({ mantissa: mantissa[i]!, exponent: exponent[i]! })
    if (!Number.isFinite(log)) continue
    if (log < low) low = log
    if (log > high) high = log
  }
  return [low, high]
}

/** What the axis has to reach: on a log scale whole decades, at least three. */
function rangeOf({ scale, extent: [low, high] }: Heat): Extent {
  if (scale.kind !== 'log') return [low, high]
  const from = Math.floor(low - 0.25)
  return [from, Math.max(Math.ceil(high + 0.25), from + 3)]
}
