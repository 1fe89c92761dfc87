import type { ActivationData } from '../numbers/activationData'

/** "sigmoid φ(z) of hidden 1" */
export function activationTitle({ layer, activation, points, normalized }: ActivationData): string {
  if (points.length === 0) return `${layer}: ${activation}, no curve`
  return normalized ? `${activation} of ${layer}, z normalized` : `${activation} φ(z) of ${layer}`
}
