import * as z from 'zod'

const gain = z.number().gt(0).default(1).meta({ description: 'Factor on the standard deviation or on the limit.' })
const scaledByFans = (name: string, description: string) =>
  z.strictObject({ name: z.literal(name), gain }).meta({ description })

const fans = [
  [
    'xavier',
    'N(0, 1/fan_in): the heuristic of the article on vanishing gradients (also the variance of LeCun normal).'
  ],
  ['glorot_normal', 'N(0, 2/(fan_in + fan_out)), Glorot & Bengio 2010.'],
  ['glorot_uniform', 'U(±√(6/(fan_in + fan_out))), Glorot & Bengio 2010, eq. 16.'],
  ['he', 'N(0, 2/fan_in), He et al. 2015: keeps the signal of relu nets.'],
  ['he_normal', 'The same as he.'],
  ['he_uniform', 'U(±√(6/fan_in)), He et al. 2015.'],
  ['lecun_normal', 'N(0, 1/fan_in), LeCun et al. 1998.'],
  ['lecun_uniform', 'U(±√(3/fan_in)), LeCun et al. 1998.']
] as const

type FanInitializer = z.ZodObject<{ name: z.ZodLiteral<(typeof fans)[number][0]>; gain: typeof gain }, z.core.$strict>

/** How the weights (or biases) of a layer are drawn before training. Normals are not truncated. */
export const initializer = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('zeros') }).meta({ description: 'All zero: all units of a layer learn the same.' }),
  z.strictObject({
    name: z.literal('constant'),
    value: z.number().default(0).meta({ description: 'The value of every weight.' })
  }),
  z.strictObject({
    name: z.literal('random_normal'),
    mean: z.number().default(0),
    stddev: z.number().gte(0).default(0.05)
  }),
  z.strictObject({
    name: z.literal('random_uniform'),
    minval: z.number().default(-0.05),
    maxval: z.number().default(0.05)
  }),
  z.strictObject({ name: z.literal('torch_default') }).meta({
    description: 'U(±1/√fan_in) for weights and biases, what torch.nn.Linear does.'
  }),
  ...(fans.map(([name, description]) => scaledByFans(name, description)) as unknown as [FanInitializer])
])

export type InitializerSpec = z.output<typeof initializer>
