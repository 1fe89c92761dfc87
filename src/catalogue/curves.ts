/* Functions that several activations are made of. */

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

/** ln(1 + e^z), without overflow */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))

/** λ and α of selu (Klambauer et al. 2017) */
export const SELU_SCALE = 1.0507009873554805
export const SELU_ALPHA = 1.6732632423543772

/** The density of the standard normal distribution. */
export const bell = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The standard normal distribution function Φ by Zelen and Severo's approximation (Abramowitz & Stegun 26.2.17), to 1e-7. */
export function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t
  const tail = bell(z) * series
  return z < 0 ? tail : 1 - tail
}
