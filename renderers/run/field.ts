import { isAbsent, log10, toNumber, type RunRecord, type Scaled, type Table } from '../../src/record'
import { linearPosition, position, type ColorScale } from './colorScale'
import { colorIndex } from './palette'
import type { Heat } from './scene'
import { shown } from './shown'

/** Cells that have no place on the scale. */
export const ABSENT_CELL = -1
export const ZERO_CELL = -2
export const NONFINITE_CELL = -3

/** What plain float32 would have made of a gradient that the record still holds: nothing, zero or infinity. */
export const KEPT = 0
export const BELOW_FLOAT32 = 1
export const ABOVE_FLOAT32 = 2

/** A quantity as places on its scale: all that a picture of it needs, computed once for every zoom and size. */
export interface Field {
  readonly columns: number
  readonly layers: number
  /** [columns × layers]: the index of a colour, or one of the cells above */
  readonly cells: Int16Array
  /** [columns × layers]: `KEPT`, `BELOW_FLOAT32` or `ABOVE_FLOAT32` */
  readonly lost: Uint8Array
}

export function fieldOf(record: RunRecord, { name, table, scale }: Pick<Heat, 'name' | 'table' | 'scale'>): Field {
  const { columns, layers, mantissa, exponent } = table
  const cells = new Int16Array(columns * layers)
  for (let i = 0; i < cells.length; i++) cells[i] = cellIndex({ mantissa: mantissa[i]!, exponent: exponent[i]! }, scale)
  return { columns, layers, cells, lost: shown(name).gradient ? lostOf(record, table) : new Uint8Array(cells.length) }
}

function cellIndex(number: Scaled, scale: ColorScale): number {
  if (isAbsent(number.exponent)) return ABSENT_CELL
  if (!Number.isFinite(number.mantissa)) return NONFINITE_CELL
  if (scale.kind !== 'log') return colorIndex(linearPosition(scale, toNumber(number)!))
  return number.mantissa === 0 ? ZERO_CELL : colorIndex(position(scale, log10(number)))
}

/** Records that tell in how many steps float32 lost a layer's gradient are believed; of others the magnitude decides. */
function lostOf({ quantities }: RunRecord, { mantissa, exponent }: Table): Uint8Array {
  const { underflow_fraction: under, overflow_fraction: over } = quantities
  const lost = new Uint8Array(mantissa.length)
  for (let i = 0; i < lost.length; i++) {
    if (isAbsent(under.exponent[i]!)) lost[i] = beyond(mantissa[i]!, exponent[i]!)
    else lost[i] = under.mantissa[i]! > 0 ? BELOW_FLOAT32 : over.mantissa[i]! > 0 ? ABOVE_FLOAT32 : KEPT
  }
  return lost
}

/** float32's smallest number is 2^-149 and its largest a little less than 2^128. */
function beyond(mantissa: number, exponent: number): number {
  if (mantissa === 0 || !Number.isFinite(mantissa)) return KEPT
  return exponent < -149 ? BELOW_FLOAT32 : exponent >= 128 ? ABOVE_FLOAT32 : KEPT
}
