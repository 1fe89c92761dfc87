import { createRandom } from '../../../src/engine'
import {
  CURVE_NAMES,
  emptyTable,
  put,
  QUANTITY_NAMES,
  RecordBuilder,
  scaled,
  summarize,
  type Columns,
  type Events,
  type QuantityName,
  type RunRecord,
  type SweepRecord,
  type SweepRun
} from '../../../src/record'
import { HEADER } from './sampleRecord'

const EXPERIMENT = { ...HEADER.experiment, activation: 'tanh', loss: 'categorical_crossentropy' }

/** How a made-up run goes. */
export interface Course {
  readonly layers?: number
  readonly epochs?: number
  /** of a sample in each column */
  readonly loss: (column: number) => number
  readonly delta?: (column: number, layer: number) => number
  readonly accuracy?: (column: number) => number
  readonly events?: Partial<Events>
  readonly columns?: number
}

/** A record as a run would make it, with these numbers. */
export function madeRecord(course: Course): RunRecord {
  const { layers = 4, epochs = 30, columns = epochs + 1 } = course
  const infos = Array.from({ length: layers }, (_, layer) => ({
    name: layer === layers - 1 ? 'output' : `hidden ${layer + 1}`,
    inputs: 8,
    outputs: layer === layers - 1 ? 2 : 8,
    activation: layer === layers - 1 ? 'softmax' : 'tanh'
  }))
  const builder = new RecordBuilder({ ...HEADER, experiment: EXPERIMENT, layers: infos, epochs, stepsPerEpoch: 100 })
  if (columns > 0) builder.add(columnsOf(course, layers, columns))
  builder.setEvents({ ...builder.record.events, stop: { reason: 'completed', epoch: columns - 1 }, ...course.events })
  return builder.record
}

function columnsOf(course: Course, layers: number, columns: number): Columns {
  const table = (width: number, number: (column: number, layer: number) => number | undefined) => {
    const made = emptyTable(columns, width)
    for (let column = 0; column < columns; column++)
      for (let layer = 0; layer < width; layer++) {
        const value = number(column, layer)
        if (value !== undefined) put(made, column, layer, scaled(value))
      }
    return made
  }
  const delta = course.delta ?? (() => 0.01)
  const curves = { loss: course.loss, accuracy: course.accuracy, test_loss: course.loss, test_accuracy: undefined }
  const quantity = (name: QuantityName) => (name === 'delta_rms' || name === 'weight_gradient_l2' ? delta : undefined)
  return {
    epoch: 0,
    curves: Object.fromEntries(
      CURVE_NAMES.map(name => [name, table(1, column => curves[name]?.(column))])
    ) as Columns['curves'],
    quantities: Object.fromEntries(
      QUANTITY_NAMES.map(name => [name, table(layers, (column, layer) => quantity(name)?.(column, layer))])
    ) as Columns['quantities']
  }
}

/** Numbers as noisy as those of a run, which pack as badly. */
export function noisyRecord(seed: number, layers: number, epochs: number): RunRecord {
  const random = createRandom(seed)
  const noise = () => 1 + 0.2 * random.uniform()
  return madeRecord({
    layers,
    epochs,
    loss: column => noise() * 0.7 * 0.95 ** column,
    accuracy: column => 1 - noise() * 0.4 * 0.95 ** column,
    delta: (column, layer) => noise() * 1e-3 * 0.6 ** (layers - layer) * 0.97 ** column
  })
}

const RATES = [0.001, 0.01, 0.1, 1]
const LABELS = ['sigmoid+xavier', 'relu+he']

/** Two variants × four learning rates × two seeds; the first diverged, the second threw, the last is missing. */
export function sampleSweep(): SweepRecord {
  const runs = LABELS.flatMap((label, variant) =>
    RATES.flatMap((rate, i) =>
      [7, 8].map((seed, s): SweepRun => {
        const index = variant * 8 + i * 2 + s
        const plan = { label, values: [rate], seed, digest: `d${index}` }
        if (index === 1) return { ...plan, state: 'failed', why: 'The worker ended.' }
        if (index === 15) return { ...plan, state: 'missing' }
        return {
          ...plan,
          state: 'done',
          summary: summarize(index === 0 ? diverged() : noisyRecord(index, 4, 30), null)
        }
      })
    )
  )
  return {
    version: 1,
    engine: '4',
    name: 'rates',
    experiment: { dataset: { name: 'spiral' }, epochs: 30 },
    data: { name: 'spiral', task: 'classification' },
    variants: LABELS,
    parameters: [{ name: 'optimizer.learning_rate', values: RATES, log: true }],
    seeds: 2,
    metric: { name: 'loss', goal: 'minimize' },
    runs
  }
}

export const diverged = (): RunRecord =>
  madeRecord({
    columns: 4,
    loss: column => [0.7, 9, 1e30, NaN][column]!,
    delta: column => [0.01, 1, 1e200, Infinity][column]!,
    events: {
      nonfinite: { step: 5, epoch: 3, layer: null, quantity: 'loss' },
      stop: { reason: 'nonfinite', epoch: 3 }
    }
  })
