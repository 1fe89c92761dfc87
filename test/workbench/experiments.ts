/**
 * Cells whose records must have the same bits on every machine: together all activations, losses and optimizers, drawn, generated and
 * shipped data, both precisions, normalization, residual layers, nets wide enough to be shared among threads, and numbers outside float32's and float64's range.
 */
export const EXPERIMENTS: Readonly<Record<string, string>> = {
  deep: 'hidden_layers: {depth: 10, units: 16}\nactivation: sigmoid\nepochs: 12',
  vanishing:
    'hidden_layers: {depth: 700, units: 4}\nactivation: sigmoid\nepochs: 1\ndataset: {name: moons, samples: 64}',
  exploding:
    'hidden_layers: {depth: 60, units: 8}\nactivation: relu\ninitializer: {name: random_normal, stddev: 3}\nepochs: 2',
  activations:
    'hidden_layers: [9, 8, 7, 6, 5, 4, 5, 6, 7, 8, 9]\nactivation: [sigmoid, tanh, relu, leaky_relu, elu, selu, gelu, silu, softplus, softsign, linear]\nepochs: 3\noptimizer: {name: adam, clipnorm: 1}',
  wide: 'hidden_layers: [70, 64]\nbatch_size: 100\ndataset: {name: gaussian, classes: 3, samples: 500}\nepochs: 6\ninitializer: orthogonal',
  clipped:
    'hidden_layers: [64]\nbatch_size: 70\noptimizer: {name: sgd, clipnorm: 0.1, momentum: 0.9, nesterov: true}\nl2: 0.001\nepochs: 4',
  digits: 'dataset: digits\nhidden_layers: [32]\nactivation: relu\noptimizer: rmsprop\nepochs: 2\ninitializer: lsuv',
  mish: 'hidden_layers: [9, 6]\nactivation: mish\noptimizer: {name: lion, weight_decay: 0.1, clipnorm: 1}\nepochs: 3',
  iris: 'dataset: iris\noptimizer: adagrad\nactivation: gelu\nepochs: 5\nl1: 0.0001',
  regression: 'dataset: sine\nactivation: softplus\noptimizer: {name: adamw, learning_rate: 0.01}\nepochs: 5',
  binary:
    'dataset: circle\nloss: binary_crossentropy\nactivation: silu\nepochs: 5\ninitializer: {name: mean_field, sigma_w2: 1.5, sigma_b2: 0.05}',
  batch: 'hidden_layers: [9, 9, 7]\nactivation: relu\nnormalization: batch\nbatch_size: 70\nepochs: 5\noptimizer: adam',
  residual:
    'hidden_layers: {depth: 4, units: 66}\nnormalization: layer\nresidual: true\nbatch_size: 100\nepochs: 3\noptimizer: {name: sgd, clipnorm: 1}',
  float64: 'dataset: xor\nprecision: float64\nactivation: selu\nepochs: 5\noptimizer: adam'
}
