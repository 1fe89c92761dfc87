import type { LayerSpec, NormalizationState } from '../engine'
import type { InitializerSpec } from '../experiment'
import { shortName, type WeightSource } from '../record'
import { readWeights, type LayerWeights, type WantedLayer } from '../weights'

type Drawn = Pick<LayerSpec, 'initializer' | 'biasInitializer' | 'normalizationState'> & {
  /** where the weights are from; null: they are drawn */
  readonly source: WeightSource | null
}
type Net = readonly Pick<WantedLayer, 'name' | 'inputs' | 'outputs' | 'normalization'>[]

/**
 * The engine's initialisers of every layer: what a cell takes from a file becomes numbers, also of the normalization of a layer whose
 * weights come from it. Each file is read once. Throws a
 * `RangeError` for files that do not fit the net.
 */
export function initializersOf(
  weights: readonly InitializerSpec[],
  biases: readonly InitializerSpec[],
  net: Net,
  read: (path: string) => Uint8Array
): Drawn[] {
  const files = new Map<string, readonly LayerWeights[]>()
  for (const path of pathsIn([...weights, ...biases]))
    files.set(path, readWeights(path, read(path), wantedOf(path, weights, biases, net)))
  return net.map((_, i) => ({
    initializer: fromFile(weights[i]!, path => files.get(path)![i]!.weights!),
    biasInitializer: fromFile(biases[i]!, path => files.get(path)![i]!.biases!),
    ...stateOf(weights[i]!, path => files.get(path)![i]!.normalization),
    source: sourceOf(weights[i]!, path => files.get(path)![i]!.module)
  }))
}

const pathsIn = (specs: readonly InitializerSpec[]): Set<string> =>
  new Set(specs.flatMap(spec => (spec.name === 'safetensors' ? [spec.safetensors] : [])))

const wantedOf = (
  path: string,
  weights: readonly InitializerSpec[],
  biases: readonly InitializerSpec[],
  net: Net
): WantedLayer[] => {
  const isFrom = (spec: InitializerSpec): boolean => spec.name === 'safetensors' && spec.safetensors === path
  return net.map((layer, i) => ({ ...layer, weights: isFrom(weights[i]!), biases: isFrom(biases[i]!) }))
}

const sourceOf = (spec: InitializerSpec, moduleIn: (path: string) => string): WeightSource | null =>
  spec.name === 'safetensors'
    ? { file: shortName(spec.safetensors), module: shortName(moduleIn(spec.safetensors)) }
    : null

const stateOf = (
  spec: InitializerSpec,
  stateIn: (path: string) => NormalizationState | null
): Pick<LayerSpec, 'normalizationState'> => {
  const state = spec.name === 'safetensors' ? stateIn(spec.safetensors) : null
  return state === null ? {} : { normalizationState: state }
}

const fromFile = (spec: InitializerSpec, valuesOf: (path: string) => Float64Array): LayerSpec['initializer'] =>
  spec.name === 'safetensors' ? { name: 'given', values: valuesOf(spec.safetensors) } : spec
