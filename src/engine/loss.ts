import { exp, ln, log1p } from '../arithmetic'
import { linkOf } from '../catalogue'
import { thresholdOf } from './answer'
import type { LossName, TrainingTask } from './spec'

/** What the output layer answers for one sample, its logits z where it is linear, [outputs] at logits[start …], and its targets, at targets[targetStart …]. */
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

/** factor · mean over the outputs of (z - t)²; slope 2 factor (z - t) / outputs. */
const squaredError = (factor: 1 | 0.5): Loss => ({
  targetWidth: outputs => outputs,
  value(logits, start, outputs, targets, targetStart) {
    let sum = 0
    for (let i = 0; i < outputs; i++) {
      const error = logits[start + i]! - targets[targetStart + i]!
      sum += error * error
    }
    return (factor * sum) / outputs
  },
  slope(logits, start, outputs, targets, targetStart, gradient, count) {
    const scale = (2 * factor) / (count * outputs)
    for (let i = 0; i < outputs; i++) gradient[start + i] = scale * (logits[start + i]! - targets[targetStart + i]!)
  },
  right: () => NaN
})

/** Mean over the outputs of |z - t|; slope ±1 / outputs, and 0 where z is t, as PyTorch has it. */
const absoluteError: Loss = {
  targetWidth: outputs => outputs,
  value(logits, start, outputs, targets, targetStart) {
    let sum = 0
    for (let i = 0; i < outputs; i++) sum += Math.abs(logits[start + i]! - targets[targetStart + i]!)
    return sum / outputs
  },
  slope(logits, start, outputs, targets, targetStart, gradient, count) {
    for (let i = 0; i < outputs; i++)
      gradient[start + i] = Math.sign(logits[start + i]! - targets[targetStart + i]!) / (count * outputs)
  },
  right: () => NaN
}

/** The fraction of outputs that are on the right side of `threshold`. */
function rightAbove(threshold: number): Loss['right'] {
  return (answers, start, outputs, targets, targetStart) => {
    let sum = 0
    for (let i = 0; i < outputs; i++) {
      const z = answers[start + i]!
      if (z === z && z > threshold === targets[targetStart + i]! > 0.5) sum++
    }
    return sum / outputs
  }
}

/** 1 where the largest output is that of the target's 1; of equal outputs the first counts, and NaN is never right. */
const rightOfIndicators: Loss['right'] = (answers, start, outputs, targets, targetStart) =>
  firstLargest(answers, start, outputs) === firstLargest(targets, targetStart, outputs) ? 1 : 0

/** The place of the largest number; the one behind the last if any is NaN. */
function firstLargest(values: Logits, start: number, count: number): number {
  const max = maximum(values, start, count)
  let first = 0
  while (first < count && values[start + first] !== max) first++
  return first
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
  right: rightAbove(0)
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
    return firstLargest(logits, start, outputs) === targets[targetStart] ? 1 : 0
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
  mse: squaredError(1),
  half_mse: squaredError(0.5),
  mae: absoluteError,
  binary_crossentropy: binaryCrossentropy,
  categorical_crossentropy: categoricalCrossentropy
}

/** The function that `name` names; cross-entropies work on logits, and a single output says the second class above 0. */
export const lossOf = (name: LossName): Loss => LOSSES[name]

/** The same for what `task` asks its samples to be judged by: indicators of classes, and what a single output's middle is. */
export function lossFor(task: Pick<TrainingTask, 'loss' | 'indicators' | 'layers'>): Loss {
  const loss = lossOf(task.loss)
  if (linkOf(task.loss) === 'linear') return task.indicators === true ? { ...loss, right: rightOfIndicators } : loss
  return linkOf(task.loss) === 'sigmoid' ? { ...loss, right: rightAbove(thresholdOf(task)) } : loss
}
