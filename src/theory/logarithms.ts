import { formatScaled, scaled } from '../record'

/* Sums of numbers that are known by their natural logarithms, as signals of deep nets leave the range of float64. */

/** ln(eᵃ + eᵇ). */
export function lnSum(a: number, b: number): number {
  const most = Math.max(a, b)
  return Number.isFinite(most) ? most + Math.log1p(Math.exp(Math.min(a, b) - most)) : most
}

/** ln of the mean of the numbers with these logarithms. */
export const lnMean = (logs: readonly number[]): number => logs.reduce(lnSum, -Infinity) - Math.log(logs.length)

/** The number with this logarithm as text, also beyond float64's range: "1.25e-412". */
export function expText(ln: number, digits: number): string {
  if (!Number.isFinite(ln)) return String(Math.exp(ln))
  const exponent = Math.floor(ln / Math.LN2)
  return formatScaled(scaled(Math.exp(ln - exponent * Math.LN2), exponent), digits)
}
