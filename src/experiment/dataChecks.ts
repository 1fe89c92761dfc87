import { linkOf, regressionLosses } from '../catalogue'
import type { Experiment } from './experiment'
import type { Finding } from './finding'
import type { Limits } from './limits'
import { dataName, type Task } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { parameterCount, trainingSamples, widths, type DataShape } from './shape'

type Cell = Pick<ParsedCell | Experiment, 'dataset' | 'hidden_layers' | 'loss' | 'normalization' | 'batch_size'>

/** What the data's shape forbids: losses of another task, splits without samples, nets and data above the limits. */
export const dataFindings = (cell: Cell, shape: DataShape, limits: Limits): Finding[] => [
  ...lossFindings(cell, shape.task, shape.outputs),
  ...splitFindings(cell, shape),
  ...batchFindings(cell, shape),
  ...excesses(cell, shape, limits)
]

/** Whether the loss fits the task; `outputs` is null where it is not known yet. */
export function lossFindings({ dataset, loss }: Cell, task: Task, outputs: number | null): Finding[] {
  const conflict = (message: string): Finding[] => [{ code: 'conflict', path: ['loss'], message }]
  const name = dataName(dataset)
  if (task === 'regression')
    return loss === null || linkOf(loss) === 'linear'
      ? []
      : conflict(`${name} is a regression: its loss is ${regressionLosses().join(' or ')}, not ${loss}`)
  if (loss !== null && linkOf(loss) === 'sigmoid' && outputs !== null && outputs > 2)
    return conflict(`${name} has ${outputs} classes; ${loss} is for two: use categorical_crossentropy`)
  return []
}

/** A test set must have a sample and leave one to train on. */
function splitFindings({ dataset: { test_split } }: Cell, { task, outputs, samples }: DataShape): Finding[] {
  const test = samples - trainingSamples(samples, test_split)
  const needed = task === 'classification' ? outputs : 1
  if (test_split > 0 && test === 0) return conflictOfSplit(test_split, samples, 'none to test on')
  return samples - test < needed ? conflictOfSplit(test_split, samples, 'too few to train on') : []
}

const conflictOfSplit = (share: number, samples: number, left: string): Finding[] => [
  {
    code: 'conflict',
    path: ['dataset', 'test_split'],
    message: `test_split ${share} of ${samples} samples leaves ${left}`
  }
]

/** Batch normalization cannot tell how far a single sample is from others. */
function batchFindings({ dataset, hidden_layers, normalization, batch_size }: Cell, { samples }: DataShape): Finding[] {
  const train = trainingSamples(samples, dataset.test_split)
  if (normalization !== 'batch' || hidden_layers.length === 0 || batch_size === 1 || train % batch_size !== 1) return []
  const message = `mini-batches of ${batch_size} from ${count(train)} training samples end with a single sample; batch normalization needs two or more`
  return [{ code: 'conflict', path: ['batch_size'], message }]
}

function excesses(cell: Cell, shape: DataShape, limits: Limits): Finding[] {
  const parameters = parameterCount(widths(cell, shape), cell)
  return [
    ...excess(['hidden_layers'], 'parameters', parameters, limits.parameters, 'parameters'),
    ...excess(['dataset', 'samples'], 'samples', shape.samples, limits.samples, 'samples'),
    ...numbers(cell, shape, limits)
  ]
}

/** What is kept of every sample: its inputs, and for losses of numbers one for every output. */
function numbers({ loss }: Cell, { samples, inputs, outputs }: DataShape, limits: Limits): Finding[] {
  const product = (width: number, what: string): Finding[] =>
    excess(
      ['dataset', what],
      `numbers (${count(samples)} samples × ${count(width)} ${what})`,
      samples * width,
      limits.dataNumbers,
      'dataNumbers'
    )
  const tooMany = product(inputs, 'inputs')
  return tooMany.length > 0 || loss === null || linkOf(loss) !== 'linear' ? tooMany : product(outputs, 'outputs')
}

/** The finding that `value` is above `most`, which `setting` can raise. */
export function excess(
  path: Finding['path'],
  what: string,
  value: number,
  most: number,
  setting: keyof Limits
): Finding[] {
  if (value <= most) return []
  const message = `${count(value)} ${what} are above the limit of ${count(most)} (setting gradnb.limits.${setting})`
  return [{ code: 'limit', path, message }]
}

const count = (value: number): string => value.toLocaleString('en-US')
