import type { Entry, Parameter, Parameters, SpecOf } from './entry'

/** How the weights (or biases) of a layer are drawn before training. Normals are not truncated. */
export interface Initializer extends Entry {
  readonly parameters?: Parameters
  /** draws the biases too unless they have their own */
  readonly setsBiases: boolean
  /** makes a matrix, so that biases cannot be drawn by it */
  readonly onlyMatrices: boolean
  /** its function in torch.nn.init; null where there is none */
  readonly torch: string | null
}

const own = { setsBiases: false, onlyMatrices: false } as const
const withBiases = { setsBiases: true, onlyMatrices: false } as const
const matrix = { setsBiases: false, onlyMatrices: true } as const

const gain = {
  default: 1,
  above: 0,
  description: 'Factor on the standard deviation or on the limit.'
} satisfies Parameter

const GLOROT = 'Glorot & Bengio 2010'
const HE = 'He et al. 2015, eq. 10 and 15'
const HE_NORMAL = 'W from N(0, 2/fan_in); for leaky_relu N(0, 2/((1 + slope²) fan_in))'
const LECUN = 'LeCun et al. 1998'

/** Every initializer. The order is that of completions. Two things are called Xavier; the texts of both say so. */
export const INITIALIZERS = {
  zeros: {
    description:
      'All zero. Right for biases; as weights nothing passes backwards, and all units of a layer stay the same.',
    formula: 'W = 0',
    ...own,
    torch: 'zeros_'
  },
  constant: {
    description: 'All the same: the units of a layer stay copies of each other for ever.',
    formula: 'W = value',
    parameters: { value: { default: 0, description: 'The value of every weight.' } },
    ...own,
    torch: 'constant_'
  },
  random_normal: {
    description: 'Normal numbers whose spread does not know the layer’s width: too small or too large for most nets.',
    formula: 'W from N(mean, stddev²)',
    parameters: {
      mean: { default: 0, description: 'The mean of the normal distribution.' },
      stddev: { default: 0.05, atLeast: 0, description: 'The standard deviation.' }
    },
    ...own,
    torch: 'normal_'
  },
  random_uniform: {
    description: 'Uniform numbers whose spread does not know the layer’s width.',
    formula: 'W from U(minval, maxval)',
    parameters: {
      minval: { default: -0.05, description: 'The smallest value.' },
      maxval: { default: 0.05, description: 'The largest value.' }
    },
    ...own,
    torch: 'uniform_'
  },
  torch_default: {
    description: 'What torch.nn.Linear does, for weights and biases.',
    formula: 'W, b from U(±1/√fan_in)',
    ...withBiases,
    torch: null
  },
  orthogonal: {
    description: 'Random orthonormal rows (or columns): a linear layer keeps lengths.',
    formula: 'W Wᵀ = gain² I, or Wᵀ W',
    source: 'Saxe, McClelland & Ganguli 2014',
    parameters: { gain },
    ...matrix,
    torch: 'orthogonal_'
  },
  lsuv: {
    description: 'Orthonormal, then each layer is scaled until its z has variance 1 on the first mini-batch.',
    source: 'Mishkin & Matas 2016',
    parameters: {
      tolerance: { default: 0.1, above: 0, description: 'How far the variance of z may be from 1.' },
      tries: { default: 10, whole: true, atLeast: 1, atMost: 1000, description: 'How often a layer is scaled at most.' }
    },
    ...matrix,
    torch: null
  },
  mean_field: {
    description: 'Weights and biases as the mean-field theory of signals in deep nets draws them.',
    formula: 'W from N(0, σ_w²/fan_in), b from N(0, σ_b²)',
    source: 'Poole et al. 2016; Schoenholz et al. 2017',
    parameters: {
      sigma_w2: { default: 1.5, atLeast: 0, description: 'σ_w²: fan_in times the variance of a weight.' },
      sigma_b2: { default: 0.05, atLeast: 0, description: 'σ_b²: the variance of a bias.' }
    },
    ...withBiases,
    torch: null
  },
  safetensors: {
    description: 'Weights and biases from a file beside the notebook.',
    ...withBiases,
    torch: null
  },
  xavier: {
    description:
      'Keeps the size of the signal on its way forward through tanh. This is the heuristic of the article on vanishing gradients, with the variance of lecun_normal. It is not what the paper (and PyTorch as xavier_normal) calls Xavier: that is glorot_normal, with 2/(fan_in + fan_out). The two agree where fan_in = fan_out.',
    formula: 'W from N(0, 1/fan_in)',
    source: 'LeCun et al. 1998; the simplification of Glorot & Bengio 2010 in common use',
    parameters: { gain },
    ...own,
    torch: null
  },
  glorot_normal: {
    description:
      'A compromise between keeping the signal forward and the gradient backward. This is the paper’s Xavier (xavier_normal in PyTorch); xavier is the heuristic N(0, 1/fan_in). The two agree where fan_in = fan_out. Not truncated, unlike Keras.',
    formula: 'W from N(0, 2/(fan_in + fan_out))',
    source: `${GLOROT}, eq. 12`,
    aliases: ['xavier_normal'],
    parameters: { gain },
    ...own,
    torch: 'xavier_normal_'
  },
  glorot_uniform: {
    description:
      'A compromise between keeping the signal forward and the gradient backward: the paper’s “normalized initialization” (xavier_uniform in PyTorch). It has the variance of glorot_normal; xavier has 1/fan_in. They agree where fan_in = fan_out.',
    formula: 'W from U(±√(6/(fan_in + fan_out)))',
    source: `${GLOROT}, eq. 16`,
    aliases: ['xavier_uniform'],
    parameters: { gain },
    ...own,
    torch: 'xavier_uniform_'
  },
  he: {
    description:
      'Keeps the signal of relu nets: twice the variance of xavier makes up for the half that relu drops. For leaky_relu it counts the negative slope, as PyTorch’s kaiming_normal_ does. Too large for tanh.',
    formula: HE_NORMAL,
    source: HE,
    parameters: { gain },
    ...own,
    torch: 'kaiming_normal_'
  },
  he_normal: {
    description: 'The same as he (kaiming_normal in PyTorch).',
    formula: HE_NORMAL,
    source: HE,
    aliases: ['kaiming_normal'],
    parameters: { gain },
    ...own,
    torch: 'kaiming_normal_'
  },
  he_uniform: {
    description: 'he with a uniform distribution (kaiming_uniform in PyTorch).',
    formula: 'W from U(±√(6/fan_in)); for leaky_relu U(±√(6/((1 + slope²) fan_in)))',
    source: HE,
    aliases: ['kaiming_uniform'],
    parameters: { gain },
    ...own,
    torch: 'kaiming_uniform_'
  },
  lecun_normal: {
    description: 'Keeps the signal of linear units, and of selu, which needs it.',
    formula: 'W from N(0, 1/fan_in)',
    source: LECUN,
    parameters: { gain },
    ...own,
    torch: null
  },
  lecun_uniform: {
    description: 'lecun_normal with a uniform distribution.',
    formula: 'W from U(±√(3/fan_in))',
    source: LECUN,
    parameters: { gain },
    ...own,
    torch: null
  }
} as const satisfies Readonly<Record<string, Initializer>>

/** The initializers of the catalogue, and `safetensors` for weights in a file. */
export type InitializerName = keyof typeof INITIALIZERS

/** Initializers that need no file. */
export type DrawnInitializerName = Exclude<InitializerName, 'safetensors'>

/** What a cell says of an initializer that draws, with every parameter. */
export type DrawnInitializer = SpecOf<typeof INITIALIZERS, DrawnInitializerName>
/** What a cell says of any initializer; `safetensors` is the path of a file. */
export type InitializerSpec = DrawnInitializer | { readonly name: 'safetensors'; readonly safetensors: string }
