import * as z from 'zod'

const rate = (value: number) =>
  z.number().gte(0).default(value).meta({ description: 'Learning rate: the factor on each step.' })
const fraction = (value: number, description: string) => z.number().gte(0).lt(1).default(value).meta({ description })
const epsilonOf = (value: number) =>
  z.number().gte(0).default(value).meta({ description: 'Added to √v in the denominator, as in PyTorch.' })
const decay = (value: number, description: string) => z.number().gte(0).default(value).meta({ description })
const clip = (description: string) => z.number().gt(0).nullable().default(null).meta({ description })

const common = {
  weight_decay: decay(0, 'Added to the gradient as weight_decay · parameter, biases too.'),
  clipnorm: clip('Scale the gradient of all parameters together down to at most this L2 norm.'),
  clipvalue: clip('Cut each element of the gradient to ± this value.')
}
const adam = {
  learning_rate: rate(0.001),
  beta_1: fraction(0.9, 'Decay of the mean of gradients.'),
  beta_2: fraction(0.999, 'Decay of the mean of squared gradients.'),
  epsilon: epsilonOf(1e-8)
}

/** How gradients become steps. Keras names, PyTorch arithmetic. */
export const optimizer = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('sgd'),
    learning_rate: rate(0.1),
    momentum: fraction(0, 'The share of the last step that is kept.'),
    nesterov: z
      .boolean()
      .default(false)
      .meta({ description: 'Look ahead along the momentum (Sutskever et al. 2013).' }),
    ...common
  }),
  z.strictObject({
    name: z.literal('rmsprop'),
    learning_rate: rate(0.001),
    rho: fraction(0.99, 'Decay of the mean of squared gradients.'),
    epsilon: epsilonOf(1e-8),
    momentum: fraction(0, 'The share of the last step that is kept.'),
    ...common
  }),
  z.strictObject({ name: z.literal('adagrad'), learning_rate: rate(0.01), epsilon: epsilonOf(1e-10), ...common }),
  z.strictObject({ name: z.literal('adam'), ...adam, ...common }),
  z.strictObject({
    name: z.literal('adamw'),
    ...adam,
    ...common,
    weight_decay: decay(
      0.01,
      'Shrinks every parameter by learning_rate · weight_decay a step (Loshchilov & Hutter 2019).'
    )
  })
])

export type OptimizerSpec = z.output<typeof optimizer>
