import type { Entry, Parameters, PlainName, SpecOf } from './entry'
import type { InitializerName } from './initializer'
import { bell, normal, SELU_ALPHA, SELU_SCALE, sigmoid, softplus } from './curves'

/** φ of a hidden layer: a = φ(z). */
export interface Activation extends Entry {
  /** φ(z), for drawing and for theory: a run computes with the engine's arithmetic, whose bits are the same everywhere */
  readonly value: (z: number, negativeSlope: number) => number
  /** φ′(z), likewise */
  readonly slope: (z: number, negativeSlope: number) => number
  /** keeps the size of the signal through layers of it; what a cell takes that names no initializer */
  readonly initializer: Extract<InitializerName, 'xavier' | 'he' | 'lecun_normal'>
  /** the largest |φ′|, where a unit can saturate on both sides and saturation is recorded; else null */
  readonly steepest: number | null
  /** a unit that is 0 for every sample learns nothing any more, and is recorded as dead */
  readonly dies: boolean
  readonly parameters?: Parameters
  /** its module in torch.nn */
  readonly torch: string
}

/** Every activation. The order is that of completions. */
export const ACTIVATIONS = {
  sigmoid: {
    description: 'Squeezes z into (0, 1). Its derivative is at most ¼, so the gradient vanishes in deep nets of it.',
    formula: 'φ(z) = 1 / (1 + e⁻ᶻ), φ′ = φ (1 − φ) ≤ ¼',
    value: sigmoid,
    slope: z => sigmoid(z) * (1 - sigmoid(z)),
    initializer: 'xavier',
    steepest: 0.25,
    dies: false,
    torch: 'Sigmoid'
  },
  tanh: {
    description: 'Squeezes z into (−1, 1), centred at zero. With xavier it keeps the size of the signal at first.',
    formula: 'φ(z) = tanh z, φ′ = 1 − φ² ≤ 1',
    value: z => Math.tanh(z),
    slope: z => 1 - Math.tanh(z) ** 2,
    initializer: 'xavier',
    steepest: 1,
    dies: false,
    torch: 'Tanh'
  },
  relu: {
    description: 'Passes what is positive and drops the rest; goes with he. A unit that is never positive is dead.',
    formula: 'φ(z) = max(0, z), φ′ = 1 for z > 0, else 0',
    source: 'Nair & Hinton 2010; Glorot, Bordes & Bengio 2011',
    value: z => (z > 0 ? z : 0),
    slope: z => (z > 0 ? 1 : 0),
    initializer: 'he',
    steepest: null,
    dies: true,
    torch: 'ReLU'
  },
  leaky_relu: {
    description: 'As relu, with a small slope for z < 0, so that no unit is ever dead.',
    formula: 'φ(z) = z for z > 0, else negative_slope · z',
    source: 'Maas, Hannun & Ng 2013',
    value: (z, negativeSlope) => (z > 0 ? z : negativeSlope * z),
    slope: (z, negativeSlope) => (z > 0 ? 1 : negativeSlope),
    initializer: 'he',
    steepest: null,
    dies: false,
    parameters: { negative_slope: { default: 0.01, description: 'The slope of leaky_relu for z < 0.' } },
    torch: 'LeakyReLU'
  },
  elu: {
    description: 'As relu, but smooth and down to −1 for z < 0.',
    formula: 'φ(z) = z for z > 0, else eᶻ − 1',
    source: 'Clevert, Unterthiner & Hochreiter 2016',
    value: z => (z > 0 ? z : Math.expm1(z)),
    slope: z => (z > 0 ? 1 : Math.exp(z)),
    initializer: 'he',
    steepest: null,
    dies: false,
    torch: 'ELU'
  },
  selu: {
    description: 'elu scaled so that mean 0 and variance 1 are kept through layers of it, with lecun_normal.',
    formula: 'φ(z) = 1.0507 · (z for z > 0, else 1.6733 (eᶻ − 1))',
    source: 'Klambauer et al. 2017',
    value: z => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
    slope: z => SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z)),
    initializer: 'lecun_normal',
    steepest: null,
    dies: false,
    torch: 'SELU'
  },
  gelu: {
    description: 'z times the chance that a standard normal number is below z; exact, not the tanh approximation.',
    formula: 'φ(z) = z · Φ(z)',
    source: 'Hendrycks & Gimpel 2016',
    value: z => z * normal(z),
    slope: z => normal(z) + z * bell(z),
    initializer: 'he',
    steepest: null,
    dies: false,
    torch: 'GELU'
  },
  silu: {
    description: 'z times its sigmoid; also called swish.',
    formula: 'φ(z) = z / (1 + e⁻ᶻ)',
    source: 'Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017',
    aliases: ['swish'],
    value: z => z * sigmoid(z),
    slope: z => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
    initializer: 'he',
    steepest: null,
    dies: false,
    torch: 'SiLU'
  },
  softplus: {
    description: 'A smooth relu, positive everywhere. Its derivative is the sigmoid.',
    formula: 'φ(z) = ln(1 + eᶻ)',
    source: 'Dugas et al. 2001',
    value: softplus,
    slope: sigmoid,
    initializer: 'he',
    steepest: null,
    dies: false,
    torch: 'Softplus'
  },
  softsign: {
    description: 'Like tanh, but nearing ±1 much more slowly.',
    formula: 'φ(z) = z / (1 + |z|), φ′ = 1 / (1 + |z|)²',
    source: 'Bergstra et al. 2009',
    value: z => z / (1 + Math.abs(z)),
    slope: z => (1 + Math.abs(z)) ** -2,
    initializer: 'xavier',
    steepest: 1,
    dies: false,
    torch: 'Softsign'
  },
  mish: {
    description: 'z times the tanh of its softplus: like silu, with a somewhat steeper middle.',
    formula: 'φ(z) = z · tanh(ln(1 + eᶻ))',
    source: 'Misra 2019',
    value: z => z * Math.tanh(softplus(z)),
    slope: z => Math.tanh(softplus(z)) + z * sigmoid(z) * (1 - Math.tanh(softplus(z)) ** 2),
    initializer: 'he',
    steepest: null,
    dies: false,
    torch: 'Mish'
  },
  linear: {
    description: 'No function at all: layers of it together are one linear map.',
    formula: 'φ(z) = z',
    aliases: ['identity'],
    value: z => z,
    slope: () => 1,
    initializer: 'xavier',
    steepest: null,
    dies: false,
    torch: 'Identity'
  }
} as const satisfies Readonly<Record<string, Activation>>

/** The activations of the catalogue. */
export type ActivationName = keyof typeof ACTIVATIONS
/** All of them, in the order of the catalogue. */
export const ACTIVATION_NAMES = Object.keys(ACTIVATIONS) as ActivationName[]

/** Whether `text` names an activation; aliases do not. */
export const isActivationName = (text: string): text is ActivationName => Object.hasOwn(ACTIVATIONS, text)

/** The activations that are a name alone. */
export type PlainActivationName = PlainName<typeof ACTIVATIONS>

/** What a cell says of an activation, with every parameter. */
export type ActivationSpec =
  { readonly name: PlainActivationName } | SpecOf<typeof ACTIVATIONS, Exclude<ActivationName, PlainActivationName>>

/** What is said of the activation `name`. */
export const activationEntry = (name: ActivationName): Activation => ACTIVATIONS[name]

/** The activations that go with an initializer. */
export const activationsFor = (initializer: Activation['initializer']): ActivationName[] =>
  ACTIVATION_NAMES.filter(name => activationEntry(name).initializer === initializer)
