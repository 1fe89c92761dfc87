/** What problems propose to write; `column`, `data.csv` and the like stand for the reader's own names. */
const CSV = 'dataset: {csv: data.csv, target: column}'
const MEAN_FIELD = 'initializer: {name: mean_field, sigma_w2: 1.5, sigma_b2: 0.05}'
const LAYERS = 'hidden_layers: {depth: 3, units: 32}'

/** How a key is written that belongs in another's mapping, where the general form would mislead. */
export const HOME_EXAMPLES: Readonly<Record<string, string>> = {
  depth: LAYERS,
  units: LAYERS,
  safetensors: 'initializer: {safetensors: weights.safetensors}',
  sigma_w2: MEAN_FIELD,
  sigma_b2: MEAN_FIELD,
  csv: CSV,
  target: CSV,
  task: 'dataset: {csv: data.csv, target: column, task: regression}',
  ignore: 'dataset: {csv: data.csv, target: column, ignore: [id]}',
  categories: 'dataset: {csv: data.csv, target: column, categories: [species]}',
  missing: 'dataset: {csv: data.csv, target: column, missing: drop}',
  separator: 'dataset: {csv: data.csv, target: column, separator: semicolon}',
  decimal: 'dataset: {csv: data.csv, target: column, decimal: comma}',
  header: 'dataset: {csv: data.csv, target: 1, header: false}',
  standardize_target: 'dataset: {csv: data.csv, target: column, standardize_target: true}',
  idx: 'dataset: {idx: {images: …, labels: …}}',
  npy: 'dataset: {npy: {inputs: …, labels: …}}'
}

/** Mappings that stand in place of a value of another type. */
export const MAPPING_EXAMPLES: Readonly<Record<string, string>> = {
  stop: '{loss_below: 0.1}',
  'dataset.idx': '{images: …, labels: …}',
  'dataset.npy': '{inputs: …, labels: …}'
}

/** What is written in place of a name that a person gave in another form. */
export const FORMS = {
  csv: (path: string) => `{csv: ${path}, target: column}`,
  npy: (path: string) => `{npy: {inputs: ${path}, labels: labels.npy}}`,
  npz: (path: string) => `{npy: {inputs: ${path}/x, labels: ${path}/y}}`,
  safetensors: (path: string) => `{safetensors: ${path}}`,
  named: (name: string) => `{name: ${name}, …}`,
  momentum: '{name: sgd, momentum: 0.9}',
  nesterov: '{name: sgd, momentum: 0.9, nesterov: true}',
  inHome: (home: string, key: string) => `${home}: {name: …, ${key}: …}`
}
