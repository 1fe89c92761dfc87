import { listed } from './lists'

/** What is said of a key that is unknown, in the wrong place, or not there. */
export const KEY_TEXTS = {
  unknown: (key: string, advice: string) => `unknown key "${key}"; ${advice}`,
  unknownIn: (key: string, mapping: string, advice: string) => `unknown key "${key}" in ${mapping}; ${advice}`,
  misplaced: (key: string, home: string, write: string) => `"${key}" belongs in ${home}: write ${write}`,
  didYouMean: (key: string) => `did you mean "${key}"?`,
  keysOfCell: (keys: readonly string[]) => `the keys of a cell are ${keys.join(', ')}`,
  keysOfMapping: (keys: readonly string[]) => `its keys are ${keys.join(', ')}`,
  /** momentum in {name: adam, momentum: 0.9} */
  ofOthers: (name: string, others: readonly string[]) =>
    `${name} does not have it, but ${listed(others)} ${others.length > 1 ? 'do' : 'does'}`,
  decimalComma: 'a number has a decimal point, not a comma: write 0.1, for example',
  decimalCommaAs: (readings: readonly string[]) =>
    `a number has a decimal point, not a comma: write ${readings.join(' or ')}`,

  /** Keys of other libraries that have no counterpart, and what holds instead. */
  explained: {
    dropout: 'there is no dropout, because it would hide what the gradient does; use l2 to keep weights small',
    bias: 'every layer has a bias; use bias_initializer to say how it starts',
    device: 'training always runs on the processor of this machine, so remove it',
    gpu: 'training always runs on the processor of this machine, so remove it',
    metrics: 'loss and, for classes, accuracy are always measured, so remove it',
    verbose: 'the heatmap shows how training goes, so remove it',
    output_layer: 'the output layer follows from the data, so remove it; hidden_layers lists the layers before it'
  } as Readonly<Record<string, string>>,

  /** How the keys that have no default are written, by their path. */
  needed: {
    'hidden_layers.depth': 'hidden_layers needs depth, the number of layers: {depth: 3, units: 32}',
    'hidden_layers.units': 'hidden_layers needs units, the width of each layer: {depth: 3, units: 32}',
    'dataset.target': 'dataset needs target, the column to predict: {csv: data.csv, target: column}',
    'dataset.csv': 'dataset needs csv, the path of the file: {csv: data.csv, target: column}',
    'dataset.idx': 'dataset needs idx, the two files: {idx: {images: …, labels: …}}',
    'dataset.idx.images': 'dataset.idx needs images, the file with the pixels: {images: …, labels: …}',
    'dataset.idx.labels': 'dataset.idx needs labels, the file with the classes: {images: …, labels: …}',
    'dataset.npy': 'dataset needs npy, the two arrays: {npy: {inputs: …, labels: …}}',
    'dataset.npy.inputs': 'dataset.npy needs inputs, the array to learn from: {inputs: inputs.npy, labels: labels.npy}',
    'dataset.npy.labels': 'dataset.npy needs labels, the array to predict: {inputs: inputs.npy, labels: labels.npy}'
  } as Readonly<Record<string, string>>,
  needs: (mapping: string, key: string) => `${mapping} needs ${key}`,
  needsWeights: (mapping: string) => `${mapping} needs the path of the file: {safetensors: weights.safetensors}`
}
