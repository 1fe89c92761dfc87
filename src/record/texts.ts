import type { StopReason } from './runRecord'

const number = (value: number): string => value.toLocaleString('en-US')
const counted = (count: number, thing: string): string => `${number(count)} ${thing}${count === 1 ? '' : 's'}`

/** "a, b and c" */
const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')

/** How a run went: "diverged at epoch 7 of 30: gradient of hidden 5 not finite at step 203". */
const STATE_TEXTS = {
  starting: 'starting',
  epochOf: (epoch: number, epochs: number) => `epoch ${epoch} of ${epochs}`,
  stoppedAt: (epoch: number, epochs: number, why: string) => `stopped at epoch ${epoch} of ${epochs}: ${why}`,
  divergedAt: (epoch: number, epochs: number) => `diverged at epoch ${epoch} of ${epochs}`,
  divergedBy: (epoch: number, epochs: number, what: string) => `diverged at epoch ${epoch} of ${epochs}: ${what}`,
  reasons: {
    completed: () => '',
    nonfinite: () => '',
    loss_below: limit => `loss below ${limit ?? 'its limit'}`,
    after_seconds: limit => (limit === null ? 'time limit' : `time limit of ${limit} s`),
    cancelled: () => 'cancelled',
    failed: () => 'failed'
  } satisfies Record<StopReason, (limit: number | null) => string>,
  and: (state: string, afterwards: string) => `${state}; ${afterwards}`,
  ofLayer: (quantity: string, layer: string) => `${quantity} of ${layer}`,
  layer: (layer: number) => `layer ${layer}`,
  notFiniteBefore: (what: string) => `${what} not finite before any update`,
  notFiniteAt: (what: string, step: number) => `${what} not finite at step ${number(step)}`,
  notFiniteIn: (what: string, step: number, epoch: number) =>
    `${what} not finite at step ${number(step)}, epoch ${epoch}`
}

/** What was decided about a file's columns and rows. */
const DATA_TEXTS = {
  columns: (task: string, target: string, why: string, inputs: string) =>
    `${task} of ${target} (${why}) from ${inputs}`,
  listed,
  manyColumns: (count: number) => counted(count, 'column'),
  oneHot: (columns: readonly (readonly [name: string, values: number])[]) =>
    `one-hot ${columns.map(([name, values]) => `${name} (${values})`).join(', ')}`,
  asNumbers: (columns: string) => `${columns} as 1 and 0`,
  without: (columns: string) => `without ${columns}`,
  withoutRowNames: 'without the first column, which only names the rows',
  dropped: (rows: number) => `${counted(rows, 'row')} with gaps left out`,
  filled: (gaps: number, columns: readonly string[]) =>
    `${counted(gaps, 'gap')} filled with the mean of ${listed(columns)}`,
  separated: (separator: string) => `values separated by ${separator}s`,
  decimalCommas: 'decimal commas',
  numbered: 'columns numbered from 1',
  comments: (lines: number) => `${counted(lines, 'comment line')} skipped`,
  standardized: 'inputs standardized',
  constant: (columns: string) => `${columns} always the same, so 0`,
  standardizedTargets: (target: string, units: readonly string[]) =>
    `${target} standardized: the loss is in units of ${listed(units)}`,
  largeTargets: (size: string) =>
    `The targets are of size ${size}, so the loss and its gradients are very large: write standardize_target: true, or change their unit in the file.`,
  smallTargets: (size: string) =>
    `The targets are of size ${size}, so the loss is tiny whatever the net does: write standardize_target: true, or change their unit in the file.`,
  divergenceHint: (size: string) => `targets of size ${size} make gradients huge: write standardize_target: true`
}

/** What a run, its state and its data are called, in English; every other file of the room names a text. What is said of damaged records is in its readers. */
export const TEXTS = {
  state: STATE_TEXTS,
  data: DATA_TEXTS,
  headline: {
    batch: (size: string) => `batch ${size}`,
    seed: (seed: string) => `seed ${seed}`,
    parameters: (facts: string, parameters: number) => `${facts}; ${number(parameters)} parameters`,
    weights: (file: string) => `weights from ${file}`,
    weightsOf: (modules: readonly string[], file: string) => `weights of ${modules.join(', ')} from ${file}`,
    linear: 'linear',
    activations: (count: number) => `${count} activations`,
    normalization: (name: string) => `${name} normalization`,
    residual: 'residual',
    output: (activation: string) => `${activation} output`,
    whole: (title: string, facts: string, state: string) => `${title} — ${facts}; ${state}`
  }
}
