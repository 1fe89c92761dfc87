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
  z.strictObject({ name: z.literal('orthogonal'), gain }).meta({
    description: 'Random orthonormal rows (or columns), Saxe et al. 2014: a linear layer keeps lengths.'
  }),
  z
    .strictObject({
      name: z.literal('lsuv'),
      tolerance: z.number().gt(0).default(0.1).meta({ description: 'How far the variance of z may be from 1.' }),
      tries: z.int().gte(1).lte(1000).default(10).meta({ description: 'How often a layer is scaled at most.' })
    })
    .meta({
      description:
        'Orthonormal, then each layer scaled to unit variance of z on the first mini-batch (Mishkin & Matas 2016).'
    }),
  z
    .strictObject({
      name: z.literal('mean_field'),
      sigma_w2: z.number().gte(0).default(1.5).meta({ description: 'σ_w²: fan_in times the variance of a weight.' }),
      sigma_b2: z.number().gte(0).default(0.05).meta({ description: 'σ_b²: the variance of a bias.' })
    })
    .meta({
      description: 'W from N(0, σ_w²/fan_in) and b from N(0, σ_b²), the ensemble of Poole et al. 2016.'
    }),
  z
    .strictObject({
      name: z.literal('safetensors'),
      safetensors: z.string().min(1).meta({
        description: "A safetensors file with the names of PyTorch's nn.Sequential: 0.weight, 0.bias, 2.weight …"
      })
    })
    .meta({ description: 'Weights and biases from a file beside the notebook.' }),
  ...(fans.map(([name, description]) => scaledByFans(name, description)) as unknown as [FanInitializer])
])

export type InitializerSpec = z.output<typeof initializer>
