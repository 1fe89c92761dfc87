import type { Experiment } from './experiment'
import { trainingSamples, widths, type DataShape } from './shape'

/** Seconds on a machine of 2024: to start a run, for a product of two numbers, and for a unit's value. */
const START = 0.08
const PRODUCT = { float32: 9e-11, float64: 9e-10 }
const VALUE = { float32: 1.5e-9, float64: 1.5e-8 }

/** Training passes each weight forward, backward, and into its gradient; testing forward only. */
const PASSES = 3

/**
 * About how many seconds all epochs take: parameters × samples × epochs, and units × samples × epochs. How fast this very
 * machine is, runs tell (see `Pace`).
 */
export function expectedSeconds(experiment: Experiment, shape: DataShape): number {
  const { epochs, precision, dataset } = experiment
  const all = widths(experiment, shape)
  const weights = all.slice(1).reduce((sum, outputs, i) => sum + outputs * all[i]!, 0)
  const units = all.slice(1).reduce((sum, outputs) => sum + outputs, 0)
  const train = trainingSamples(shape.samples, dataset.test_split)
  const test = shape.samples - train
  const sample = (passes: number) => passes * weights * PRODUCT[precision] + units * VALUE[precision]
  return START + epochs * (train * sample(PASSES) + test * sample(1))
}

/** Seconds that a run of many costs beside its epochs. */
const NEXT = 0.003

/** About how many seconds of one worker a run of many takes. */
export const expectedSecondsOfMany = (experiment: Experiment, shape: DataShape): number =>
  expectedSeconds(experiment, shape) - START + NEXT

/** How fast this machine is against the expected: learns from runs, trusting the newest most. */
export class Pace {
  private factor: number | null = null

  /** A run that took `seconds` and was expected to take `expected`; short ones tell too little. */
  learn(expected: number, seconds: number): void {
    if (seconds < LEAST_TELLING || !(expected > 0)) return
    const factor = seconds / expected
    this.factor = this.factor === null ? factor : Math.sqrt(this.factor * factor)
  }

  /** The seconds that a run will take, as far as is known. */
  predict(expected: number): number {
    return expected * (this.factor ?? 1)
  }
}

const LEAST_TELLING = 0.2
