import type { NormalizationState, RunningStatistics } from '../engine'
import { transposeAdvice } from './advice'
import { modulesOf, tensorName, type Modules, type Tensors } from './modules'
import { quoted } from './quoted'
import { parseSafetensors } from './safetensors'
import type { WantedLayer } from './wantedLayer'
import { TEXTS } from './texts'

/** What the file holds for a layer; null where it was not wanted. */
export interface LayerWeights {
  /** the file's name of the layer: "0", "fc1" */
  readonly module: string
  /** W [outputs × inputs], row-major */
  readonly weights: Float64Array | null
  /** b [outputs] */
  readonly biases: Float64Array | null
  /** null moreover for a file without normalization */
  readonly normalization: NormalizationState | null
}

/**
 * Reads the weights of a PyTorch net of Linear modules: "0.weight" [outputs, inputs], "0.bias", "2.weight" … as an nn.Sequential
 * names them, or other names that leave no doubt about the order of the layers (see `orderOf`); there must be as many as `layers`. In a
 * net with normalization the file may have its BatchNorm1d or LayerNorm behind each such Linear (γ is a vector), or none at all.
 * Throws a `RangeError` that says which tensor is missing, too much, of another shape or not finite.
 */
export function readWeights(file: string, bytes: Uint8Array, layers: readonly WantedLayer[]): LayerWeights[] {
  const tensors = parseSafetensors(file, bytes)
  const modules = modulesOf(file, tensors, layers)
  return layers.map((layer, i) => new LayerReader(file, tensors, layer, modules[i]!).read())
}

class LayerReader {
  constructor(
    private readonly file: string,
    private readonly tensors: Tensors,
    private readonly layer: WantedLayer,
    private readonly modules: Modules
  ) {}

  read(): LayerWeights {
    const { inputs, outputs, weights, biases } = this.layer
    const { dense, normalization } = this.modules
    return {
      module: dense,
      weights: weights ? this.tensor(tensorName(dense, 'weight'), [outputs, inputs]) : null,
      biases: biases ? this.tensor(tensorName(dense, 'bias'), [outputs]) : null,
      normalization: weights && normalization !== null ? this.state(normalization) : null
    }
  }

  /** γ and β, and the running statistics where the file has them. */
  private state(path: string): NormalizationState {
    const vector = (part: string) => this.tensor(tensorName(path, part), [this.layer.outputs])
    const runs = ['running_mean', 'running_var'].some(part => this.tensors.has(tensorName(path, part)))
    return { scales: vector('weight'), shifts: vector('bias'), running: runs ? this.running(path, vector) : null }
  }

  /** The file may lack the count of mini-batches. */
  private running(path: string, vector: (part: string) => Float64Array): RunningStatistics {
    const [mean, variance] = [vector('running_mean'), vector('running_var')]
    const negative = variance.findIndex(value => value < 0)
    if (negative >= 0)
      throw this.fault(TEXTS.negativeVariance(quoted(tensorName(path, 'running_var')), negative, variance[negative]!))
    const count = this.tensors.get(tensorName(path, 'num_batches_tracked'))
    const batches = count === undefined ? 0 : count.readCount()
    if (batches === null) throw this.fault(TEXTS.noCount(quoted(count!.name)))
    return { mean, variance, batches }
  }

  private tensor(name: string, due: readonly number[]): Float64Array {
    const tensor = this.tensors.get(name)
    if (tensor === undefined) throw this.missing(name)
    const { shape } = tensor
    if (shape.join() !== due.join())
      throw this.fault(TEXTS.otherShape(quoted(name), shape, this.layer.name, due, transposeAdvice(shape, due)))
    const values = tensor.read()
    const wrong = values.findIndex(value => !Number.isFinite(value))
    if (wrong < 0) return values
    throw this.fault(TEXTS.notFinite(quoted(name), placeOf(wrong, shape), values[wrong]!))
  }

  private missing(name: string): RangeError {
    const text = name.endsWith('bias') ? TEXTS.missingBias : TEXTS.missing
    return new RangeError(text(this.file, quoted(name), this.layer.name))
  }

  private readonly fault = (sentence: string): RangeError => new RangeError(TEXTS.fault(this.file, sentence))
}

/** The indices of a number in a tensor of `shape`, row-major, from 0. */
function placeOf(index: number, shape: readonly number[]): number[] {
  const place: number[] = []
  let rest = index
  for (const size of [...shape].reverse()) {
    place.unshift(rest % size)
    rest = Math.floor(rest / size)
  }
  return place
}
