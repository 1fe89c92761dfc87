import { isAbsent, log10, toNumber, type Scaled, type Table } from '../../../src/record'
import { STEPS, colorIndex, linearPosition, position, type ColoredTable, type ColorScale } from './colorScale'
import { isGradient, tableOf } from './quantities'
import type { Numbers } from './numbers'

/** Cells that have no place on the scale. */
export const ABSENT_CELL = -1
export const ZERO_CELL = -2
export const NONFINITE_CELL = -3

/** The output stands apart where layers are compared: the step to it changes with its width, so its colour says nothing. */
const NEUTRAL_CELL = STEPS

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

/** `known`: the field of fewer columns of the same numbers on the same scale, which need not be worked out again. */
export function fieldOf(record: Numbers, { name, table, scale }: ColoredTable, known?: Field): Field {
  const { columns, layers, mantissa, exponent } = table
  const [cells, lost] = [new Int16Array(columns * layers), new Uint8Array(columns * layers)]
  if (known) {
    cells.set(known.cells)
    lost.set(known.lost)
  }
  const first = known?.cells.length ?? 0
  const apart = scale.kind === 'log' && scale.source === 'lastHidden' && layers > 1
  for (let i = first; i < cells.length; i++) {
    const index = cellIndex({ mantissa: mantissa[i]!, exponent: exponent[i]! }, scale)
    cells[i] = apart && i % layers === layers - 1 && index >= 0 ? NEUTRAL_CELL : index
  }
  if (isGradient(name)) putLost(lost, first, record, tableOf(record, name))
  return { columns, layers, cells, lost }
}

function cellIndex(number: Scaled, scale: ColorScale): number {
  if (isAbsent(number.exponent)) return ABSENT_CELL
  if (!Number.isFinite(number.mantissa)) return NONFINITE_CELL
  if (scale.kind !== 'log') return colorIndex(linearPosition(scale, toNumber(number)!))
  return number.mantissa === 0 ? ZERO_CELL : colorIndex(position(scale, log10(number)))
}

/**
 * Records that tell in how many steps float32 lost a layer's gradient are believed; of others the magnitude decides.
 */
function putLost(lost: Uint8Array, first: number, { quantities }: Numbers, { mantissa, exponent }: Table): void {
  const { underflow_fraction: under, overflow_fraction: over } = quantities
  for (let i = first; i < lost.length; i++) {
    if (isAbsent(under.exponent[i]!)) lost[i] = beyond(mantissa[i]!, exponent[i]!)
    else lost[i] = under.mantissa[i]! > 0 ? BELOW_FLOAT32 : over.mantissa[i]! > 0 ? ABOVE_FLOAT32 : KEPT
  }
}

/** float32's smallest number is 2^-149 and its largest a little less than 2^128. */
function beyond(mantissa: number, exponent: number): number {
  if (mantissa === 0 || !Number.isFinite(mantissa)) return KEPT
  return exponent < -149 ? BELOW_FLOAT32 : exponent >= 128 ? ABOVE_FLOAT32 : KEPT
}
