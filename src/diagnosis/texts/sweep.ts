import type { CurveName, MetricName } from '../../record'

/** All that is said of a sweep in sentences, in the figure and in text alike. Other files name a text and never write one. */
export const SWEEP_TEXTS = {
  metrics: {
    loss: 'loss',
    test_loss: 'test loss',
    accuracy: 'accuracy',
    test_accuracy: 'test accuracy',
    converged: 'epoch'
  } satisfies Record<CurveName | MetricName, string>,
  starting: 'No run has ended yet.',
  noneLearned: (runs: number) => (runs === 1 ? 'The run has not learned.' : 'None of the runs has learned.'),
  best: (group: string, result: string, difference: string) =>
    `${group === '' ? 'The' : `Best is ${group}:`} ${result}${difference}.`,
  result: (metric: string, number: string, seeds: number) =>
    `${metric} ${number}${seeds > 1 ? ` (median of ${seeds} seeds)` : ''}`,
  convergedIn: (level: string, epoch: string, seeds: number) =>
    `loss at ${level} in epoch ${epoch}${seeds > 1 ? ` (median of ${seeds} seeds)` : ''}`,
  lower: (times: string, next: string) => `, ${times} times lower than the next best, ${next}`,
  higher: (difference: string, next: string) => `, ${difference} above the next best, ${next}`,
  sooner: (epochs: number, next: string) =>
    `, ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} sooner than the next best, ${next}`,
  alike: (next: string) => `, hardly better than the next best, ${next}`,
  points: (points: string) => `${points} percentage points`,
  soonestItself: (level: string, epoch: number) =>
    `Its loss falls to ${level} by epoch ${epoch}, sooner than any other.`,
  itself: (level: string, epoch: number) => `Its loss falls to ${level} by epoch ${epoch}.`,
  soonest: (group: string, level: string, epoch: number, own: number | null) =>
    `The first to bring its loss down to ${level} is ${group}, by epoch ${epoch}${own === null ? '' : ` (the best: by epoch ${own})`}.`,
  fates: {
    diverged: 'diverged',
    stuck: 'did not learn',
    failed: 'failed',
    missing: 'have not been run'
  },
  fate: (count: number, of: number | null, what: string, where: string) =>
    `${count}${of === null ? '' : ` of ${of} runs`} ${what}${where === '' ? '' : ` (${where})`}`,
  allWith: (what: string) => `all with ${what}`,
  oneMissing: 'has not been run',
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  percent: (share: string) => `${share} %`
}
