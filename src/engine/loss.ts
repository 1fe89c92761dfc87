import { exp, ln, log1p } from '../arithmetic'
import type { LossName } from './spec'

/** One sample's logits z [outputs], at logits[start …], and its targets, at targets[targetStart …]. */
export interface Loss {
  /** numbers in a sample's target */
  targetWidth(outputs: number): number
  /** the sample's loss */
  value(logits: Logits, start: number, outputs: number, targets: Float64Array, targetStart: number): number
  /** Writes ∂value/∂z / count into gradient[start …]. */
  slope(
    logits: Logits,
    start: number,
    outputs: number,
    targets: Float64Array,
    targetStart: number,
    gradient: Float64Array,
    count: number
  ): void
  /** 1 where the sample is classified rightly, else 0; several binary outputs: the fraction; NaN for a regression */
  right(logits: Logits, start: number, outputs: number, targets: Float64Array, targetStart: number): number
}

type Logits = Float64Array | Float32Array

/** Mean over the outputs of (z - t)²; slope 2 (z - t) / outputs. */
const meanSquaredError: Loss = {
  targetWidth: outputs => outputs,
  value(logits, start, outputs, targets, targetStart) {
    let sum = 0
    for (let i = 0; i < outputs; i++) {
      const error = logits[start + i]! - targets[targetStart + i]!
      sum += error * error
    }
    return sum / outputs
  },
  slope(logits, start, outputs, targets, targetStart, gradient, count) {
    const scale = 2 / (count * outputs)
    for (let i = 0; i < outputs; i++) gradient[start + i] = scale * (logits[start + i]! - targets[targetStart + i]!)
  },
  right: () => NaN
}

/** Mean over the outputs of -t ln σ(z) - (1 - t) ln(1 - σ(z)), as (1 - t) z - ln σ(z); slope (σ(z) - t) / outputs. */
const binaryCrossentropy: Loss = {
  targetWidth: outputs => outputs,
  value(logits, start, outputs, targets, targetStart) {
    let sum = 0
    for (let i = 0; i < outputs; i++) {
      const z = logits[start + i]!
      sum += (1 - targets[targetStart + i]!) * z - (Math.min(z, 0) - log1p(exp(-Math.abs(z))))
    }
    return sum / outputs
  },
  slope(logits, start, outputs, targets, targetStart, gradient, count) {
    for (let i = 0; i < outputs; i++) {
      const probability = 1 / (1 + exp(-logits[start + i]!))
      gradient[start + i] = (probability - targets[targetStart + i]!) / (count * outputs)
    }
  },
  right(logits, start, outputs, targets, targetStart) {
    let sum = 0
    for (let i = 0; i < outputs; i++) {
      const z = logits[start + i]!
      if (z === z && z > 0 === targets[targetStart + i]! > 0.5) sum++
    }
    return sum / outputs
  }
}

/** -ln softmax(z)_t = ln Σ e^(z_i - m) - (z_t - m), m = max z; slope softmax(z)_i - [i = t]. */
const categoricalCrossentropy: Loss = {
  targetWidth: () => 1,
  value(logits, start, outputs, targets, targetStart) {
    const max = maximum(logits, start, outputs)
    return logOfSum(logits, start, outputs, max) - (logits[start + targets[targetStart]!]! - max)
  },
  slope(logits, start, outputs, targets, targetStart, gradient, count) {
    const max = maximum(logits, start, outputs)
    const logSum = logOfSum(logits, start, outputs, max)
    for (let i = 0; i < outputs; i++) {
      const probability = exp(logits[start + i]! - max - logSum)
      gradient[start + i] = (i === targets[targetStart] ? probability - 1 : probability) / count
    }
  },
  right(logits, start, outputs, targets, targetStart) {
    const max = maximum(logits, start, outputs)
    let first = 0
    while (first < outputs && logits[start + first] !== max) first++
    return first === targets[targetStart] ? 1 : 0
  }
}

/** NaN if any logit is. */
function maximum(logits: Logits, start: number, outputs: number): number {
  let max = -Infinity
  for (let i = 0; i < outputs; i++) max = Math.max(max, logits[start + i]!)
  return max
}

function logOfSum(logits: Logits, start: number, outputs: number, max: number): number {
  let sum = 0
  for (let i = 0; i < outputs; i++) sum += exp(logits[start + i]! - max)
  return ln(sum)
}

const LOSSES: Readonly<Record<LossName, Loss>> = {
  mse: meanSquaredError,
  binary_crossentropy: binaryCrossentropy,
  categorical_crossentropy: categoricalCrossentropy
}

/** The function that `name` names; cross-entropies work on logits. */
export const lossOf = (name: LossName): Loss => LOSSES[name]
