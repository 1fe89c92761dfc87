import type { ActivationSpec } from '../catalogue'
import type { InitializerSpec } from '../experiment'
import { TEXTS } from './texts'

/** The distribution that weights or biases are really drawn from. */
export interface Drawn {
  readonly mean: number
  readonly variance: number
}

/** A layer as initializers see it. */
export interface Fans {
  readonly inputs: number
  readonly outputs: number
  readonly activation: ActivationSpec
}

/** Why there is no distribution that theory could use. */
export interface Unknown {
  readonly why: string
}

/** `uniform`: ± gain √(3 variance) has the same variance as the normal one. */
const byVariance = (variance: number, gain: number): Drawn => ({ mean: 0, variance: gain * gain * variance })

/** The mean and variance of a weight. lsuv is told apart by `normalizes`, as its variance depends on the data. */
export function drawnWeight(spec: InitializerSpec, { inputs, outputs, activation }: Fans): Drawn | Unknown {
  switch (spec.name) {
    case 'zeros':
      return { mean: 0, variance: 0 }
    case 'constant':
      return { mean: spec.value, variance: 0 }
    case 'random_normal':
      return { mean: spec.mean, variance: spec.stddev ** 2 }
    case 'random_uniform':
      return { mean: (spec.minval + spec.maxval) / 2, variance: (spec.maxval - spec.minval) ** 2 / 12 }
    case 'torch_default':
      return { mean: 0, variance: 1 / (3 * inputs) }
    case 'mean_field':
      return { mean: 0, variance: spec.sigma_w2 / inputs }
    case 'orthogonal':
      return byVariance(1 / Math.max(inputs, outputs), spec.gain)
    case 'lsuv':
      return { why: TEXTS.lsuv }
    case 'safetensors':
      return { why: TEXTS.fileWeights }
    case 'glorot_normal':
    case 'glorot_uniform':
      return byVariance(2 / (inputs + outputs), spec.gain)
    case 'he':
    case 'he_normal':
    case 'he_uniform':
      return byVariance(2 / ((1 + slopeOf(activation) ** 2) * inputs), spec.gain)
    case 'xavier':
    case 'lecun_normal':
    case 'lecun_uniform':
      return byVariance(1 / inputs, spec.gain)
    default:
      return spec satisfies never
  }
}

/** The mean and variance of a bias; initializers by fans draw biases with the layer's fans. */
export function drawnBias(spec: InitializerSpec, fans: Fans): Drawn | Unknown {
  if (spec.name === 'mean_field') return { mean: 0, variance: spec.sigma_b2 }
  return drawnWeight(spec, fans)
}

const slopeOf = (activation: ActivationSpec): number =>
  activation.name === 'leaky_relu' ? activation.negative_slope : 0
