import type { Dataset } from '../dataset'
import type { LossName, Samples } from '../engine'
import { ln } from '../arithmetic'
import type { Baseline, Size } from '../record'

/** What `data`'s training split says of a loss by itself. */
export function baselineOf({ train, task, classNames, outputs }: Dataset, loss: LossName): Baseline {
  const trivial =
    task === 'regression' ? variance(train, outputs) : trivialLossOfClasses(train, classNames.length, loss)
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

/** With the classes' shares p: -Σ p ln p for the cross-entropies, mean of p (1 - p) over the outputs for mse on their indicators. */
function trivialLossOfClasses({ count, targets }: Samples, classes: number, loss: LossName): number {
  const shares = new Float64Array(classes)
  for (let row = 0; row < count; row++) shares[targets[row]!]! += 1 / count
  if (loss === 'mse') return shares.reduce((sum, p) => sum + p * (1 - p), 0) / classes
  return shares.reduce((sum, p) => sum - (p > 0 ? p * ln(p) : 0), 0)
}
