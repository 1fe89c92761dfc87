import { FORM_MISTAKES } from './formMistakes'

/** What people write, and what they are told: each sentence says what to write instead. */
export const MISTAKES: readonly (readonly [string, string])[] = [
  ...FORM_MISTAKES,
  ['hidden_layers: 16, 16', 'hidden_layers must be a list or a mapping, not "16, 16"; write [16, 16]'],
  ['hidden_layers: [16 16]', 'hidden_layers[0] must be a whole number, not "16 16"; write 16, 16 with commas'],
  ['hidden_layers: (16, 16)', 'hidden_layers must be a list or a mapping, not "(16, 16)"; write [16, 16]'],
  [
    'hidden_layers: 32x10',
    'hidden_layers must be a list or a mapping, not "32x10"; write {depth: 10, units: 32} for 10 layers of 32 units'
  ],
  ['hidden_layers: {units: 32}', 'hidden_layers needs depth, the number of layers: {depth: 3, units: 32}'],
  ['hidden_layers: {depth: 3}', 'hidden_layers needs units, the width of each layer: {depth: 3, units: 32}'],
  ['layers: [16]', 'unknown key "layers"; did you mean "hidden_layers"?'],
  ['units: 32', '"units" belongs in hidden_layers: write hidden_layers: {depth: 3, units: 32}'],
  ['activation: Tanh', 'unknown activation "Tanh"; did you mean "tanh"?'],
  ['activation: sigmod', 'unknown activation "sigmod"; did you mean "sigmoid"?'],
  ['activation: leakyrelu', 'unknown activation "leakyrelu"; did you mean "leaky_relu"?'],
  [
    'activation: softmax',
    'unknown activation "softmax"; softmax is already part of categorical_crossentropy, so leave it out; for the hidden layers choose tanh, relu or another'
  ],
  [
    'activation: sigmoid tanh',
    'unknown activation "sigmoid tanh"; put several in a list, with commas: [sigmoid, tanh]'
  ],
  [
    'activation: sigmoid, tanh',
    'unknown activation "sigmoid, tanh"; put several in a list, with commas: [sigmoid, tanh]'
  ],
  [
    'activation: [sigmoid tanh]',
    'unknown activation "sigmoid tanh"; put several in a list, with commas: [sigmoid, tanh]'
  ],
  [
    'activation: [tanh]',
    'activation has 1 entry for 2 hidden layers; list one for each, or write a single one for all'
  ],
  ['activation: {leaky_relu: 0.2}', 'leaky_relu is the name of the activation: write {name: leaky_relu, …}'],
  [
    'activation: {name: relu, negative_slope: 0.1}',
    'unknown key "negative_slope" in activation; relu does not have it, but leaky_relu does'
  ],
  ['activation: none', 'unknown activation "none"; did you mean "linear"?'],
  [
    'activation: 3',
    'activation must be a name, not 3; choose one of sigmoid, tanh, relu, leaky_relu, elu, selu, gelu, silu, softplus, softsign, mish, linear'
  ],
  ['initializer: glorot', 'unknown initializer "glorot"; did you mean "glorot_uniform"?'],
  ['initializer: kaiming', 'unknown initializer "kaiming"; did you mean "he"?'],
  ['initializer: normal', 'unknown initializer "normal"; did you mean "random_normal"?'],
  ['initializer: random', 'unknown initializer "random"; did you mean "random_normal"?'],
  ['initializer: gaussian', 'unknown initializer "gaussian"; did you mean "random_normal"?'],
  [
    'initializer: {random_normal: {stddev: 1}}',
    'random_normal is the name of the initializer: write {name: random_normal, …}'
  ],
  ['initializer: {name: random_normal, std: 1}', 'unknown key "std" in initializer; did you mean "stddev"?'],
  ['initializer: he_norml', 'unknown initializer "he_norml"; did you mean "he_normal"?'],
  ['optimizer: SGD', 'unknown optimizer "SGD"; did you mean "sgd"?'],
  ['optimizer: {sgd: 0.1}', 'sgd is the name of the optimizer: write {name: sgd, …}'],
  ['optimizer: {lr: 0.1}', 'optimizer needs a name; choose one of sgd, rmsprop, adagrad, adam, adamw, lion'],
  [
    'optimizer: momentum',
    'unknown optimizer "momentum"; momentum is a setting of sgd: write {name: sgd, momentum: 0.9}'
  ],
  ['optimizer: sgd(0.1)', 'unknown optimizer "sgd(0.1)"; settings go in braces: {name: sgd, …}'],
  ['optimizer: {name: sgd, lr: 0,1}', 'a number has a decimal point, not a comma: write 0.1'],
  [
    'optimizer: {name: sgd, beta_1: 0.9}',
    'unknown key "beta_1" in optimizer; sgd does not have it, but adam, adamw and lion do'
  ],
  [
    'optimizer: {name: adam, betas: [0.9, 0.999]}',
    'unknown key "betas" in optimizer; its keys are name, learning_rate, beta_1, beta_2, epsilon, weight_decay, clipnorm, clipvalue'
  ],
  ['optimizer: {name: adam, beta1: 0.9}', 'unknown key "beta1" in optimizer; did you mean "beta_1"?'],
  [
    'optimizer: {name: sgd, learningrate: 0.1}',
    'unknown key "learningrate" in optimizer; did you mean "learning_rate"?'
  ],
  ['optimizer: {name:sgd, lr: 0.1}', 'add a space after the colon: {name: sgd, …}'],
  ['lr: 0.1', '"lr" belongs in optimizer: write optimizer: {name: …, lr: …}'],
  ['momentum: 0.9', '"momentum" belongs in optimizer: write optimizer: {name: …, momentum: …}'],
  ['batch: 32', 'unknown key "batch"; did you mean "batch_size"?'],
  ['batchsize: 32', 'unknown key "batchsize"; did you mean "batch_size"?'],
  ['batch_size: 0', 'batch_size must be at least 1, not 0'],
  ['batch_size: "32"', 'batch_size must be a whole number, not "32"; write 32 without quotes'],
  ['batch_size: 1,000', 'batch_size must be a whole number, not "1,000"; write 1000 or 1, whichever you mean'],
  ['epoch: 3', 'unknown key "epoch"; did you mean "epochs"?'],
  ['epochs: -1', 'epochs must be at least 0, not -1'],
  ['epochs: 2.5', 'epochs must be a whole number, not 2.5; write 2 or 3'],
  ['epochs: ten', 'epochs must be a whole number, not "ten"; write it in digits'],
  ['epochs: 1_000', 'epochs must be a whole number, not "1_000"; write 1000'],
  [
    'epochs: 200000',
    '200,000 epochs are above the limit of 100,000; use fewer, or raise the limit: the setting gradnb.limits.epochs in VS Code, --max-epochs on the command line'
  ],
  ['loss: cross_entropy', 'unknown loss "cross_entropy"; did you mean "categorical_crossentropy"?'],
  ['loss: crossentropy', 'unknown loss "crossentropy"; did you mean "categorical_crossentropy"?'],
  ['loss: bce', 'unknown loss "bce"; did you mean "binary_crossentropy"?'],
  ['loss: mean_squared_error', 'unknown loss "mean_squared_error"; did you mean "mse"?'],
  [
    'loss: accuracy',
    'unknown loss "accuracy"; accuracy is always measured but cannot be trained on; leave loss out, and the one that fits the data is used'
  ],
  ['dataset: spirals', 'unknown data set "spirals"; did you mean "spiral"?'],
  [
    'dataset: mnist',
    'unknown data set "mnist"; MNIST is not included: give its files as {idx: {images: …, labels: …}}, or use digits, which is'
  ],
  [
    'dataset: data.csv',
    'unknown data set "data.csv"; for a file, give its path and the column to predict: {csv: data.csv, target: column}'
  ],
  ['dataset: {csv: data.csv}', 'dataset needs target, the column to predict: {csv: data.csv, target: column}'],
  [
    'dataset: {path: data.csv, target: y}',
    'the key must say what kind of file it is: write {csv: data.csv, target: column}'
  ],
  [
    'dataset: sine\nloss: categorical_crossentropy',
    'sine is a regression, so its loss must be mse, half_mse or mae, not categorical_crossentropy'
  ],
  [
    'dataset: iris\nloss: binary_crossentropy',
    'iris has 3 classes, and binary_crossentropy is for two; use categorical_crossentropy'
  ],
  ['dataset: {name: spiral, test_split: 20}', 'dataset.test_split must be below 1, not 20; write 0.2 for 20 %'],
  ['dataset: {name: spiral, noise: -1}', 'dataset.noise must be at least 0, not -1'],
  [
    'dataset: {name: iris, samples: 100}',
    'unknown key "samples" in dataset; iris does not have it, but circle, xor, moons, gaussian, spiral, plane, sine, random, idx and npy do'
  ],
  ['dataset: {name: spiral, class: 3}', 'unknown key "class" in dataset; did you mean "classes"?'],
  ['seed: -1', 'seed must be at least 0, not -1'],
  ['seed: random', 'seed must be a whole number, not "random"; write it in digits'],
  ['shuffle: yes', 'shuffle must be true or false, not "yes"; write true'],
  ['residual: on', 'residual must be true or false, not "on"; write true'],
  ['normalization: true', 'unknown normalization true; choose one of none, batch, layer'],
  ['normalization: batchnorm', 'unknown normalization "batchnorm"; did you mean "batch"?'],
  ['normalization: batch_norm', 'unknown normalization "batch_norm"; did you mean "batch"?'],
  ['batch_norm: true', 'unknown key "batch_norm"; did you mean "normalization"?'],
  [
    'dropout: 0.5',
    'unknown key "dropout"; there is no dropout, because it would hide what the gradient does; use l2 to keep weights small'
  ],
  [
    'name: my net',
    'a name starts with a letter and contains only letters, digits, _ and -; write my-net instead of "my net"'
  ],
  [
    'name: 3layers',
    'a name starts with a letter and contains only letters, digits, _ and -; write _3layers instead of "3layers"'
  ],
  ['name: 5', 'a name starts with a letter and contains only letters, digits, _ and -; write _5 instead of 5'],
  ['precision: 32', 'unknown precision 32; did you mean "float32"?'],
  ['precision: double', 'unknown precision "double"; did you mean "float64"?'],
  ['precision: float16', 'unknown precision "float16"; did you mean "float32"?'],
  ['stop: 0.1', 'stop must be a mapping, not 0.1, for example {loss_below: 0.1}'],
  ['stop: {loss: 0.1}', 'unknown key "loss" in stop; did you mean "loss_below"?'],
  ['early_stopping: true', 'unknown key "early_stopping"; did you mean "stop"?'],
  ['l2: -0.1', 'l2 must be at least 0, not -0.1'],
  ['regularization: 0.1', 'unknown key "regularization"; did you mean "l2"?'],
  ['weight_decay: 0.1', '"weight_decay" belongs in optimizer: write optimizer: {name: …, weight_decay: …}'],
  ['sweep: {}', 'sweep needs parameters, for example parameters: {optimizer.learning_rate: [0.01, 0.1]}'],
  [
    'dataset: ',
    'dataset has no value yet; choose one of circle, xor, moons, gaussian, spiral, plane, sine, random, iris, digits, csv, idx, npy'
  ],
  [
    'normalization: batch\nbatch_size: 1',
    'batch normalization needs mini-batches of two or more samples; make batch_size larger, or write normalization: layer'
  ],
  ['nesterov: true', '"nesterov" belongs in optimizer: write optimizer: {name: …, nesterov: …}'],
  ['optimizer: {name: sgd, nesterov: true}', 'nesterov needs momentum above 0, for example momentum: 0.9'],
  ['optimizer: {name: sgd, clipnorm: 0}', 'optimizer.clipnorm must be above 0, not 0'],
  ['initializer: {name: random_uniform, minval: 1, maxval: 0}', 'minval (1) must not be above maxval (0); swap them'],
  ['bias_initializer: orthogonal', 'orthogonal makes weights, not biases; leave bias_initializer out for zeros'],
  [
    'initializer: [xavier]',
    'initializer has 1 entry for 3 layers (the output layer counts, too); list one for each, or write a single one for all'
  ],
  ['bias: false', 'unknown key "bias"; every layer has a bias; use bias_initializer to say how it starts'],
  ['hidden_layers: [16, sixteen]', 'hidden_layers[1] must be a whole number, not "sixteen"; write it in digits'],
  ['hidden_layers: [16, 16.5]', 'hidden_layers[1] must be a whole number, not 16.5; write 16 or 17'],
  [
    'hidden_layers: 16',
    'hidden_layers must be a list or a mapping, not 16; write [16] for one layer of 16 units, or {depth: 16, units: 32} for 16 layers'
  ],
  [
    'hidden_layers: [[16], [16]]',
    'hidden_layers[0] must be a whole number, not [16]\nhidden_layers[1] must be a whole number, not [16]'
  ],
  ['epochs: 30 epochs', 'epochs must be a whole number, not "30 epochs"; write 30'],
  ['units: [32,32]', '"units" belongs in hidden_layers: write hidden_layers: {depth: 3, units: 32}'],
  ['neurons: 32', 'unknown key "neurons"; did you mean "hidden_layers"?'],
  ['init: he', 'unknown key "init"; did you mean "initializer"?'],
  ['device: cuda', 'unknown key "device"; training always runs on the processor of this machine, so remove it'],
  ['verbose: 1', 'unknown key "verbose"; the heatmap shows how training goes, so remove it'],
  ['Epochs: 3', 'unknown key "Epochs"; did you mean "epochs"?'],
  ['hidden-layers: [3]', 'unknown key "hidden-layers"; did you mean "hidden_layers"?'],
  ['hiddenLayers: [3]', 'unknown key "hiddenLayers"; did you mean "hidden_layers"?'],
  ['learning-rate: 0.1', '"learning_rate" belongs in optimizer: write optimizer: {name: …, learning_rate: …}'],
  ['test_split: 0.2', '"test_split" belongs in dataset: write dataset: {name: …, test_split: …}'],
  ['noise: 0.1', '"noise" belongs in dataset: write dataset: {name: …, noise: …}']
]
