import * as z from 'zod'

const rate = (value: number) =>
  z.number().gte(0).default(value).meta({ description: 'The factor on each step, often called lr.' })
const fraction = (value: number, description: string) => z.number().gte(0).lt(1).default(value).meta({ description })
const epsilonOf = (value: number) =>
  z.number().gte(0).default(value).meta({ description: 'Added to √v in the denominator, as in PyTorch.' })
const decay = (value: number, description: string) => z.number().gte(0).default(value).meta({ description })
const clip = (description: string, example: number) =>
  z
    .number()
    .gt(0)
    .nullable()
    .default(null)
    .meta({ description, examples: [example] })

const common = {
  weight_decay: decay(0, 'Added to the gradient as weight_decay · parameter, biases too.'),
  clipnorm: clip('Scale the gradient of all parameters together down to at most this L2 norm.', 1),
  clipvalue: clip('Cut each element of the gradient to ± this value.', 0.5)
}
const adam = {
  learning_rate: rate(0.001),
  beta_1: fraction(0.9, 'Decay of the mean of gradients.'),
  beta_2: fraction(0.999, 'Decay of the mean of squared gradients.'),
  epsilon: epsilonOf(1e-8)
}

/** How gradients become steps. Keras names, PyTorch arithmetic. */
export const optimizer = z.discriminatedUnion('name', [
  z
    .strictObject({
      name: z.literal('sgd'),
      learning_rate: rate(0.1),
      momentum: fraction(0, 'The share of the last step that is kept, usually 0.9.'),
      nesterov: z
        .boolean()
        .default(false)
        .meta({ description: 'Look ahead along the momentum.', source: 'Sutskever et al. 2013' }),
      ...common
    })
    .meta({
      description: 'Steps down the gradient of each mini-batch. The step is as small or large as the gradient.',
      formula: 'v ← momentum · v + g, w ← w − learning_rate · v',
      source: 'Robbins & Monro 1951; momentum: Polyak 1964'
    }),
  z
    .strictObject({
      name: z.literal('rmsprop'),
      learning_rate: rate(0.001),
      rho: fraction(0.99, 'Decay of the mean of squared gradients.'),
      epsilon: epsilonOf(1e-8),
      momentum: fraction(0, 'The share of the last step that is kept, usually 0.9.'),
      ...common
    })
    .meta({
      description: 'Divides each gradient by a running root mean square of itself.',
      formula: 'v ← rho · v + (1 − rho) g², w ← w − learning_rate · g / (√v + epsilon)',
      source: 'Hinton, Srivastava & Swersky 2012 (lecture 6e)'
    }),
  z.strictObject({ name: z.literal('adagrad'), learning_rate: rate(0.01), epsilon: epsilonOf(1e-10), ...common }).meta({
    description: 'Divides each gradient by the root of the sum of its squares so far: steps only ever get smaller.',
    formula: 'v ← v + g², w ← w − learning_rate · g / (√v + epsilon)',
    source: 'Duchi, Hazan & Singer 2011'
  }),
  z.strictObject({ name: z.literal('adam'), ...adam, ...common }).meta({
    description: 'Running means of the gradient and of its square; steps are about learning_rate large whatever g is.',
    formula: 'm ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − learning_rate · m̂ / (√v̂ + epsilon)',
    source: 'Kingma & Ba 2015'
  }),
  z
    .strictObject({
      name: z.literal('adamw'),
      ...adam,
      ...common,
      weight_decay: decay(
        0.01,
        'Shrinks every parameter by learning_rate · weight_decay a step (Loshchilov & Hutter 2019).'
      )
    })
    .meta({
      description: 'adam whose weight decay acts on the weights and not through the gradient.',
      formula: 'w ← (1 − learning_rate · weight_decay) w, then a step of adam',
      source: 'Loshchilov & Hutter 2019'
    })
])

export type OptimizerSpec = z.output<typeof optimizer>
