import {
  CURVE_NAMES,
  QUANTITY_NAMES,
  RecordBuilder,
  absent,
  emptyTable,
  head,
  mergeSteps,
  noSteps,
  put,
  scaled,
  type Column,
  type CurveName,
  type Events,
  type LayerInfo,
  type QuantityName,
  type RunHeader,
  type RunRecord,
  type Scaled,
  type Steps,
  type Table
} from '../../../src/record'
import { shownOf, type Shown } from '../../../renderers/run/numbers/shown'

/** A made-up run: what is measured at (epoch, layer) and at each epoch. What is left out "does not apply". */
export interface Story {
  readonly name?: string | null
  readonly task?: 'classification' | 'regression'
  readonly inputs?: number
  readonly hidden: readonly number[]
  readonly outputs?: number
  readonly activation: string
  readonly epochs: number
  /** recorded columns; all if not given */
  readonly columns?: number
  readonly experiment?: RunHeader['experiment']
  readonly quantities?: Partial<Record<QuantityName, (epoch: number, layer: number, layers: number) => Scaled>>
  readonly curves?: Partial<Record<CurveName, (epoch: number) => Scaled>>
  readonly events?: Partial<Events>
  /** single steps that were kept; `quantities` and `curves` are asked for them, too, by their number */
  readonly steps?: Pick<Story, 'quantities' | 'curves'> & { readonly kept: readonly number[] }
}

export function recordOf(story: Story): RunRecord {
  const header = headerOf(story)
  const builder = new RecordBuilder(header)
  const columns = story.columns ?? story.epochs + 1
  for (let epoch = 0; epoch < columns; epoch++) builder.add(columnOf(story, epoch, header.layers.length))
  builder.setEvents({ ...builder.record.events, ...story.events })
  if (story.steps) builder.addSteps(stepsOf(story, story.steps, header.layers.length))
  return builder.record
}

const stepsOf = (story: Story, { kept, ...numbers }: NonNullable<Story['steps']>, layers: number): Steps =>
  kept
    .map((step): Steps => ({ steps: [step], ...columnOf({ ...story, ...numbers }, step, layers) }))
    .reduce(mergeSteps, noSteps(layers))

/** What a figure shows of a record without its single steps. */
export const folded = (record: RunRecord): Shown => shownOf(record, false)

/** The record as it was when it had so many columns. */
export function upTo(record: RunRecord, columns: number): RunRecord {
  const cut = <T extends Readonly<Record<string, Table>>>(tables: T) =>
    Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, head(table, columns)])) as unknown as T
  const events = { ...record.events, stop: null }
  return { ...record, columns, curves: cut(record.curves), quantities: cut(record.quantities), events }
}

function headerOf({
  name = null,
  task = 'classification',
  inputs = 2,
  hidden,
  outputs = 2,
  activation,
  ...rest
}: Story): RunHeader {
  const sizes = [inputs, ...hidden, outputs]
  const layers = sizes.slice(1).map((units, i): LayerInfo => ({
    name: i < hidden.length ? `hidden ${i + 1}` : 'output',
    inputs: sizes[i]!,
    outputs: units,
    activation: i < hidden.length ? activation : task === 'regression' ? 'linear' : 'softmax'
  }))
  return {
    engine: '1',
    name,
    experiment: rest.experiment ?? {
      initializer: { name: 'xavier', gain: 1 },
      optimizer: { name: 'sgd', learning_rate: 0.1, momentum: 0, nesterov: false, weight_decay: 0, clipnorm: null },
      batch_size: 32,
      seed: 42
    },
    layers,
    parameters: layers.reduce((sum, layer) => sum + layer.outputs * (layer.inputs + 1), 0),
    data: {
      name: task === 'regression' ? 'sine' : 'spiral',
      task,
      trainSamples: 410,
      testSamples: 102,
      inputs,
      classes: task === 'regression' ? [] : ['0', '1'],
      digest: 'd1'
    },
    epochs: rest.epochs,
    stepsPerEpoch: 13,
    subject: null,
    baseline: null,
    outcomeSubject: null
  }
}

