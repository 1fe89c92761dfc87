import {
  createRandom,
  layoutOf,
  type ActivationSpec,
  type LayerSpec,
  type Team,
  type TrainingTask
} from '../../src/engine'
import { initialize } from '../unit/engine/initialize'
import { Float32Backend } from '../../src/engine/wasm/float32Backend'

/** Our time against PyTorch's best of one and two threads: at least this many times as fast. */
export interface Workload {
  /** DEPTHxUNITS,BATCH[,ACTIVATION]: two inputs, two classes, plain sgd on one full batch */
  readonly name: string
  readonly oneCore: number | null
  /** the same with all cores; null where a net is too narrow to be shared */
  readonly allCores: number | null
}

export const WORKLOADS: readonly Workload[] = [
  { name: '5x16,32', oneCore: 15, allCores: null },
  { name: '20x16,32', oneCore: 12, allCores: null },
  { name: '20x32,32', oneCore: 6, allCores: null },
  { name: '20x64,64', oneCore: 1.4, allCores: 2 },
  { name: '50x64,64', oneCore: 1.4, allCores: 2 },
  { name: '100x32,32', oneCore: 6, allCores: null },
  { name: '100x32,32,sigmoid', oneCore: 6, allCores: null },
  { name: '10x128,128', oneCore: null, allCores: 1 },
  { name: '10x256,128', oneCore: null, allCores: 0.8 },
  { name: '5x512,256', oneCore: null, allCores: 0.65 }
]

/** A workload ready to be stepped. */
export interface Stepper {
  /** floating-point operations of the three matrix products */
  readonly operations: number
  step(): void
  /** the same step without what only the record needs */
  stepUnrecorded(): void
}

export function stepperOf(name: string, team: Team | null = null): Stepper {
  const task = taskOf(name)
  const layout = layoutOf(task.inputs, task.layers)
  const backend = new Float32Backend(task, layout, team)
  backend.setParameters(initialize(task.layers, layout, createRandom(1).stream('weights')))
  const order = Int32Array.from({ length: task.batchSize }, (_, sample) => sample)
  const stepWith = (record: boolean) => {
    backend.measures = record
    const fault = backend.step(order, 0, task.batchSize, true)
    if (fault !== null) throw new Error(`${name} diverged: ${fault.quantity}`)
  }
  const products = layout.layers.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0)
  return {
    operations: 6 * task.batchSize * products,
    step: () => stepWith(true),
    stepUnrecorded: () => stepWith(false)
  }
}

function taskOf(name: string): TrainingTask {
  const [shape, batch, activation = 'tanh'] = name.split(',')
  const [depth, units] = shape!.split('x').map(Number) as [number, number]
  const count = Number(batch)
  const random = createRandom(0).stream('samples')
  const hidden = Array.from({ length: depth }, () => layer(units, { name: activation } as ActivationSpec))
  return {
    inputs: 2,
    layers: [...hidden, layer(2, { name: 'linear' })],
    loss: 'categorical_crossentropy',
    optimizer: {
      name: 'sgd',
      learning_rate: 0.01,
      momentum: 0,
      nesterov: false,
      weight_decay: 0,
      clipnorm: null,
      clipvalue: null
    },
    l1: 0,
    l2: 0,
    precision: 'float32',
    epochs: 1,
    batchSize: count,
    shuffle: false,
    seed: 0,
    train: {
      count,
      inputs: new Float64Array(2 * count).map(() => random.normal()),
      targets: new Float64Array(count).map(() => random.integer(2))
    },
    test: null,
    probe: null,
    stop: { nonfinite: true, lossBelow: null }
  }
}

const layer = (outputs: number, activation: ActivationSpec): LayerSpec => ({
  name: activation.name,
  outputs,
  activation,
  initializer: { name: 'xavier', gain: 1 },
  biasInitializer: null
})
