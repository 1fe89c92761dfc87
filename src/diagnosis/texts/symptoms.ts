import { decadesText, listed, number, ofTheirSize, percent } from './numbers'

/** What is said of symptoms: the finding, and why it matters. */
export const SYMPTOM_TEXTS = {
  lossNotDecreasing: {
    message: (from: number, to: number) =>
      `The loss has not fallen over the last 10 epochs: ${number(to)} at the end, ${number(from)} before training.`,
    settled: (from: number, to: number) =>
      `The loss (${number(from)} → ${number(to)}) has settled at that of a constant answer: the net does no better than giving every sample the same answer.`,
    whySettled:
      'The first thing that a net finds is the best constant answer, by its last biases alone. To get further, signals that tell samples apart must come through all layers, and errors must come back.',
    why: 'Either the net has found all it can, or steps lead nowhere: they are too small, too large, or the layers get no signal.'
  },
  lossAtInitialization: {
    message: (loss: number, classes: number, due: number) =>
      `The first loss is ${number(loss)}; a net that knows nothing has ln ${classes} = ${number(due)}.`,
    why: 'Before training all classes should be equally likely. A larger loss means that the net is sure of wrong answers: its outputs are too large because its inputs or weights are.'
  },
  weightGradientImbalance: {
    message: (first: string, last: string, decades: number) =>
      `The mean weight gradient of ${first} is ${decadesText(decades)} ${decades < 0 ? 'below' : 'above'} that of ${last}.`,
    why: 'Plain gradient descent gives all layers one learning rate, so layers with small gradients hardly move.'
  },
  updateSizes: {
    message: (layers: readonly string[], ratio: number) =>
      ratio === 0
        ? `Steps do not move the weights of ${listed(layers)} at all.`
        : `A step moves the weights of ${listed(layers)} by ${ofTheirSize(ratio)}.`,
    why: 'A healthy step is about a thousandth of the weights: much less leaves them where they are, much more forgets what was learned.'
  },
  gradientBelowFloor: {
    message: (layers: readonly string[]) => `The mean weight gradient of ${listed(layers)} is under 1e-7.`,
    why: 'Steps of that size leave float32 weights where they are.'
  },
  adamEpsilonFloor: {
    message: (layers: readonly string[], size: number, epsilon: number) =>
      `Gradients of ${listed(layers)} (${number(size)}) are no longer well above epsilon (${number(epsilon)}).`,
    why: (optimizer: string) =>
      `${optimizer} divides a gradient by its own size plus epsilon. When that size is near epsilon, steps shrink or become noise.`
  },
  oscillatingLoss: {
    message: (share: number) => `Accuracy swings up and down by 0.03 or more in ${percent(share)} of the epochs.`,
    why: (batch: number) =>
      `Steps are so large, or made from so few samples (${batch}), that each undoes part of the one before.`
  },
  overfit: {
    message: (share: number) =>
      `The test loss is ${percent(share)} above the training loss: the net memorizes its samples.`,
    why: (parameters: number, samples: number) =>
      `A net with ${parameters.toLocaleString('en-US')} parameters can remember ${samples.toLocaleString('en-US')} samples one by one, which does not help with others.`
  }
}

/** What remedies are called. */
export const REMEDY_TEXTS = {
  tanhXavier: 'Use tanh with xavier',
  reluHe: 'Use relu with he',
  leakyRelu: 'Use leaky_relu, whose units always pass something on',
  leakyReluHe: 'Use leaky_relu with he',
  heAndZeros: 'Start with he and zero biases',
  both: (first: string, second: string) => `${first}; ${second[0]!.toLowerCase()}${second.slice(1)}`,
  initializer: (name: string) => `Start with ${name}`,
  initializerFor: (name: string, activation: string) => `Start with ${name}, which suits ${activation}`,
  clip: 'Clip the gradient’s norm at 1',
  residual: 'Let layers add their input to their output',
  normalize: 'Normalize each layer',
  normalizeByLayer: 'Normalize by layer instead of by mini-batch',
  adam: 'Use adam at its usual learning rate',
  lowerRate: (rate: number) => `Lower the learning rate to ${rate}`,
  higherRate: (rate: number) => `Raise the learning rate to ${rate}`,
  standardizeInputs: 'Standardize the inputs',
  standardizeTargets: 'Standardize the targets',
  moreEpochs: (epochs: number) => `Train for ${epochs.toLocaleString('en-US')} epochs`,
  linearOutput: 'Leave the output linear',
  crossentropy: 'Use categorical_crossentropy',
  classification: 'Make it a classification',
  noPenalty: 'Remove the penalty',
  smallerPenalty: 'Make the penalty a thousand times smaller',
  smallerEpsilon: 'Make epsilon a thousand times smaller',
  largerBatches: 'Use mini-batches of 32',
  smallWeights: 'Keep weights small'
}
