import type { NormalizationName, NormalizationState } from '../engine'
import { modulesOf, type Modules } from './modules'
import { parseSafetensors, type Tensor } from './safetensors'

/** A layer of the net, and what of it the file shall give. */
export interface WantedLayer {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly inputs: number
  readonly outputs: number
  readonly normalization?: NormalizationName
  /** with them comes what the file holds of the layer's normalization */
  readonly weights: boolean
  readonly biases: boolean
}

/** What the file holds for a layer; null where it was not wanted. */
export interface LayerWeights {
  /** W [outputs × inputs], row-major */
  readonly weights: Float64Array | null
  /** b [outputs] */
  readonly biases: Float64Array | null
  /** null moreover for a file without normalization */
  readonly normalization: NormalizationState | null
}

/**
 * Reads the weights of a PyTorch nn.Sequential of Linear and activation modules: "0.weight" [outputs, inputs], "0.bias",
 * "2.weight" … The numbers in ascending order are the layers; there must be as many as `layers`. In a net with normalization
 * the file may have its BatchNorm1d or LayerNorm behind each such Linear (γ is a "1.weight" [outputs]), or none at all. Throws a
 * `RangeError` that says which tensor is missing, too much or of another shape.
 */
export function readWeights(file: string, bytes: Uint8Array, layers: readonly WantedLayer[]): LayerWeights[] {
  const tensors = parseSafetensors(file, bytes)
  const modules = modulesOf(file, tensors, layers)
  return layers.map((layer, i) => layerOf(file, tensors, layer, modules[i]!))
}

function layerOf(
  file: string,
  tensors: ReadonlyMap<string, Tensor>,
  layer: WantedLayer,
  { dense, normalization }: Modules
): LayerWeights {
  const { inputs, outputs } = layer
  const read = (name: string, shape: readonly number[]) => readTensor(file, tensors, name, layer, shape)
  return {
    weights: layer.weights ? read(`${dense}.weight`, [outputs, inputs]) : null,
    biases: layer.biases ? read(`${dense}.bias`, [outputs]) : null,
    normalization:
      layer.weights && normalization !== null ? stateOf(tensors, normalization, name => read(name, [outputs])) : null
  }
}

/** γ and β, and the running statistics where the file has them; it may lack the count of mini-batches. */
function stateOf(
  tensors: ReadonlyMap<string, Tensor>,
  module: number,
  read: (name: string) => Float64Array
): NormalizationState {
  const runs = tensors.has(`${module}.running_mean`) || tensors.has(`${module}.running_var`)
  const batches = tensors.get(`${module}.num_batches_tracked`)?.read()[0] ?? 0
  return {
    scales: read(`${module}.weight`),
    shifts: read(`${module}.bias`),
    running: runs ? { mean: read(`${module}.running_mean`), variance: read(`${module}.running_var`), batches } : null
  }
}

function readTensor(
  file: string,
  tensors: ReadonlyMap<string, Tensor>,
  name: string,
  layer: WantedLayer,
  shape: readonly number[]
): Float64Array {
  const tensor = tensors.get(name)
  if (tensor === undefined)
    throw new RangeError(
      `${file} has no "${name}" for ${layer.name}${name.endsWith('bias') ? '; for layers without biases write bias_initializer: zeros' : ''}`
    )
  if (tensor.type === 'I64')
    throw new RangeError(`${file}: tensor "${name}" has numbers of type "I64"; only F32 and F64 can be read`)
  if (tensor.shape.join() !== shape.join())
    throw new RangeError(
      `${file}: "${name}" is [${tensor.shape.join(', ')}], but ${layer.name} needs [${shape.join(', ')}]`
    )
  return tensor.read()
}
