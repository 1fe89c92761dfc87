import { ACTIVATIONS, activationEntry, isActivationName } from '../../../src/catalogue'

/** φ and φ′ at z, for drawing. */
export interface ActivationCurve {
  value(z: number): number
  slope(z: number): number
}

/** The curve of an activation by its name in a record; null for softmax, which is no function of one number. */
export function activationCurve(
  name: string,
  negativeSlope: number = ACTIVATIONS.leaky_relu.parameters.negative_slope.default
): ActivationCurve | null {
  if (!isActivationName(name)) return null
  const { value, slope } = activationEntry(name)
  return { value: z => value(z, negativeSlope), slope: z => slope(z, negativeSlope) }
}
