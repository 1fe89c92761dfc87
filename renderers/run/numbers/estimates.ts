import type { RunRecord, Split } from '../../../src/record'
import { recordedAt } from './recordedAt'

/** What a regression's network said of a sample, and what would have been right, in the target's own unit. */
export interface Estimate {
  readonly sample: number
  readonly truth: number
  readonly value: number
}

/** One output of a regression. */
export interface EstimatedOutput {
  /** the column's name; null where the data has none */
  readonly name: string | null
  readonly estimates: readonly Estimate[]
  /** how many of them are not finite */
  readonly lost: number
  /** root mean square of the errors of the finite ones; NaN of none */
  readonly error: number
  /** standard deviation of what is right */
  readonly spread: number
}

/** The answers of a regression at one epoch. */
export interface Estimates {
  readonly epoch: number
  readonly split: Split
  readonly samples: number
  readonly outputs: readonly EstimatedOutput[]
}

/** What is known of a regression's answers at `epoch` or newest before; null where nothing was recorded. */
export function estimatesAt(record: RunRecord, epoch: number): Estimates | null {
  const { outcomeSubject: subject, outcomes } = record
  const outcome = recordedAt(outcomes, epoch)
  if (outcome === null || subject?.kind !== 'values') return null
  const { split, outputs, truth } = subject
  const samples = truth.length / outputs
  const all = Array.from({ length: outputs }, (_, output) => {
    const inUnit = unitOf(record, output)
    const estimates = Array.from({ length: samples }, (_, sample): Estimate => {
      const at = sample * outputs + output
      return { sample, truth: inUnit(truth[at]!), value: inUnit(outcome.values[at]!) }
    })
    return estimatedOutput(nameOf(record, output), estimates)
  })
  return { epoch: outcome.epoch, split, samples, outputs: all }
}

/** Targets that were standardized go back to the unit of their column. */
function unitOf({ data }: RunRecord, output: number): (value: number) => number {
  const scale = data.decisions?.targetScale?.[output]
  return scale ? value => value * scale.deviation + scale.mean : value => value
}

const nameOf = ({ data }: RunRecord, output: number): string | null => data.decisions?.target.names[output] ?? null

function estimatedOutput(name: string | null, estimates: readonly Estimate[]): EstimatedOutput {
  const told = estimates.filter(({ value }) => Number.isFinite(value))
  const truths = estimates.map(({ truth }) => truth)
  const middle = mean(truths)
  return {
    name,
    estimates,
    lost: estimates.length - told.length,
    error: Math.sqrt(mean(told.map(({ truth, value }) => (value - truth) ** 2))),
    spread: Math.sqrt(mean(truths.map(truth => (truth - middle) ** 2)))
  }
}

/** NaN of nothing. */
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
