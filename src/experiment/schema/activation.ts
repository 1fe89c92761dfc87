import * as z from 'zod'

const plain = z
  .enum(['sigmoid', 'tanh', 'relu', 'elu', 'selu', 'gelu', 'silu', 'softplus', 'softsign', 'linear'])
  .meta({ description: 'The function φ of a hidden layer: a = φ(z).' })

const slope = z.number().default(0.01).meta({ description: 'The slope of leaky_relu for z < 0.' })

/** φ of one hidden layer. */
export const activation = z.discriminatedUnion('name', [
  z.strictObject({ name: plain }),
  z.strictObject({ name: z.literal('leaky_relu'), negative_slope: slope })
])

export type ActivationSpec = z.output<typeof activation>
export type ActivationName = ActivationSpec['name']
