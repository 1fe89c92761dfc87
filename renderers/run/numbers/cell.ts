import { isAbsent, log10, type Scaled } from '../../../src/record'

/** What a cell of the heatmap is, before any colour. */
export type Cell =
  { readonly kind: 'finite'; readonly log: number } | { readonly kind: 'zero' | 'nonfinite' | 'absent' }

/**
 * NaN and infinity are findings of their own, and so is a gradient that is exactly zero: neither is merely very small.
 */
export function cellOf(number: Scaled): Cell {
  if (isAbsent(number.exponent)) return { kind: 'absent' }
  if (!Number.isFinite(number.mantissa)) return { kind: 'nonfinite' }
  if (number.mantissa === 0) return { kind: 'zero' }
  return { kind: 'finite', log: log10(number) }
}

/** log10 of a finite number that is not zero, else null. */
export function finiteLog(number: Scaled): number | null {
  const cell = cellOf(number)
  return cell.kind === 'finite' ? cell.log : null
}
