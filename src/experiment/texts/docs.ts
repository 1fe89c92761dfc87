import { listed } from './lists'

/** What hovers and completions say of the keys of a cell and of their values. Names of functions are in src/catalogue. */
export const DOC_TEXTS = {
  name: 'A name for the picture and the outline.',
  dataset: 'Where the samples come from: generated points, included data, or your own files.',
  hiddenLayers: 'Units of each hidden layer, input side first, or {depth, units}; [] is a linear model.',
  depth: 'How many hidden layers.',
  units: 'Units of a hidden layer.',
  activation: 'One function for all hidden layers, or a list with one for each.',
  initializer: (he: readonly string[], lecun: readonly string[]) =>
    `How weights are drawn: one for all layers, or a list with one for each hidden layer and the output layer. Left out: he for ${listed(he)}; lecun_normal for ${listed(lecun)}; else xavier.`,
  biasInitializer: 'The same for the biases. Left out: zeros.',
  safetensors:
    'A safetensors file of a PyTorch net of Linear modules: 0.weight, 0.bias, 2.weight … as nn.Sequential names them, or other names with ascending numbers (net.0, fc1, layers.0.linear), in F64, F32, F16 or BF16.',

  normalization: 'Brings the z of each hidden layer to mean 0 and variance 1, with a trained scale and shift.',
  normalizations: {
    none: { description: 'z as it is.' },
    batch: {
      description:
        'Each unit over the mini-batch. Keeps the signal forward, but at the start delta grows by about a fifth in each layer of a deep plain net.',
      formula: 'z ← γ (z − mean) / √(variance + 10⁻⁵) + β',
      source: 'Ioffe & Szegedy 2015'
    },
    layer: {
      description: 'Each sample over the layer’s units, so that mini-batches may be small.',
      formula: 'z ← γ (z − mean) / √(variance + 10⁻⁵) + β',
      source: 'Ba, Kiros & Hinton 2016'
    }
  },
  residual: {
    description: 'Adds the input of each hidden layer to its output where the widths agree.',
    formula: 'a ← φ(z) + input',
    source: 'He et al. 2016'
  },

  outputActivation:
    'What the output layer applies before the loss. Keep linear for cross-entropies, which have a sigmoid or softmax of their own.',
  loss: 'What training minimizes: a mean over the mini-batch. Left out: mse for regressions, else categorical_crossentropy.',
  optimizer: 'How gradients become steps.',
  l1: 'Adds l1 · Σ|W| to the loss: many weights become zero.',
  l2: 'Adds l2 · ΣW² to the loss: weights stay small.',
  precision: 'The arithmetic of training: float32 in WebAssembly SIMD, or the slower float64 reference.',
  precisions: {
    float32: { description: 'What most training uses; runs in WebAssembly SIMD.' },
    float64: { description: 'The slower reference: magnitudes down to 10⁻³⁰⁸ take part in training.' }
  },
  compat: 'Judges the run by the published rules of another tool instead of this one’s.',
  peers: {
    sagemaker: { description: 'The built-in rules of Amazon SageMaker Debugger, with their defaults.' },
    autotrainer: { description: 'The rules of AUTOTRAINER, for classes.', source: 'Zhang, Zhai, Ma & Shen 2021' }
  },
  epochs: 'Passes over the training set.',
  batchSize: 'Samples of a mini-batch; the last may be smaller.',
  shuffle: 'A new order of the samples in every epoch; false keeps the order of the file.',
  seed: 'Decides every random number of the run.',

  stop: 'When to stop before the last epoch.',
  nonfinite: 'Stop when the loss or a parameter is no longer a number.',
  lossBelow: 'Stop after the first epoch whose loss is below this.',
  afterSeconds: 'Stop at the end of the epoch in which this many seconds have passed.'
}
