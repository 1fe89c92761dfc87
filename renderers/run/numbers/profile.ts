import { at, isAbsent, log10, toNumber, type Table } from '../../../src/record'
import { cellOf } from './cell'
import type { ColoredTable, ColorScale } from './colorScale'

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

type Numbers = Pick<ColoredTable, 'table' | 'scale'>

/** The quantity by layer, at the chosen column and at the first one that has it; `rows` are the layers' names. */
export function profilePoints(numbers: Numbers, rows: readonly string[], chosen: number): ProfilePoint[] {
  const point = (series: ProfilePoint['series'], column: number) => (row: string, index: number) => ({
    series,
    index,
    row,
    ...placed(numbers, column, index)
  })
  if (chosen < 0) return []
  return [...rows.map(point('init', firstColumn(numbers.table))), ...rows.map(point('chosen', chosen))]
}

/** The first column in which the quantity exists: update ratios have none at initialisation. */
export function firstColumn({ exponent, layers }: Table): number {
  const index = exponent.findIndex(value => !isAbsent(value))
  return index < 0 ? 0 : Math.floor(index / layers)
}

function placed({ table, scale }: Numbers, column: number, layer: number): Pick<ProfilePoint, 'x' | 'sign'> {
  const number = at(table, column, layer)
  const cell = cellOf(number)
  if (cell.kind === 'nonfinite') return { x: null, sign: '×' }
  if (cell.kind === 'absent') return { x: null, sign: '' }
  if (scale.kind !== 'log') return { x: toNumber(number), sign: '' }
  return cell.kind === 'finite' ? { x: cell.log, sign: '' } : { x: null, sign: '○' }
}

/** The least and the largest power of ten, or number of a linear scale, that a profile has to show. */
export type Extent = readonly [low: number, high: number]

/** A table whose extent is known. */
export interface Extended {
  readonly table: Table
  readonly extent: Extent
}

/**
 * A linear scale's ends; on a log scale the powers of ten of everything finite. `known`: fewer columns of the same
 * numbers.
 */
export function extentOf({ mantissa, exponent }: Table, scale: ColorScale, known?: Extended): Extent {
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
