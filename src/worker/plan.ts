import { loadDataset, type Dataset } from '../dataset'
import { createRandom, ENGINE_VERSION, type LayerSpec, type Random, type Samples, type TrainingTask } from '../engine'
import type { Experiment } from '../experiment'
import { resolvedCell } from '../experiment/describe'
import { parameterCount, widths } from '../experiment/shape'
import type { JsonObject, LayerInfo, RunHeader } from '../record'
import type { Files } from './messages'

/** A run that is ready to start. */
export interface Plan {
  readonly header: RunHeader
  readonly task: TrainingTask
  readonly random: Random
}

/** Where the shipped data sets stand in `Files`. */
const SHIPPED: Readonly<Record<string, string>> = { iris: 'iris.csv', digits: 'digits.csv.gz' }

/** The names of the files that `experiment` reads. */
export function filesOf(experiment: Experiment): string[] {
  const file = SHIPPED[experiment.dataset.name]
  return file === undefined ? [] : [file]
}

/** Turns an experiment into data, a task for the engine and the head of its record. Throws on damaged files. */
export function plan(experiment: Experiment, files: Files): Plan {
  const random = createRandom(experiment.seed)
  const data = loadDataset(experiment.dataset, random.stream('data'), name => files[SHIPPED[name]!]!)
  const task = taskOf(experiment, data)
  return { task, random, header: headerOf(experiment, data, task) }
}

function taskOf(experiment: Experiment, data: Dataset): TrainingTask {
  const { loss, optimizer, l1, l2, precision, epochs, batch_size: batchSize, shuffle, seed, stop } = experiment
  return {
    ...{ loss, optimizer, l1, l2, precision, epochs, batchSize, shuffle, seed },
    inputs: data.inputs,
    layers: layersOf(experiment),
    train: samplesFor(experiment, data, data.train),
    test: data.test && samplesFor(experiment, data, data.test),
    stop: { nonfinite: stop.nonfinite, lossBelow: stop.loss_below }
  }
}

function layersOf(experiment: Experiment): LayerSpec[] {
  const [, ...outputs] = widths(experiment)
  const depth = experiment.hidden_layers.length
  return outputs.map((units, i) => ({
    name: i < depth ? `hidden ${i + 1}` : 'output',
    outputs: units,
    activation: experiment.activation[i] ?? { name: 'linear' },
    initializer: experiment.initializer[i]!,
    biasInitializer: experiment.bias_initializer[i]!
  }))
}

/** Targets as the loss wants them: mse on classes takes one output a class, 1 for the right one. */
function samplesFor({ loss }: Experiment, data: Dataset, samples: Samples): Samples {
  if (loss !== 'mse' || data.task === 'regression') return samples
  const classes = data.classNames.length
  const targets = new Float64Array(samples.count * classes) // [count × classes]
  for (let i = 0; i < samples.count; i++) targets[i * classes + samples.targets[i]!] = 1
  return { ...samples, targets }
}

const OUTPUT_ACTIVATION = {
  mse: 'linear',
  binary_crossentropy: 'sigmoid',
  categorical_crossentropy: 'softmax'
} as const

function headerOf(experiment: Experiment, data: Dataset, task: TrainingTask): RunHeader {
  const all = widths(experiment)
  const layers = task.layers.map(({ name, outputs, activation }, i): LayerInfo => {
    const last = i === task.layers.length - 1
    return { name, inputs: all[i]!, outputs, activation: last ? OUTPUT_ACTIVATION[task.loss] : activation.name }
  })
  return {
    engine: ENGINE_VERSION,
    name: experiment.name,
    experiment: resolvedCell(experiment) as JsonObject,
    layers,
    parameters: parameterCount(all),
    data: {
      name: data.name,
      task: data.task,
      trainSamples: data.train.count,
      testSamples: data.test?.count ?? 0,
      inputs: data.inputs,
      classes: data.classNames,
      digest: data.digest
    },
    epochs: task.epochs,
    stepsPerEpoch: Math.ceil(data.train.count / task.batchSize)
  }
}
