import type { Dataset } from '../dataset'
import type { LossName, Samples } from '../engine'
import { ln } from '../arithmetic'
import type { Baseline, Size } from '../record'

/** What `data`'s training split says of a loss by itself. */
export function baselineOf({ train, task, classNames, outputs }: Dataset, loss: LossName): Baseline {
  const trivial =
    task === 'regression' ? trivialLossOfNumbers(train, outputs, loss) : trivialLossOfClasses(train, classNames, loss)
  return {
    trivialLoss: Number.isFinite(trivial) ? trivial : null,
    inputs: sizeOf(train.inputs),
    targets: task === 'regression' ? sizeOf(train.targets) : null
  }
}

/** The root mean square is taken of shares of the largest, so that it does not overflow. */
function sizeOf(values: Float64Array): Size {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  if (largest === 0) return { rms: 0, largest }
  let sum = 0
  for (const value of values) sum += (value / largest) * (value / largest)
  return { rms: largest * Math.sqrt(sum / values.length), largest }
}

/** Of the best constant: the variance of the targets for mse, half of it for half_mse, the mean distance from the median for mae. */
function trivialLossOfNumbers(train: Samples, outputs: number, loss: LossName): number {
  if (loss === 'mae') return distanceFromMedian(train, outputs)
  return (loss === 'half_mse' ? 0.5 : 1) * variance(train, outputs)
}

/** Of the targets [count × outputs], each output about its own median. */
function distanceFromMedian({ count, targets }: Samples, outputs: number): number {
  let sum = 0
  for (let output = 0; output < outputs; output++) {
    const own = new Float64Array(count).map((_, row) => targets[row * outputs + output]!).sort()
    const median = own[count >> 1]!
    for (const value of own) sum += Math.abs(value - median) / count
  }
  return sum / outputs
}

/** Of the targets [count × outputs], each output about its own mean: the loss of mse for the best constant. */
function variance({ count, targets }: Samples, outputs: number): number {
  let sum = 0
  for (let output = 0; output < outputs; output++) {
    let mean = 0
    for (let row = 0; row < count; row++) mean += targets[row * outputs + output]! / count
    for (let row = 0; row < count; row++) {
      const error = targets[row * outputs + output]! - mean
      sum += (error * error) / count
    }
  }
  return sum / outputs
}

/**
 * With the classes' shares p: -Σ p ln p for the cross-entropies; on their indicators the mean over the outputs of p (1 - p) for mse, of half
 * of that for half_mse, of the smaller of p and 1 - p for mae.
 */
function trivialLossOfClasses({ count, targets }: Samples, classes: readonly string[], loss: LossName): number {
  const shares = new Float64Array(classes.length)
  for (let row = 0; row < count; row++) shares[targets[row]!]! += 1 / count
  const mean = (of: (p: number) => number) => shares.reduce((sum, p) => sum + of(p), 0) / classes.length
  if (loss === 'mse') return mean(p => p * (1 - p))
  if (loss === 'half_mse') return mean(p => 0.5 * p * (1 - p))
  if (loss === 'mae') return mean(p => Math.min(p, 1 - p))
  return shares.reduce((sum, p) => sum - (p > 0 ? p * ln(p) : 0), 0)
}
