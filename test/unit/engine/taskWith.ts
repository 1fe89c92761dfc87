import {
  createFloat64Backend,
  createRandom,
  train,
  type ActivationSpec,
  type BackendFactory,
  type LayerSpec,
  type OptimizerSpec,
  type Samples,
  type TrainingEvent,
  type TrainingResult,
  type TrainingTask
} from '../../../src/engine'
import { at, toNumber, type Column, type CurveName, type Events, type QuantityName } from '../../../src/record'

export const SGD: OptimizerSpec = {
  name: 'sgd',
  learning_rate: 0.1,
  momentum: 0,
  nesterov: false,
  weight_decay: 0,
  clipnorm: null,
  clipvalue: null
}

/** A hidden or output layer with xavier weights and zero biases. */
export const layer = (
  outputs: number,
  activation: ActivationSpec['name'],
  more: Partial<LayerSpec> = {}
): LayerSpec => ({
  name: activation === 'linear' ? 'output' : 'hidden',
  outputs,
  activation: activation === 'leaky_relu' ? { name: activation, negative_slope: 0.1 } : { name: activation },
  initializer: { name: 'xavier', gain: 1 },
  biasInitializer: null,
  ...more
})

/** Standard normal inputs [count × inputs] with random classes. */
export function randomSamples(count: number, inputs: number, classes: number, seed = 0): Samples {
  const random = createRandom(seed).stream('samples')
  return {
    count,
    inputs: new Float64Array(count * inputs).map(() => random.normal()),
    targets: new Float64Array(count).map(() => random.integer(classes))
  }
}

/** A small classification: 2 inputs, 2 classes, 48 samples in mini-batches of 16. */
export const taskWith = (more: Partial<TrainingTask> = {}): TrainingTask => ({
  inputs: 2,
  layers: [layer(5, 'tanh'), layer(2, 'linear')],
  loss: 'categorical_crossentropy',
  optimizer: SGD,
  l1: 0,
  l2: 0,
  precision: 'float64',
  epochs: 3,
  batchSize: 16,
  shuffle: true,
  seed: 1,
  train: randomSamples(48, 2, 2),
  test: null,
  probe: null,
  stop: { nonfinite: true, lossBelow: null },
  ...more
})

export interface Run {
  readonly yielded: readonly TrainingEvent[]
  readonly columns: readonly Column[]
  readonly events: Events
  readonly result: TrainingResult
}

/** Trains to the end. */
export function run(task: TrainingTask, createBackend: BackendFactory = createFloat64Backend): Run {
  const training = train(task, createRandom(task.seed), createBackend)
  const yielded: TrainingEvent[] = []
  let next = training.next()
  for (; next.done !== true; next = training.next()) yielded.push(next.value)
  const columns = yielded.flatMap(event => (event.type === 'column' ? [event.column] : []))
  const events = yielded.flatMap(event => (event.type === 'events' ? [event.events] : [])).at(-1)!
  return { yielded, columns, events, result: next.value }
}

/** Entries [layers] of a quantity, null where it does not apply. */
export const quantity = (column: Column, name: QuantityName): (number | null)[] =>
  Array.from({ length: column.quantities[name].layers }, (_, l) => toNumber(at(column.quantities[name], 0, l)))

export const curve = (column: Column, name: CurveName): number | null => toNumber(at(column.curves[name], 0, 0))
