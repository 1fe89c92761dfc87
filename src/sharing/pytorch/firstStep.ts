import {
  createBackend,
  layoutOf,
  train,
  type Backend,
  type Layout,
  type RunningStatistics,
  type TrainingTask
} from '../../engine'
import type { Experiment, Files, Limits } from '../../experiment'
import { plan } from '../../plan'
import type { RunHeader } from '../../record'

/** All that a run is before its first step. */
export interface FirstStep {
  readonly header: RunHeader
  readonly task: TrainingTask
  readonly layout: Layout
  /** [layout.parameters] */
  readonly parameters: Float64Array
  /** of batch normalization, by layer from 0 */
  readonly running: (layer: number) => RunningStatistics | null
  /** [train.count] the samples in the order of the first epoch */
  readonly order: Int32Array
}

/** Makes data, weights and the first epoch's order as a run does, without a step. Throws as `plan` does. */
export function firstStep(experiment: Experiment, files: Files, limits: Limits): FirstStep {
  const { header, task, random } = plan(experiment, files, limits)
  let backend: Backend | null = null
  const bare: TrainingTask = { ...task, epochs: 0, test: null, probe: null, outcomes: null, distributions: false }
  const run = train(bare, random, (task, layout) => (backend = createBackend(task, layout)))
  while (run.next().done !== true);
  const order = Int32Array.from({ length: task.train.count }, (_, sample) => sample)
  if (task.shuffle) random.stream('order').shuffle(order)
  const { parameters, running } = stateOf(backend!)
  return { header, task, layout: layoutOf(task.inputs, task.layers), parameters, running, order }
}

const stateOf = (backend: Backend): Pick<FirstStep, 'parameters' | 'running'> => ({
  parameters: backend.parameters(),
  running: layer => backend.running(layer)
})