function columnOf({ quantities = {}, curves = {} }: Story, epoch: number, layers: number): Column {
  const table = (size: number, value: (index: number) => Scaled) => {
    const row = emptyTable(1, size)
    for (let index = 0; index < size; index++) put(row, 0, index, value(index))
    return row
  }
  const ofLayer = (name: QuantityName) => table(layers, layer => quantities[name]?.(epoch, layer, layers) ?? absent)
  const ofEpoch = (name: CurveName) => table(1, () => curves[name]?.(epoch) ?? absent)
  return {
    epoch,
    curves: Object.fromEntries(CURVE_NAMES.map(name => [name, ofEpoch(name)])) as Column['curves'],
    quantities: Object.fromEntries(QUANTITY_NAMES.map(name => [name, ofLayer(name)])) as Column['quantities']
  }
}

/** 10^`power`, also where float64 has no such number. */
export function tenTo(power: number): Scaled {
  const exponent = Math.floor(power / Math.log10(2))
  return scaled(10 ** (power - exponent * Math.log10(2)), exponent)
}

/** A little irregularity that is the same every time, -1 … 1. */
const wobble = (a: number, b: number): number => Math.sin(a * 12.9898 + b * 78.233)

export const COMPLETED = (epoch: number): Partial<Events> => ({ stop: { reason: 'completed', epoch } })

/** Delta shrinks by 0.236 a layer toward the input, as in a sigmoid network with Xavier's initialisation. */
export const vanishing = (depth = 20, epochs = 30, columns = epochs + 1): RunRecord =>
  recordOf({
    name: 'deep-sigmoid',
    hidden: Array<number>(depth).fill(32),
    activation: 'sigmoid',
    epochs,
    columns,
    quantities: {
      delta_rms: (epoch, layer, layers) =>
        tenTo(
          -0.31 + (layers - 1 - layer) * (Math.log10(0.236) - 0.01 * Math.min(epoch, 12)) + 0.04 * wobble(epoch, layer)
        ),
      weight_gradient_l2: (epoch, layer, layers) =>
        tenTo(-0.6 + (layers - 1 - layer) * -0.6 + 0.05 * wobble(layer, epoch)),
      update_ratio: (epoch, layer, layers) => (epoch === 0 ? absent : tenTo(-2.5 + (layers - 1 - layer) * -0.62))
    },
    curves: {
      loss: epoch => scaled(0.6931 + 0.03 * Math.exp(-epoch / 2) + 0.002 * wobble(epoch, 1)),
      test_loss: epoch => scaled(0.6945 + 0.025 * Math.exp(-epoch / 2) + 0.003 * wobble(epoch, 2)),
      accuracy: epoch => scaled(0.5 + 0.02 * wobble(epoch, 3)),
      test_accuracy: epoch => scaled(0.49 + 0.03 * wobble(epoch, 4))
    },
    events: columns === epochs + 1 ? COMPLETED(epochs) : {}
  })

/** Delta and loss grow until they are NaN from epoch 7 on; the run goes on to its end. */
export const exploding = (stopped = true): RunRecord => {
  const value = (epoch: number, power: number) => (epoch >= 7 ? scaled(NaN) : tenTo(power))
  return recordOf({
    name: 'wild-relu',
    hidden: Array<number>(10).fill(64),
    activation: 'relu',
    epochs: 20,
    columns: stopped ? 8 : 21,
    quantities: {
      delta_rms: (epoch, layer, layers) => value(epoch, -0.3 + (layers - 1 - layer) * 0.35 + epoch * epoch * 0.22),
      weight_gradient_l2: (epoch, layer, layers) =>
        value(epoch, 0.2 + (layers - 1 - layer) * 0.3 + epoch * epoch * 0.3),
      update_ratio: (epoch, layer) => (epoch === 0 ? absent : value(epoch, -1 + epoch * 0.4 + layer * 0.01))
    },
    curves: {
      loss: epoch => value(epoch, 0.1 + epoch * epoch * 0.2),
      test_loss: epoch => value(epoch, 0.15 + epoch * epoch * 0.2),
      accuracy: epoch => scaled(0.5 + 0.03 * wobble(epoch, 1)),
      test_accuracy: epoch => scaled(0.5 + 0.02 * wobble(epoch, 2))
    },
    events: {
      nonfinite: { step: 88, epoch: 7, layer: 4, quantity: 'gradient' },
      stop: { reason: stopped ? 'nonfinite' : 'completed', epoch: stopped ? 7 : 20 }
    }
  })
}

