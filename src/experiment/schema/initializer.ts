import * as z from 'zod'

const gain = z.number().gt(0).default(1).meta({ description: 'Factor on the standard deviation or on the limit.' })
const scaledByFans = (name: string, description: string, formula: string, source: string) =>
  z.strictObject({ name: z.literal(name), gain }).meta({ description, formula, source })

const GLOROT = 'Glorot & Bengio 2010'
const HE_SOURCE = 'He et al. 2015, eq. 10 and 15'
const HE_FORMULA = 'W from N(0, 2/fan_in); for leaky_relu N(0, 2/((1 + slope²) fan_in))'
const LECUN = 'LeCun et al. 1998'

/** Two things are called Xavier; the texts of both say so. */
const fans = [
  [
    'xavier',
    'Keeps the size of the signal on its way forward through tanh. This is the heuristic of the article on vanishing gradients, with the variance of lecun_normal. It is not what the paper (and PyTorch as xavier_normal) calls Xavier: that is glorot_normal, with 2/(fan_in + fan_out). The two agree where fan_in = fan_out.',
    'W from N(0, 1/fan_in)',
    'LeCun et al. 1998; the simplification of Glorot & Bengio 2010 in common use'
  ],
  [
    'glorot_normal',
    'A compromise between keeping the signal forward and the gradient backward. This is the paper’s Xavier (xavier_normal in PyTorch); xavier is the heuristic N(0, 1/fan_in). The two agree where fan_in = fan_out. Not truncated, unlike Keras.',
    'W from N(0, 2/(fan_in + fan_out))',
    `${GLOROT}, eq. 12`
  ],
  [
    'glorot_uniform',
    'A compromise between keeping the signal forward and the gradient backward: the paper’s “normalized initialization” (xavier_uniform in PyTorch). It has the variance of glorot_normal; xavier has 1/fan_in. They agree where fan_in = fan_out.',
    'W from U(±√(6/(fan_in + fan_out)))',
    `${GLOROT}, eq. 16`
  ],
  [
    'he',
    'Keeps the signal of relu nets: twice the variance of xavier makes up for the half that relu drops. For leaky_relu it counts the negative slope, as PyTorch’s kaiming_normal_ does. Too large for tanh.',
    HE_FORMULA,
    HE_SOURCE
  ],
  ['he_normal', 'The same as he (kaiming_normal in PyTorch).', HE_FORMULA, HE_SOURCE],
  [
    'he_uniform',
    'he with a uniform distribution (kaiming_uniform in PyTorch).',
    'W from U(±√(6/fan_in)); for leaky_relu U(±√(6/((1 + slope²) fan_in)))',
    HE_SOURCE
  ],
  ['lecun_normal', 'Keeps the signal of linear units, and of selu, which needs it.', 'W from N(0, 1/fan_in)', LECUN],
  ['lecun_uniform', 'lecun_normal with a uniform distribution.', 'W from U(±√(3/fan_in))', LECUN]
] as const

type FanInitializer = z.ZodObject<{ name: z.ZodLiteral<(typeof fans)[number][0]>; gain: typeof gain }, z.core.$strict>

/** How the weights (or biases) of a layer are drawn before training. Normals are not truncated. */
export const initializer = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('zeros') }).meta({
    description:
      'All zero. Right for biases; as weights nothing passes backwards, and all units of a layer stay the same.',
    formula: 'W = 0'
  }),
  z
    .strictObject({
      name: z.literal('constant'),
      value: z.number().default(0).meta({ description: 'The value of every weight.' })
    })
    .meta({
      description: 'All the same: the units of a layer stay copies of each other for ever.',
      formula: 'W = value'
    }),
  z
    .strictObject({
      name: z.literal('random_normal'),
      mean: z.number().default(0).meta({ description: 'The mean of the normal distribution.' }),
      stddev: z.number().gte(0).default(0.05).meta({ description: 'The standard deviation.' })
    })
    .meta({
      description: 'Normal numbers whose spread does not know the layer’s width: too small or too large for most nets.',
      formula: 'W from N(mean, stddev²)'
    }),
  z
    .strictObject({
      name: z.literal('random_uniform'),
      minval: z.number().default(-0.05).meta({ description: 'The smallest value.' }),
      maxval: z.number().default(0.05).meta({ description: 'The largest value.' })
    })
    .meta({
      description: 'Uniform numbers whose spread does not know the layer’s width.',
      formula: 'W from U(minval, maxval)'
    }),
  z.strictObject({ name: z.literal('torch_default') }).meta({
    description: 'What torch.nn.Linear does, for weights and biases.',
    formula: 'W, b from U(±1/√fan_in)'
  }),
  z.strictObject({ name: z.literal('orthogonal'), gain }).meta({
    description: 'Random orthonormal rows (or columns): a linear layer keeps lengths.',
    formula: 'W Wᵀ = gain² I, or Wᵀ W',
    source: 'Saxe, McClelland & Ganguli 2014'
  }),
  z
    .strictObject({
      name: z.literal('lsuv'),
      tolerance: z.number().gt(0).default(0.1).meta({ description: 'How far the variance of z may be from 1.' }),
      tries: z.int().gte(1).lte(1000).default(10).meta({ description: 'How often a layer is scaled at most.' })
    })
    .meta({
      description: 'Orthonormal, then each layer is scaled until its z has variance 1 on the first mini-batch.',
      source: 'Mishkin & Matas 2016'
    }),
  z
    .strictObject({
      name: z.literal('mean_field'),
      sigma_w2: z.number().gte(0).default(1.5).meta({ description: 'σ_w²: fan_in times the variance of a weight.' }),
      sigma_b2: z.number().gte(0).default(0.05).meta({ description: 'σ_b²: the variance of a bias.' })
    })
    .meta({
      description: 'Weights and biases as the mean-field theory of signals in deep nets draws them.',
      formula: 'W from N(0, σ_w²/fan_in), b from N(0, σ_b²)',
      source: 'Poole et al. 2016; Schoenholz et al. 2017'
    }),
  z
    .strictObject({
      name: z.literal('safetensors'),
      safetensors: z
        .string()
        .min(1)
        .meta({
          description:
            'A safetensors file of a PyTorch net of Linear modules: 0.weight, 0.bias, 2.weight … as nn.Sequential names them, or other names with ascending numbers (net.0, fc1, layers.0.linear), in F64, F32, F16 or BF16.',
          examples: ['weights.safetensors']
        })
    })
    .meta({ description: 'Weights and biases from a file beside the notebook.' }),
  ...(fans.map(([name, description, formula, source]) =>
    scaledByFans(name, description, formula, source)
  ) as unknown as [FanInitializer])
])

export type InitializerSpec = z.output<typeof initializer>
