import { parseSafetensors, type Tensor } from './safetensors'

/** A layer of the net, and what of it the file shall give. */
export interface WantedLayer {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly inputs: number
  readonly outputs: number
  readonly weights: boolean
  readonly biases: boolean
}

/** What the file holds for a layer; null where it was not wanted. */
export interface LayerWeights {
  /** W [outputs × inputs], row-major */
  readonly weights: Float64Array | null
  /** b [outputs] */
  readonly biases: Float64Array | null
}

/**
 * Reads the weights of a PyTorch nn.Sequential of Linear and activation modules: "0.weight" [outputs, inputs], "0.bias",
 * "2.weight" … The numbers in ascending order are the layers; there must be as many as `layers`. Throws a `RangeError` that
 * says which tensor is missing, too much or of another shape.
 */
export function readWeights(file: string, bytes: Uint8Array, layers: readonly WantedLayer[]): LayerWeights[] {
  const tensors = parseSafetensors(file, bytes)
  const prefixes = prefixesOf(file, [...tensors.keys()], layers)
  return layers.map((layer, i) => {
    const read = (part: string, shape: readonly number[]) =>
      readTensor(file, tensors, `${prefixes[i]!}.${part}`, layer, shape)
    return {
      weights: layer.weights ? read('weight', [layer.outputs, layer.inputs]) : null,
      biases: layer.biases ? read('bias', [layer.outputs]) : null
    }
  })
}

const NAME = /^(0|[1-9]\d{0,8})\.(weight|bias)$/

/** The number before the point of every layer, ascending. */
function prefixesOf(file: string, names: readonly string[], layers: readonly WantedLayer[]): number[] {
  const strange = names.filter(name => !NAME.test(name))
  if (strange.length > 0)
    throw new RangeError(
      `${file} has tensors that no layer takes: ${listed(strange)}; expected are 0.weight, 0.bias, 2.weight …`
    )
  const prefixes = [...new Set(names.map(numberOf))].sort((a, b) => a - b)
  if (prefixes.length < layers.length)
    throw new RangeError(
      `${file} has tensors for ${prefixes.length} of ${layers.length} layers; those of ${layers[prefixes.length]!.name} are missing`
    )
  const surplus = names.filter(name => prefixes.indexOf(numberOf(name)) >= layers.length)
  if (surplus.length > 0)
    throw new RangeError(`${file} has tensors beyond the net's ${layers.length} layers: ${listed(surplus)}`)
  return prefixes
}

const numberOf = (name: string): number => Number(name.split('.', 1)[0])

const MOST_LISTED = 6

const listed = (names: readonly string[]): string =>
  names
    .slice(0, MOST_LISTED)
    .map(name => JSON.stringify(name))
    .join(', ') + (names.length > MOST_LISTED ? ' …' : '')

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
  if (tensor.shape.join() !== shape.join())
    throw new RangeError(
      `${file}: "${name}" is [${tensor.shape.join(', ')}], but ${layer.name} needs [${shape.join(', ')}]`
    )
  return tensor.read()
}
