import { DATASETS, linkOf, type LossName, type OutputActivationName } from '../catalogue'
import { LimitError, loadRows, outputsOf, prepare, type DataFiles, type Dataset, type Rows } from '../dataset'
import { createRandom, ENGINE_VERSION, type LayerSpec, type Random, type Samples, type TrainingTask } from '../engine'
import {
  dataFindings,
  dataName,
  DEFAULT_LIMITS,
  parameterCount,
  resolvedCell,
  widths,
  withData,
  type CompleteExperiment,
  type DataShape,
  type Excess,
  type Experiment,
  type Files,
  type Limits
} from '../experiment'
import type { JsonObject, LayerInfo, RunHeader, WeightSource } from '../record'
import { baselineOf } from './baseline'
import { initializersOf } from './initializers'
import { outcomesOf } from './outcomes'
import { picturesOf } from './pictures'

/** A run that is ready to start. */
export interface Plan {
  readonly header: RunHeader
  readonly task: TrainingTask
  readonly random: Random
}

/** Data as a run's experiment wants them: what was read, split and scaled. */
export interface PreparedData {
  /** of all rows */
  readonly shape: DataShape
  readonly data: Dataset
}

/** What a plan is made for. */
export interface PlanOptions {
  readonly limits?: Limits
  /** only what the summary of a run needs is measured: no pictures, answers, distributions and single steps */
  readonly summaryOnly?: boolean
}

/**
 * Turns an experiment into data, a task for the engine and the head of its record. Throws a `RangeError` for damaged files,
 * and for what the cell and its data together forbid, before anything is made for the net.
 */
export function plan(given: Experiment, files: Files, limits: Limits = DEFAULT_LIMITS): Plan {
  const rows = rowsOf(given, files, limits)
  checked(given, shapeOf(rows), limits)
  return planOn(given, preparedFrom(rows, given), files, { limits })
}

/** Reads, splits and scales the data of an experiment; throws a `RangeError` for damaged files and data that cannot be split. */
export const prepareData = (given: Experiment, files: Files, limits: Limits = DEFAULT_LIMITS): PreparedData =>
  preparedFrom(rowsOf(given, files, limits), given)

const randomOf = ({ seed }: Experiment): Random => createRandom(seed).stream('data')

const rowsOf = (given: Experiment, files: Files, limits: Limits): Rows =>
  loadRows(given.dataset, randomOf(given), readFrom(files), limits)

function preparedFrom(rows: Rows, given: Experiment): PreparedData {
  const shape = shapeOf(rows)
  const { dataset, shuffle } = withData(given, shape.task)
  return { shape, data: prepare(rows, dataset, randomOf(given), shuffle) }
}

/** What of an experiment and its data is above a limit, as the error of a plan has it; null for other errors. */
export const excessIn = (error: unknown): Excess | null => (error instanceof LimitError ? error.excess : null)

/** The plan of an experiment on data that have been prepared for it or for another with the same key; `files` has its weights. */
export function planOn(
  given: Experiment,
  { shape, data }: PreparedData,
  files: Files,
  options: PlanOptions = {}
): Plan {
  const { limits = DEFAULT_LIMITS, summaryOnly = false } = options
  const experiment = checked(given, shape, limits)
  const layers = layersOf(experiment, data, files)
  const trained = taskOf(experiment, data, layers)
  const { asked, subjects } = summaryOnly ? NOTHING_SHOWN : shownOf(experiment, data)
  const task: TrainingTask = { ...trained, ...asked }
  const header = { ...headerOf(experiment, data, task, layers), baseline: baselineOf(data, task.loss), ...subjects }
  return { task, random: createRandom(given.seed), header }
}

type Asked = Pick<TrainingTask, 'probe' | 'outcomes' | 'distributions' | 'summaryOnly'>
type Subjects = Pick<RunHeader, 'subject' | 'outcomeSubject'>

const NOTHING_SHOWN: { readonly asked: Asked; readonly subjects: Subjects } = {
  asked: { probe: null, outcomes: null, distributions: true, summaryOnly: true },
  subjects: { subject: null, outcomeSubject: null }
}

/** What a run shows beside its columns. */
function shownOf(
  experiment: CompleteExperiment,
  data: Dataset
): { readonly asked: Asked; readonly subjects: Subjects } {
  const pictures = picturesOf(data)
  const answers = outcomesOf(data)
  const outcomes = answers && { ...answers.request, samples: samplesFor(experiment, data, answers.request.samples) }
  return {
    asked: { probe: pictures?.probe ?? null, outcomes, distributions: true },
    subjects: { subject: pictures?.subject ?? null, outcomeSubject: answers?.subject ?? null }
  }
}

function readFrom(files: Files): DataFiles {
  const named = (path: string): Uint8Array => {
    if (Object.hasOwn(files, path)) return files[path]!
    throw new RangeError(`${path} was not read`)
  }
  return { named, shipped: name => named(DATASETS[name].file) }
}

const shapeOf = (rows: Rows): DataShape => ({
  task: rows.classNames.length > 0 ? 'classification' : 'regression',
  inputs: rows.width,
  outputs: outputsOf(rows),
  samples: rows.count
})

