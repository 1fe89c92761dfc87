import { activationEntry, type ActivationSpec } from '../catalogue'
import { expectations } from './gaussian'

/** What an activation φ does to normal pre-activations √q · z. */
export interface Moments {
  /** E[φ] */
  readonly mean: number
  /** E[φ²] */
  readonly square: number
  /** E[φ′²] */
  readonly slopeSquare: number
  /** 3 E[φ′⁴] / E[φ′²]² - 1: what a layer of n units adds to the variance of ln delta², times n (Hanin & Nica 2019) */
  readonly spread: number
}

/** The moments of φ for pre-activations of mean 0 and second moment q ≥ 0. */
export function momentsOf(activation: ActivationSpec, q: number): Moments {
  const { value, slope } = activationEntry(activation.name)
  const negativeSlope = activation.name === 'leaky_relu' ? activation.negative_slope : 0
  const root = Math.sqrt(q)
  const sums = new Float64Array(4)
  expectations(sums, (z, at) => {
    const a = value(root * z, negativeSlope)
    const squared = slope(root * z, negativeSlope) ** 2
    at[0] = a
    at[1] = a * a
    at[2] = squared
    at[3] = squared * squared
  })
  const [mean, square, slopeSquare, slopeFourth] = sums as unknown as [number, number, number, number]
  return { mean, square, slopeSquare, spread: (3 * slopeFourth) / (slopeSquare * slopeSquare) - 1 }
}
