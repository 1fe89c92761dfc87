import * as z from 'zod'
import type { Docs } from './doc'

/** What each function is, and what it does to the gradient: delta passes a layer times φ′(z). */
const ACTIVATIONS: Docs = {
  sigmoid: {
    description: 'Squeezes z into (0, 1). Its derivative is at most ¼, so the gradient vanishes in deep nets of it.',
    formula: 'φ(z) = 1 / (1 + e⁻ᶻ), φ′ = φ (1 − φ) ≤ ¼'
  },
  tanh: {
    description: 'Squeezes z into (−1, 1), centred at zero. With xavier it keeps the size of the signal at first.',
    formula: 'φ(z) = tanh z, φ′ = 1 − φ² ≤ 1'
  },
  relu: {
    description: 'Passes what is positive and drops the rest; goes with he. A unit that is never positive is dead.',
    formula: 'φ(z) = max(0, z), φ′ = 1 for z > 0, else 0',
    source: 'Nair & Hinton 2010; Glorot, Bordes & Bengio 2011'
  },
  elu: {
    description: 'As relu, but smooth and down to −1 for z < 0.',
    formula: 'φ(z) = z for z > 0, else eᶻ − 1',
    source: 'Clevert, Unterthiner & Hochreiter 2016'
  },
  selu: {
    description: 'elu scaled so that mean 0 and variance 1 are kept through layers of it, with lecun_normal.',
    formula: 'φ(z) = 1.0507 · (z for z > 0, else 1.6733 (eᶻ − 1))',
    source: 'Klambauer et al. 2017'
  },
  gelu: {
    description: 'z times the chance that a standard normal number is below z; exact, not the tanh approximation.',
    formula: 'φ(z) = z · Φ(z)',
    source: 'Hendrycks & Gimpel 2016'
  },
  silu: {
    description: 'z times its sigmoid; also called swish.',
    formula: 'φ(z) = z / (1 + e⁻ᶻ)',
    source: 'Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017'
  },
  softplus: {
    description: 'A smooth relu, positive everywhere. Its derivative is the sigmoid.',
    formula: 'φ(z) = ln(1 + eᶻ)',
    source: 'Dugas et al. 2001'
  },
  softsign: {
    description: 'Like tanh, but nearing ±1 much more slowly.',
    formula: 'φ(z) = z / (1 + |z|), φ′ = 1 / (1 + |z|)²',
    source: 'Bergstra et al. 2009'
  },
  linear: {
    description: 'No function at all: layers of it together are one linear map.',
    formula: 'φ(z) = z'
  }
}

const plain = z
  .enum(['sigmoid', 'tanh', 'relu', 'elu', 'selu', 'gelu', 'silu', 'softplus', 'softsign', 'linear'])
  .meta({ description: 'The function φ of a hidden layer: a = φ(z).', values: ACTIVATIONS })

const slope = z.number().default(0.01).meta({ description: 'The slope of leaky_relu for z < 0.' })

/** φ of one hidden layer. */
export const activation = z.discriminatedUnion('name', [
  z.strictObject({ name: plain }),
  z.strictObject({ name: z.literal('leaky_relu'), negative_slope: slope }).meta({
    description: 'As relu, with a small slope for z < 0, so that no unit is ever dead.',
    formula: 'φ(z) = z for z > 0, else negative_slope · z',
    source: 'Maas, Hannun & Ng 2013'
  })
])

export type ActivationSpec = z.output<typeof activation>
export type ActivationName = ActivationSpec['name']
