import { STEPS_BEFORE_BREAK, at, isKeptStep, log10, type RunRecord } from '../../../src/record'
import { lastHidden } from './relative'
import { Timeline, epochs, steps } from './timeline'

/** Single steps take at least such a share of what all epochs take. */
const LEAST_SHARE = 1 / 50

/** A factor of ten between two steps is worth looking at. */
const TELLING_DECADES = 1

/**
 * The epochs of the whole axis: those planned while a run goes on, those recorded when it has ended: a run that was stopped early is not a
 * sliver beside an empty field.
 */
const axisEpochs = ({ events, columns, epochs }: RunRecord): number =>
  events.stop === null ? epochs + 1 : Math.max(1, columns)

/** The columns of a figure: epochs alone or, `unfolded`, with the single steps that were kept. */
export function timelineOf(record: RunRecord, unfolded: boolean): Timeline {
  const all = axisEpochs(record)
  if (!unfolded || !hasSteps(record)) return new Timeline([epochs(0, all)])
  const { first, last, broke } = groupsOf(record)
  const width = Math.max(1, all * LEAST_SHARE)
  const end = Math.min(all, broke ?? all)
  return new Timeline([
    epochs(0, 1, width),
    steps(first, 1, width),
    epochs(1, end - 1),
    steps(last, end, width),
    epochs(end, Math.min(1, all - end), width),
    epochs(end + 1, all - end - 1)
  ])
}

export const hasSteps = ({ steps }: RunRecord): boolean => steps.steps.length > 0

/**
 * Steps before the first epoch's column, and those before that of the epoch in which the run broke; in the first epoch these are the same.
 * While the first epoch goes on, its steps to come have their places.
 */
function groupsOf(record: RunRecord): { first: readonly number[]; last: readonly number[]; broke: number | null } {
  const { steps } = record.steps
  const { nonfinite, stop } = record.events
  if (nonfinite === null || nonfinite.step === 0) {
    const more = stop === null && record.columns <= 1 ? stepsToCome(record) : []
    return { first: [...steps, ...more], last: [], broke: null }
  }
  if (nonfinite.epoch <= 1) return { first: steps, last: [], broke: 1 }
  const from = nonfinite.step - STEPS_BEFORE_BREAK
  return { first: steps.filter(step => step < from), last: steps.filter(step => step >= from), broke: nonfinite.epoch }
}

function stepsToCome({ steps: { steps }, stepsPerEpoch }: RunRecord): number[] {
  const come: number[] = []
  for (let power = 1; power <= stepsPerEpoch; power *= 2) come.push(power, power * 3)
  const last = steps.at(-1) ?? 0
  return come.filter(step => step > last && step <= stepsPerEpoch && isKeptStep(step)).sort((a, b) => a - b)
}

/**
 * Whether single steps show what epochs hide: the run broke, its loss grew tenfold in the first epoch, or the ratio between two hidden
 * layers' delta changed there by more than a factor of ten.
 */
export function stepsTell(record: RunRecord): boolean {
  if (!hasSteps(record)) return false
  const { nonfinite } = record.events
  if (nonfinite !== null && nonfinite.step > 0) return true
  const early = firstSteps(record)
  return lossGrows(record, early) || ratiosChange(record, early)
}

function lossGrows({ curves, steps }: RunRecord, early: readonly number[]): boolean {
  const start = log10(at(curves.loss, 0, 0))
  return Number.isFinite(start) && early.some(i => log10(at(steps.curves.loss, i, 0)) - start >= TELLING_DECADES)
}

/** The places of the first epoch's steps among those that were kept. */
const firstSteps = ({ steps: { steps }, stepsPerEpoch }: RunRecord): number[] =>
  steps.flatMap((step, i) => (step <= stepsPerEpoch ? [i] : []))

function ratiosChange(record: RunRecord, early: readonly number[]): boolean {
  const measure = lastHidden(record)
  const ratio = (table: RunRecord['quantities']['delta_rms'], column: number, layer: number) =>
    log10(at(table, column, layer)) - log10(at(table, column, measure))
  for (let layer = 0; layer < measure; layer++) {
    const logs = [
      ratio(record.quantities.delta_rms, 0, layer),
      ...early.map(i => ratio(record.steps.quantities.delta_rms, i, layer))
    ].filter(Number.isFinite)
    if (Math.max(...logs) - Math.min(...logs) > TELLING_DECADES) return true
  }
  return false
}
