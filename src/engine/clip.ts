import { scaled, toNumber } from '../record'
import type { ScaledRow } from './backend'
import { writeNorm } from './magnitude'
import type { OptimizerSpec } from './spec'

/**
 * Clips the flat gradient of all parameters in place: first clipnorm, the factor min(1, c / (‖g‖ + 1e-6)) of PyTorch's
 * clip_grad_norm_, then clipvalue, every element into [-c, c]. NaN stays NaN.
 */
export function createClip({ clipnorm, clipvalue }: OptimizerSpec): (gradient: Float64Array) => void {
  const norm: ScaledRow = { value: new Float64Array(1), exponent: new Int32Array(1) }
  return gradient => {
    if (clipnorm !== null) scaleTo(gradient, clipnorm, norm)
    if (clipvalue !== null) clamp(gradient, clipvalue)
  }
}

const NORM_FLOOR = 1e-6

function scaleTo(gradient: Float64Array, clipnorm: number, norm: ScaledRow): void {
  writeNorm(norm, 0, gradient, 0, gradient.length)
  const factor = clipnorm / (toNumber(scaled(norm.value[0]!, norm.exponent[0]!))! + NORM_FLOOR)
  if (factor >= 1) return
  for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i]! * factor
}

function clamp(gradient: Float64Array, limit: number): void {
  for (let i = 0; i < gradient.length; i++) gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]!))
}