/** Learns as it should. */
export const healthy = (epochs = 50, columns = epochs + 1): RunRecord =>
  recordOf({
    name: 'healthy-relu',
    hidden: [64, 32, 32, 32, 16],
    activation: 'relu',
    epochs,
    columns,
    quantities: {
      delta_rms: (epoch, layer) =>
        tenTo(-0.35 - 1.3 * (1 - Math.exp(-epoch / 15)) + 0.08 * wobble(epoch, layer) - 0.03 * layer),
      weight_gradient_l2: (epoch, layer) =>
        tenTo(-0.5 - 1.1 * (1 - Math.exp(-epoch / 15)) + 0.1 * wobble(epoch, layer)),
      update_ratio: (epoch, layer) => (epoch === 0 ? absent : tenTo(-2.6 + 0.1 * wobble(layer, epoch)))
    },
    curves: {
      loss: epoch =>
        scaled(0.72 * Math.exp(-epoch / 11) + 0.012 + 0.01 * Math.abs(wobble(epoch, 5)) * Math.exp(-epoch / 20)),
      test_loss: epoch => scaled(0.74 * Math.exp(-epoch / 12) + 0.04 + 0.02 * Math.abs(wobble(epoch, 6))),
      accuracy: epoch => scaled(1 - 0.5 * Math.exp(-epoch / 9)),
      test_accuracy: epoch => scaled(0.97 - 0.48 * Math.exp(-epoch / 9) + 0.01 * wobble(epoch, 8))
    },
    events: columns === epochs + 1 ? COMPLETED(epochs) : {}
  })

/** Zero weights: only the output layer learns, all others have gradients that are exactly zero. */
export const zeros = (): RunRecord =>
  recordOf({
    name: 'all-zeros',
    hidden: [16, 16, 16, 16],
    activation: 'tanh',
    epochs: 15,
    experiment: { initializer: 'zeros', optimizer: { name: 'adam', learning_rate: 0.001 }, batch_size: 32, seed: 0 },
    quantities: {
      delta_rms: (_epoch, layer, layers) => (layer === layers - 1 ? tenTo(-0.31) : scaled(0)),
      weight_gradient_l2: () => scaled(0)
    },
    curves: {
      loss: () => scaled(0.6931),
      test_loss: () => scaled(0.6932),
      accuracy: () => scaled(0.5),
      test_accuracy: () => scaled(0.5)
    },
    events: COMPLETED(15)
  })

/** Delta far below float64's range. */
export const abyss = (layers = 100, epochs = 1000): RunRecord =>
  recordOf({
    name: 'abyss',
    hidden: Array<number>(layers - 1).fill(16),
    activation: 'sigmoid',
    epochs,
    quantities: {
      delta_rms: (epoch, layer, all) => tenTo(-0.3 - 4.04 * (all - 1 - layer) * (1 + 0.1 * Math.sin(epoch / 90)))
    },
    curves: { loss: () => scaled(0.7), accuracy: epoch => scaled(0.5 + 0.1 * wobble(epoch, 0)) },
    events: COMPLETED(epochs)
  })

export const regression = (): RunRecord =>
  recordOf({
    task: 'regression',
    inputs: 1,
    hidden: [24, 24],
    outputs: 1,
    activation: 'tanh',
    epochs: 200,
    quantities: { delta_rms: (epoch, layer) => tenTo(0.1 - 0.9 * (1 - Math.exp(-epoch / 40)) - 0.15 * (2 - layer)) },
    curves: {
      loss: epoch => scaled(0.9 * Math.exp(-epoch / 30) + 0.004),
      test_loss: epoch => scaled(0.95 * Math.exp(-epoch / 30) + 0.006)
    },
    events: { stop: { reason: 'loss_below', epoch: 200 } }
  })

export const oneHidden = (): RunRecord =>
  recordOf({
    hidden: [8],
    activation: 'tanh',
    epochs: 1,
    quantities: { delta_rms: (epoch, layer) => tenTo(-0.3 - 0.4 * (1 - layer) - 0.1 * epoch) },
    curves: { loss: epoch => scaled(0.7 - 0.05 * epoch), accuracy: epoch => scaled(0.5 + 0.1 * epoch) },
    events: COMPLETED(1)
  })
