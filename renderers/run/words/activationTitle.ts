import type { ActivationData } from '../numbers/activationData'
import { TEXTS } from './texts'

/** "sigmoid φ(z) of hidden 1" */
export function activationTitle({ layer, activation, points, normalized }: ActivationData): string {
  const { title, normalized: ofNormalized, noCurve } = TEXTS.activation
  const text = points.length === 0 ? noCurve : normalized ? ofNormalized : title
  return text(activation, layer)
}
