import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { OutputActivationName } from '../../../src/catalogue'
import type {
  ActivationSpec,
  LayerSpec,
  LossName,
  NormalizationName,
  OptimizerSpec,
  TrainingTask
} from '../../../src/engine'

/** One file of test/reference/gradients, normalization, names or outputs; the README there tells the form. */
export interface ReferenceCase {
  readonly name: string
  readonly hidden_layers: readonly number[]
  readonly activation: string | readonly string[]
  readonly loss: LossName
  readonly optimizer: { readonly name: OptimizerSpec['name'] } & Readonly<Record<string, unknown>>
  readonly epochs: number
  readonly batch_size: number
  readonly clipnorm: number | null
  readonly clipvalue?: number | null
  readonly l1?: number
  readonly l2?: number
  readonly inputs: readonly (readonly number[])[]
  readonly targets: readonly (number | readonly number[])[]
  /** [layer][output][input] */
  readonly weights: readonly (readonly (readonly number[])[])[]
  readonly biases: readonly (readonly number[])[]
  readonly normalization?: NormalizationName | 'none'
  readonly residual?: boolean
  readonly output_activation?: OutputActivationName
  /** targets of a loss of numbers are 1 for the class: accuracy is measured */
  readonly indicators?: boolean
  /** of all samples after training; null for a regression */
  readonly final_accuracy?: number | null
  /** [hidden layer][output]; empty without normalization */
  readonly scales?: ReferenceCase['biases']
  readonly shifts?: ReferenceCase['biases']
  readonly final_scales?: ReferenceCase['biases']
  readonly final_shifts?: ReferenceCase['biases']
  /** rows for which `predictions` are the logits after training */
  readonly test_inputs?: ReferenceCase['inputs']
  readonly predictions?: ReferenceCase['inputs']
  /** [hidden layer][output] of batch normalization, after training */
  readonly running_means?: ReferenceCase['biases']
  readonly running_variances?: ReferenceCase['biases']
  readonly final_weights: ReferenceCase['weights']
  readonly final_biases: ReferenceCase['biases']
  readonly expect: Readonly<Record<string, readonly (readonly number[])[]>> & { readonly loss: readonly number[] }
}

const FOLDERS = ['gradients', 'normalization', 'names', 'outputs'].map(name =>
  path.join(process.cwd(), 'test', 'reference', name)
)

export const readCases = (): ReferenceCase[] => FOLDERS.flatMap(readFolder)

function readFolder(folder: string): ReferenceCase[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  return files.sort().map(name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ReferenceCase)
}

type Vectors = ReferenceCase['biases']

/** W_1 b_1 γ_1 β_1 W_2 b_2 … in one array. */
const flat = (weights: ReferenceCase['weights'], biases: Vectors, scales: Vectors, shifts: Vectors): Float64Array =>
  Float64Array.from(
    weights.flatMap((rows, layer) => [
      ...rows.flat(),
      ...biases[layer]!,
      ...(scales[layer] ?? []),
      ...(shifts[layer] ?? [])
    ])
  )

const firstParameters = ({ weights, biases, scales, shifts }: ReferenceCase): Float64Array =>
  flat(weights, biases, scales ?? [], shifts ?? [])

export const finalParameters = ({
  final_weights,
  final_biases,
  final_scales,
  final_shifts
}: ReferenceCase): Float64Array => flat(final_weights, final_biases, final_scales ?? [], final_shifts ?? [])

export function taskOf(reference: ReferenceCase, precision: TrainingTask['precision']): TrainingTask {
  const count = reference.inputs.length
  return {
    inputs: reference.inputs[0]!.length,
    layers: layersOf(reference),
    loss: reference.loss,
    indicators: reference.indicators === true,
    optimizer: optimizerOf(reference),
    l1: reference.l1 ?? 0,
    l2: reference.l2 ?? 0,
    precision,
    epochs: reference.epochs,
    batchSize: reference.batch_size,
    shuffle: false,
    seed: 0,
    train: {
      count,
      inputs: Float64Array.from(reference.inputs.flat()),
      targets: Float64Array.from(reference.targets.flat())
    },
    test: null,
    probe: null,
    stop: { nonfinite: true, lossBelow: null },
    initialParameters: firstParameters(reference)
  }
}

function layersOf({
  hidden_layers,
  activation,
  weights,
  normalization,
  residual,
  output_activation: output
}: ReferenceCase): LayerSpec[] {
  const nameOf = (layer: number) => (typeof activation === 'string' ? activation : activation[layer]!)
  const common = { initializer: { name: 'zeros' }, biasInitializer: null } as const
  const hidden = hidden_layers.map((outputs, layer) => ({
    name: `hidden ${layer + 1}`,
    outputs,
    activation: activationNamed(nameOf(layer)),
    ...(normalization === undefined || normalization === 'none' ? {} : { normalization }),
    residual: residual === true,
    ...common
  }))
  const last = { name: 'output', outputs: weights.at(-1)!.length, ...outputShape(output ?? 'linear'), ...common }
  return [...hidden, last]
}

/** What an output layer is that applies `name`. */
export const outputShape = (name: OutputActivationName): Pick<LayerSpec, 'activation' | 'softmax'> =>
  name === 'softmax' ? { activation: { name: 'linear' }, softmax: true } : { activation: { name } }

const activationNamed = (name: string): ActivationSpec =>
  name === 'leaky_relu' ? { name, negative_slope: 0.01 } : ({ name } as ActivationSpec)

function optimizerOf({ optimizer, clipnorm, clipvalue }: ReferenceCase): OptimizerSpec {
  const common = { weight_decay: 0, clipnorm, clipvalue: clipvalue ?? null }
  const own = { momentum: 0, nesterov: false, rho: 0.99, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-8 }
  return { ...common, ...own, ...optimizer } as unknown as OptimizerSpec
}
