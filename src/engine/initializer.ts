import { INITIALIZERS } from '../catalogue'
import type { Layout, LayerSlot } from './layout'
import { orthogonal } from './orthogonal'
import type { Random } from '../arithmetic'
import type { InitializerSpec, LayerSpec, Numbers } from './spec'

/**
 * Writes fresh values into (and rounds them to) `parameters` [layout.parameters]. Every layer draws from streams of its own, so
 * a layer's weights do not change with the layers before and behind it, nor weights with what biases need.
 */
export function initializeInto<Into extends Numbers>(
  parameters: Into,
  layers: readonly LayerSpec[],
  layout: Layout,
  random: Random
): Into {
  layers.forEach((layer, index) => {
    const slot = { ...layout.layers[index]!, activation: layer.activation }
    const { weights, biases, scales, shifts, end } = slot
    const stream = random.stream(String(index))
    fillWeights(parameters.subarray(weights, biases), layer.initializer, slot, stream.stream('weights'))
    fillBiases(parameters.subarray(biases, scales), biasOf(layer), slot, stream.stream('biases'))
    if (slot.normalization === null) return
    fill(parameters.subarray(scales, shifts), scalesOf(layer), slot, stream)
    fill(parameters.subarray(shifts, end), shiftsOf(layer), slot, stream)
  })
  return parameters
}

/** Biases are 0 unless they are given or the weights' initialiser sets them too. */
function biasOf({ initializer, biasInitializer }: LayerSpec): InitializerSpec {
  const setsBiases = initializer.name !== 'given' && INITIALIZERS[initializer.name].setsBiases
  return biasInitializer ?? (setsBiases ? initializer : { name: 'zeros' })
}

/** γ is 1 unless it is given. */
const scalesOf = ({ normalizationState }: LayerSpec) =>
  normalizationState === undefined
    ? ({ name: 'constant', value: 1 } as const)
    : ({ name: 'given', values: normalizationState.scales } as const)

/** β is 0 unless it is given. */
const shiftsOf = ({ normalizationState }: LayerSpec) =>
  normalizationState === undefined
    ? ({ name: 'zeros' } as const)
    : ({ name: 'given', values: normalizationState.shifts } as const)

/** Where parameters stand, and what comes after them. */
type Slot = LayerSlot & Pick<LayerSpec, 'activation'>

/** Initialisers that tell weights from biases. */
type PartialSpec = Extract<InitializerSpec, { name: 'orthogonal' | 'lsuv' | 'mean_field' }>

/** W [outputs × inputs]. lsuv begins with orthonormal weights; `unitVariance` does the rest. */
function fillWeights(values: Numbers, spec: InitializerSpec, slot: Slot, random: Random): void {
  switch (spec.name) {
    case 'orthogonal':
      return orthogonal(values, slot, spec.gain, random)
    case 'lsuv':
      return orthogonal(values, slot, 1, random)
    case 'mean_field':
      return normal(values, 0, Math.sqrt(spec.sigma_w2 / slot.inputs), random)
    default:
      return fill(values, spec, slot, random)
  }
}

/** b [outputs]. */
function fillBiases(values: Numbers, spec: InitializerSpec, slot: Slot, random: Random): void {
  switch (spec.name) {
    case 'orthogonal':
    case 'lsuv':
      throw new RangeError(`${spec.name} makes a matrix; biases cannot be drawn by it`)
    case 'mean_field':
      return normal(values, 0, Math.sqrt(spec.sigma_b2), random)
    default:
      return fill(values, spec, slot, random)
  }
}

/** An initialiser whose width follows from a layer's fans. */
type FanSpec = Extract<InitializerSpec, { readonly gain: number }>

/**
 * Draws every element of `values` (any shape) from `spec`'s distribution with the fans of `slot`; not truncated. The variance is
 * 1/fan_in for xavier and lecun (LeCun et al. 1998), 2/(fan_in + fan_out) for glorot (Glorot & Bengio 2010), 2/((1 + a²) fan_in) for he, a
 * being the slope of the layer's leaky_relu and 0 for any other activation (He et al. 2015, eq. 15; PyTorch's kaiming_normal_).
 */
function fill(values: Numbers, spec: Exclude<InitializerSpec, PartialSpec>, slot: Slot, random: Random): void {
  switch (spec.name) {
    case 'zeros':
      return void values.fill(0)
    case 'constant':
      return void values.fill(spec.value)
    case 'given':
      return copy(values, spec.values)
    case 'random_normal':
      return normal(values, spec.mean, spec.stddev, random)
    case 'random_uniform':
      return uniform(values, spec.minval, spec.maxval, random)
    case 'torch_default': {
      const limit = 1 / Math.sqrt(slot.inputs)
      return uniform(values, -limit, limit, random)
    }
    case 'xavier':
    case 'lecun_normal':
    case 'lecun_uniform':
      return fillByFans(values, spec, 1 / slot.inputs, random)
    case 'glorot_normal':
    case 'glorot_uniform':
      return fillByFans(values, spec, 2 / (slot.inputs + slot.outputs), random)
    case 'he':
    case 'he_normal':
    case 'he_uniform':
      return fillByFans(values, spec, 2 / ((1 + square(slopeOf(slot.activation))) * slot.inputs), random)
    default: {
      const unknown: never = spec
      throw new RangeError(`unknown initializer ${JSON.stringify(unknown)}`)
    }
  }
}

/** N(0, gain² · variance), or the uniform distribution of that variance: U(± gain √(3 variance)). */
function fillByFans(values: Numbers, { name, gain }: FanSpec, variance: number, random: Random): void {
  const deviation = gain * Math.sqrt(variance)
  const limit = deviation * Math.sqrt(3)
  if (name.endsWith('_uniform')) uniform(values, -limit, limit, random)
  else normal(values, 0, deviation, random)
}

const square = (value: number): number => value * value

/** Of the negative side, where it is a straight line of its own. */
const slopeOf = (activation: Slot['activation']): number =>
  activation.name === 'leaky_relu' ? activation.negative_slope : 0

function copy(values: Numbers, given: Float64Array): void {
  if (given.length !== values.length)
    throw new RangeError(`${given.length} parameters are given where ${values.length} are needed`)
  values.set(given)
}

function normal(values: Numbers, mean: number, stddev: number, random: Random): void {
  for (let i = 0; i < values.length; i++) values[i] = mean + stddev * random.normal()
}

function uniform(values: Numbers, low: number, high: number, random: Random): void {
  for (let i = 0; i < values.length; i++) values[i] = low + (high - low) * random.uniform()
}
