import { nearest } from '../../text'
import { KEY_ALIASES, NAME_ALIASES } from '../normalize'

/** Words of other libraries and of everyday speech, and ours for them. Tables of their own, as a key may be a name too. */
const MEANT_KEYS: Readonly<Record<string, string>> = {
  layers: 'hidden_layers',
  hidden: 'hidden_layers',
  neurons: 'hidden_layers',
  hidden_units: 'hidden_layers',
  hidden_sizes: 'hidden_layers',
  data: 'dataset',
  batch: 'batch_size',
  init: 'initializer',
  weights: 'initializer',
  weight_init: 'initializer',
  kernel_initializer: 'initializer',
  bias: 'bias_initializer',
  bias_init: 'bias_initializer',
  nonlinearity: 'activation',
  activation_function: 'activation',
  optim: 'optimizer',
  output_function: 'output_activation',
  final_activation: 'output_activation',
  last_activation: 'output_activation',
  out_activation: 'output_activation',
  criterion: 'loss',
  loss_function: 'loss',
  norm: 'normalization',
  batch_norm: 'normalization',
  layer_norm: 'normalization',
  skip: 'residual',
  num_epochs: 'epochs',
  n_epochs: 'epochs',
  iterations: 'epochs',
  random_state: 'seed',
  random_seed: 'seed',
  early_stopping: 'stop',
  regularization: 'l2',
  dtype: 'precision',
  std: 'stddev',
  sigma: 'stddev',
  min: 'minval',
  max: 'maxval',
  eps: 'epsilon',
  alpha: 'negative_slope',
  slope: 'negative_slope',
  label: 'target',
  y: 'target',
  path: 'csv',
  file: 'csv',
  sep: 'separator',
  delimiter: 'separator',
  features: 'inputs',
  exclude: 'ignore',
  drop: 'ignore',
  one_hot: 'categories',
  onehot: 'categories',
  categorical: 'categories',
  na: 'missing',
  gaps: 'missing',
  dropna: 'missing',
  fillna: 'missing',
  normalize_target: 'standardize_target',
  scale_target: 'standardize_target',
  n_samples: 'samples',
  size: 'samples',
  n_classes: 'classes',
  validation_split: 'test_split',
  test_size: 'test_split',
  split: 'test_split',
  seconds: 'after_seconds',
  time: 'after_seconds'
}

const MEANT_NAMES: Readonly<Record<string, string>> = {
  kaiming: 'he',
  glorot: 'glorot_uniform',
  normal: 'random_normal',
  gaussian: 'random_normal',
  random: 'random_normal',
  uniform: 'random_uniform',
  zero: 'zeros',
  none: 'linear',
  cross_entropy: 'categorical_crossentropy',
  crossentropy: 'categorical_crossentropy',
  ce: 'categorical_crossentropy',
  nll: 'categorical_crossentropy',
  bce: 'binary_crossentropy',
  mean_squared_error: 'mse',
  squared_error: 'mse',
  mean_absolute_error: 'mae',
  absolute_error: 'mae',
  l1_loss: 'mae',
  l1loss: 'mae',
  half_squared_error: 'half_mse',
  identity: 'linear',
  batchnorm: 'batch',
  batch_norm: 'batch',
  layernorm: 'layer',
  layer_norm: 'layer',
  double: 'float64',
  single: 'float32',
  '64': 'float64',
  '32': 'float32'
}

/** The key that a person most likely meant, of those that may be there and their aliases. */
export const meantKey = (word: string, known: readonly string[]): string | null =>
  meant(word, withAliases(known, KEY_ALIASES), MEANT_KEYS)

/** The name that a person most likely meant, of those that may be there and their aliases. */
export const meantName = (word: string, known: readonly string[]): string | null =>
  meant(word, withAliases(known, NAME_ALIASES), MEANT_NAMES)

type Table = Readonly<Record<string, string>>

const withAliases = (known: readonly string[], aliases: Table): readonly string[] => [
  ...known,
  ...Object.keys(aliases).filter(alias => known.includes(aliases[alias]!))
]

/** A word for the same thing, then a misspelling, then the beginning of a longer word. */
function meant(word: string, known: readonly string[], table: Table): string | null {
  const plain = word.toLowerCase().replace(/[\s-]+/g, '_')
  const same = Object.hasOwn(table, plain) ? table[plain]! : null
  if (same !== null && known.includes(same)) return same
  return nearest(plain, known) ?? (plain.length >= 3 ? (known.find(name => name.startsWith(plain)) ?? null) : null)
}
