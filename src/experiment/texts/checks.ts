import { grouped, howToRaise } from '../../text'
import { counted } from './lists'

/** What is said of keys that contradict each other, of lists of the wrong length, and of what is above a limit. */
export const CHECK_TEXTS = {
  wrongLength: (key: string, entries: number, due: string) =>
    `${key} has ${counted(entries, 'entry')} for ${due}; list one for each, or write a single one for all`,
  hiddenLayers: (count: number) => counted(count, 'hidden layer'),
  allLayers: (count: number) => `${counted(count, 'layer')} (the output layer counts, too)`,

  nesterov: 'nesterov needs momentum above 0, for example momentum: 0.9',
  onlyWeights: (initializer: string) =>
    `${initializer} makes weights, not biases; leave bias_initializer out for zeros`,
  singleSamples:
    'batch normalization needs mini-batches of two or more samples; make batch_size larger, or write normalization: layer',
  emptyRange: (minval: number, maxval: number) => `minval (${minval}) must not be above maxval (${maxval}); swap them`,

  aboveLimit: (value: number, what: string, most: number, limit: string) =>
    `${grouped(value)} ${what} are above the limit of ${grouped(most)}; use fewer, or raise the limit: ${howToRaise(limit)}`,
  /** What is above a limit. */
  counts: {
    epochs: 'epochs',
    recordCells: 'recorded cells (layers × epochs)',
    parameters: 'parameters',
    samples: 'samples',
    inputNumbers: (samples: number, inputs: number) =>
      `numbers (${grouped(samples)} samples × ${grouped(inputs)} inputs)`,
    outputNumbers: (samples: number, outputs: number) =>
      `numbers (${grouped(samples)} samples × ${grouped(outputs)} outputs)`
  }
}
