import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ActivationSpec, LayerSpec, LossName, OptimizerSpec, TrainingTask } from '../../../src/engine'

/** One file of test/reference/gradients; its README tells the form. */
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
  readonly final_weights: ReferenceCase['weights']
  readonly final_biases: ReferenceCase['biases']
  readonly expect: Readonly<Record<string, readonly (readonly number[])[]>> & { readonly loss: readonly number[] }
}

const FOLDER = path.join(process.cwd(), 'test', 'reference', 'gradients')

export function readCases(): ReferenceCase[] {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.json'))
  return files.sort().map(name => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as ReferenceCase)
}

/** W_1 b_1 W_2 b_2 … in one array. */
export const flatParameters = (weights: ReferenceCase['weights'], biases: ReferenceCase['biases']): Float64Array =>
  Float64Array.from(weights.flatMap((rows, layer) => [...rows.flat(), ...biases[layer]!]))

export function taskOf(reference: ReferenceCase, precision: TrainingTask['precision']): TrainingTask {
  const count = reference.inputs.length
  return {
    inputs: reference.inputs[0]!.length,
    layers: layersOf(reference),
    loss: reference.loss,
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
    initialParameters: flatParameters(reference.weights, reference.biases)
  }
}

function layersOf({ hidden_layers, activation, weights }: ReferenceCase): LayerSpec[] {
  const nameOf = (layer: number) => (typeof activation === 'string' ? activation : activation[layer]!)
  const common = { initializer: { name: 'zeros' }, biasInitializer: null } as const
  const hidden = hidden_layers.map((outputs, layer) => ({
    name: `hidden ${layer + 1}`,
    outputs,
    activation: activationNamed(nameOf(layer)),
    ...common
  }))
  return [...hidden, { name: 'output', outputs: weights.at(-1)!.length, activation: { name: 'linear' }, ...common }]
}

const activationNamed = (name: string): ActivationSpec =>
  name === 'leaky_relu' ? { name, negative_slope: 0.01 } : ({ name } as ActivationSpec)

function optimizerOf({ optimizer, clipnorm, clipvalue }: ReferenceCase): OptimizerSpec {
  const common = { weight_decay: 0, clipnorm, clipvalue: clipvalue ?? null }
  const own = { momentum: 0, nesterov: false, rho: 0.99, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-8 }
  return { ...common, ...own, ...optimizer } as unknown as OptimizerSpec
}
