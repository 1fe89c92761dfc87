import { activationEntry, INITIALIZERS } from '../catalogue'
import type {
  ActivationSpec,
  CompleteExperiment,
  DatasetSpec,
  Experiment,
  InitializerSpec,
  LossName,
  Task
} from './experiment'
import { taskOf } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'

const FALLBACK: ActivationSpec = { name: 'linear' }
const ZEROS: InitializerSpec = { name: 'zeros' }

/** Fills in what depends on other keys. The lists' lengths must have been checked. */
export function resolve(cell: ParsedCell): Experiment {
  const depth = cell.hidden_layers.length
  const activation = Array.isArray(cell.activation)
    ? cell.activation
    : Array<ActivationSpec>(depth).fill(cell.activation)
  const initializer = initializers(cell, activation)
  const given = cell.bias_initializer
  const task = taskOf(cell.dataset)
  const bias = Array.isArray(given) ? given : initializer.map(biasOf(given))
  return {
    ...cell,
    activation,
    initializer,
    bias_initializer: bias,
    dataset: withTask(cell.dataset, task),
    loss: cell.loss ?? (task && defaultLoss(task))
  }
}

/** `given` for every layer, or else zeros, but for initialisers that draw biases too. */
const biasOf = (given: InitializerSpec | null) => (weights: InitializerSpec) =>
  given ?? (INITIALIZERS[weights.name].setsBiases ? weights : ZEROS)

/** The output layer takes what the last hidden layer has. */
function initializers(cell: ParsedCell, activation: readonly ActivationSpec[]): InitializerSpec[] {
  if (Array.isArray(cell.initializer)) return cell.initializer
  const layers = [...activation, activation.at(-1) ?? FALLBACK]
  return layers.map(({ name }) => (cell.initializer as InitializerSpec | null) ?? byActivation(name))
}

const byActivation = (name: ActivationSpec['name']): InitializerSpec => ({
  name: activationEntry(name).initializer,
  gain: 1
})

/** Fills in what the file decided: `task` is that of the data. */
export const withData = (experiment: Experiment, task: Task): CompleteExperiment => ({
  ...experiment,
  dataset: withTask(experiment.dataset, task),
  loss: experiment.loss ?? defaultLoss(task)
})

const withTask = (dataset: DatasetSpec, task: Task | null): DatasetSpec =>
  dataset.name === 'csv' || dataset.name === 'npy' ? { ...dataset, task } : dataset

const defaultLoss = (task: Task): LossName => (task === 'regression' ? 'mse' : 'categorical_crossentropy')
