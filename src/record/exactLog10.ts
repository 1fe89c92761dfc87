import { isAbsent, type Scaled } from './scaled'

const LOG10_OF_2 = 0.30102999566398119521
const LOG10_OF_E = 0.43429448190325182765

/** Terms of the series; (1/3)^(2·17) is below 2^-52. */
const TERMS = 17

/**
 * log10 |number| with the same bits on every host, for what is kept in files (`log10` uses the host's logarithm): only +, · and ÷, which
 * IEEE 754 rounds alike everywhere. ln m = 2·artanh((m - 1) / (m + 1)) for 1 ≤ m < 2, by its series. -Infinity for zero, NaN for NaN
 * and for what does not apply.
 */
export function exactLog10({ mantissa, exponent }: Scaled): number {
  const size = Math.abs(mantissa)
  if (isAbsent(exponent) || Number.isNaN(size)) return NaN
  if (size === 0) return -Infinity
  if (size === Infinity) return Infinity
  const z = (size - 1) / (size + 1)
  let sum = 0
  for (let k = TERMS; k >= 0; k--) sum = sum * z * z + 1 / (2 * k + 1)
  return 2 * z * sum * LOG10_OF_E + exponent * LOG10_OF_2
}
