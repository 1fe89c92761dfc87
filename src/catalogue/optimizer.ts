import type { Entry, Parameter, Parameters, SpecOf } from './entry'

/** How gradients become steps: Keras names, PyTorch arithmetic. */
export interface Optimizer extends Entry {
  readonly parameters: Parameters
  /** weight_decay shrinks the parameters themselves; otherwise it is added to the gradient, biases' too */
  readonly decoupled: boolean
  /** its class in torch.optim; null where there is none */
  readonly torch: string | null
}

const rate = (value: number) =>
  ({ default: value, atLeast: 0, description: 'The factor on each step, often called lr.' }) satisfies Parameter
const fraction = (value: number, description: string) =>
  ({ default: value, atLeast: 0, below: 1, description }) satisfies Parameter
const epsilonOf = (value: number) =>
  ({ default: value, atLeast: 0, description: 'Added to √v in the denominator, as in PyTorch.' }) satisfies Parameter
const decay = (value: number, description: string) => ({ default: value, atLeast: 0, description }) satisfies Parameter
const clip = (description: string, example: number) =>
  ({ default: null, above: 0, description, examples: [example] }) satisfies Parameter

const momentum = fraction(0, 'The share of the last step that is kept, usually 0.9.')
const rho = fraction(0.99, 'Decay of the mean of squared gradients.')
const common = {
  weight_decay: decay(0, 'Added to the gradient as weight_decay · parameter, biases too.'),
  clipnorm: clip(
    'Scale the gradient of all parameters together down to at most this L2 norm. The recorded gradients are those before clipping.',
    1
  ),
  clipvalue: clip(
    'Cut each element of the gradient to ± this value. The recorded gradients are those before clipping.',
    0.5
  )
}
const adam = {
  learning_rate: rate(0.001),
  beta_1: fraction(0.9, 'Decay of the mean of gradients.'),
  beta_2: fraction(0.999, 'Decay of the mean of squared gradients.'),
  epsilon: epsilonOf(1e-8)
}

/** Every optimizer. The order is that of completions, that of the parameters is that of records. */
export const OPTIMIZERS = {
  sgd: {
    description: 'Steps down the gradient of each mini-batch. The step is as small or large as the gradient.',
    formula: 'v ← momentum · v + g, w ← w − learning_rate · v',
    source: 'Robbins & Monro 1951; momentum: Polyak 1964',
    parameters: {
      learning_rate: rate(0.1),
      momentum,
      nesterov: { default: false, description: 'Look ahead along the momentum.', source: 'Sutskever et al. 2013' },
      ...common
    },
    decoupled: false,
    torch: 'SGD'
  },
  rmsprop: {
    description: 'Divides each gradient by a running root mean square of itself.',
    formula: 'v ← rho · v + (1 − rho) g², w ← w − learning_rate · g / (√v + epsilon)',
    source: 'Hinton, Srivastava & Swersky 2012 (lecture 6e)',
    parameters: { learning_rate: rate(0.001), rho, epsilon: epsilonOf(1e-8), momentum, ...common },
    decoupled: false,
    torch: 'RMSprop'
  },
  adagrad: {
    description: 'Divides each gradient by the root of the sum of its squares so far: steps only ever get smaller.',
    formula: 'v ← v + g², w ← w − learning_rate · g / (√v + epsilon)',
    source: 'Duchi, Hazan & Singer 2011',
    parameters: { learning_rate: rate(0.01), epsilon: epsilonOf(1e-10), ...common },
    decoupled: false,
    torch: 'Adagrad'
  },
  adam: {
    description: 'Running means of the gradient and of its square; steps are about learning_rate large whatever g is.',
    formula: 'm ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − learning_rate · m̂ / (√v̂ + epsilon)',
    source: 'Kingma & Ba 2015',
    parameters: { ...adam, ...common },
    decoupled: false,
    torch: 'Adam'
  },
  adamw: {
    description: 'adam whose weight decay acts on the weights and not through the gradient.',
    formula: 'w ← (1 − learning_rate · weight_decay) w, then a step of adam',
    source: 'Loshchilov & Hutter 2019',
    parameters: {
      ...adam,
      ...common,
      weight_decay: decay(
        0.01,
        'Shrinks every parameter by learning_rate · weight_decay a step (Loshchilov & Hutter 2019).'
      )
    },
    decoupled: true,
    torch: 'AdamW'
  },
  lion: {
    description:
      'Steps by the sign of a running mean: every weight moves by learning_rate, however small its gradient. Takes a rate three to ten times smaller than adam.',
    formula: 'w ← w − learning_rate · sign(β₁ m + (1 − β₁) g), then m ← β₂ m + (1 − β₂) g',
    source: 'Chen et al. 2023',
    parameters: {
      learning_rate: rate(0.0001),
      beta_1: fraction(0.9, 'The share of the mean of gradients in the direction of a step.'),
      beta_2: fraction(0.99, 'Decay of the mean of gradients.'),
      ...common,
      weight_decay: decay(0, 'Shrinks every parameter by learning_rate · weight_decay a step.')
    },
    decoupled: true,
    torch: null
  }
} as const satisfies Readonly<Record<string, Optimizer>>

/** The optimizers of the catalogue. */
export type OptimizerName = keyof typeof OPTIMIZERS
/** All of them, in the order of the catalogue. */
export const OPTIMIZER_NAMES = Object.keys(OPTIMIZERS) as OptimizerName[]

/** What a cell says of the optimizer `Name`, with every parameter. */
export type OptimizerOf<Name extends OptimizerName> = SpecOf<typeof OPTIMIZERS, Name>

/** What a cell says of any optimizer. */
export type OptimizerSpec = OptimizerOf<OptimizerName>