/** The experiment with what its data decides; throws when the two do not fit together. */
function checked(given: Experiment, shape: DataShape, limits: Limits): CompleteExperiment {
  const experiment = withData(given, shape.task)
  const findings = dataFindings(experiment, shape, limits)
  const message = findings.map(({ message }) => message).join('\n')
  const excess = findings[0]?.excess
  if (excess !== undefined) throw new LimitError(message, excess)
  if (findings.length > 0) throw new RangeError(message)
  return experiment
}

/** Units of every layer: inputs, hidden layers, outputs. */
const widthsOf = (experiment: CompleteExperiment, { task, inputs, outputs, train }: Dataset): number[] =>
  widths(experiment, { task, inputs, outputs, samples: train.count })

function taskOf(
  experiment: CompleteExperiment,
  data: Dataset,
  layers: readonly PlannedLayer[]
): Omit<TrainingTask, 'probe' | 'outcomes' | 'distributions'> {
  const { loss, optimizer, l1, l2, precision, epochs, batch_size: batchSize, shuffle, seed, stop } = experiment
  return {
    ...{ loss, optimizer, l1, l2, precision, epochs, batchSize, shuffle, seed },
    inputs: data.inputs,
    layers: layers.map(({ source: _, ...layer }) => layer),
    ...(isIndicated(experiment, data) ? { indicators: true } : {}),
    train: samplesFor(experiment, data, data.train),
    test: data.test && samplesFor(experiment, data, data.test),
    stop: { nonfinite: stop.nonfinite, lossBelow: stop.loss_below }
  }
}

/** A layer, and where its weights are from. */
type PlannedLayer = LayerSpec & { readonly source: WeightSource | null }

function layersOf(experiment: CompleteExperiment, data: Dataset, files: Files): PlannedLayer[] {
  const all = widthsOf(experiment, data)
  const depth = experiment.hidden_layers.length
  const layers = all.slice(1).map((outputs, i) => ({
    name: i < depth ? `hidden ${i + 1}` : 'output',
    inputs: all[i]!,
    outputs,
    ...(i < depth
      ? { activation: experiment.activation[i]!, ...aroundActivation(experiment) }
      : outputShape(experiment.output_activation))
  }))
  const { initializer, bias_initializer } = experiment
  const drawn = initializersOf(initializer, bias_initializer, layers, readFrom(files).named)
  return layers.map(({ inputs: _, ...layer }, i) => ({ ...layer, ...drawn[i]! }))
}

/** What hidden layers have and the output layer has not. */
const aroundActivation = ({ normalization, residual }: CompleteExperiment): Partial<LayerSpec> => ({
  ...(normalization === 'none' ? {} : { normalization }),
  ...(residual ? { residual } : {})
})

/** Softmax is of all units together, so it is not an activation of each. */
const outputShape = (name: OutputActivationName): Pick<LayerSpec, 'activation' | 'softmax'> =>
  name === 'softmax' ? { activation: { name: 'linear' }, softmax: true } : { activation: { name } }

/** A loss of numbers on classes takes one output a class. */
const isIndicated = ({ loss }: CompleteExperiment, { task }: Dataset): boolean =>
  linkOf(loss) === 'linear' && task === 'classification'

/** Targets as the loss wants them: a loss of numbers takes 1 for the right class, else 0. */
function samplesFor(experiment: CompleteExperiment, data: Dataset, samples: Samples): Samples {
  if (!isIndicated(experiment, data)) return samples
  const classes = data.classNames.length
  const targets = new Float64Array(samples.count * classes) // [count × classes]
  for (let i = 0; i < samples.count; i++) targets[i * classes + samples.targets[i]!] = 1
  return { ...samples, targets }
}

/** What stands for the output layer's activation: its own, or else its share in the loss. */
const outputTitle = (name: OutputActivationName, loss: LossName): string => (name === 'linear' ? linkOf(loss) : name)

function headerOf(
  experiment: CompleteExperiment,
  data: Dataset,
  task: TrainingTask,
  planned: readonly PlannedLayer[]
): Omit<RunHeader, 'subject' | 'outcomeSubject' | 'baseline'> {
  const all = widthsOf(experiment, data)
  const layers = planned.map(({ name, outputs, activation, source }, i): LayerInfo => {
    const last = i === planned.length - 1
    const about = {
      ...{ name, inputs: all[i]!, outputs },
      activation: last ? outputTitle(experiment.output_activation, task.loss) : activation.name
    }
    return source === null ? about : { ...about, weights: source }
  })
  return {
    engine: ENGINE_VERSION,
    name: experiment.name,
    experiment: resolvedCell(experiment) as JsonObject,
    layers,
    parameters: parameterCount(all, experiment),
    data: {
      name: dataName(experiment.dataset),
      task: data.task,
      trainSamples: data.train.count,
      testSamples: data.test?.count ?? 0,
      inputs: data.inputs,
      classes: data.classNames,
      digest: data.digest,
      ...(data.decisions && { decisions: data.decisions })
    },
    epochs: task.epochs,
    stepsPerEpoch: Math.ceil(data.train.count / task.batchSize)
  }
}
