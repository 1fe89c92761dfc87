import { linkOf, regressionLosses } from '../catalogue'
import { visibleLine } from '../text'
import type { Experiment } from './experiment'
import type { Finding } from './finding'
import type { Limits } from './limits'
import { sampleFindings } from './sampleChecks'
import { dataName, type Task } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { parameterCount, widths, type DataShape } from './shape'
import { TEXTS } from './texts/texts'

type Cell = Pick<ParsedCell | Experiment, 'dataset' | 'hidden_layers' | 'loss' | 'normalization' | 'batch_size'>

/** What the data's shape forbids: losses of another task, too few samples, nets and data above the limits. */
export const dataFindings = (cell: Cell, shape: DataShape, limits: Limits): Finding[] =>
  [
    ...lossFindings(cell, shape.task, shape.outputs),
    ...sampleFindings(cell, shape),
    ...excesses(cell, shape, limits)
  ].map(finding => ({ ...finding, message: visibleLine(finding.message) }))

/** Whether the loss fits the task; `outputs` is null where it is not known yet. */
export function lossFindings({ dataset, loss }: Cell, task: Task, outputs: number | null): Finding[] {
  const conflict = (message: string): Finding[] => [{ code: 'conflict', path: ['loss'], message }]
  const name = dataName(dataset)
  if (task === 'regression')
    return loss === null || linkOf(loss) === 'linear'
      ? []
      : conflict(TEXTS.data.regressionLoss(name, regressionLosses(), loss))
  if (loss !== null && linkOf(loss) === 'sigmoid' && outputs !== null && outputs > 2)
    return conflict(TEXTS.data.twoClassLoss(name, outputs, loss))
  return []
}

function excesses(cell: Cell, shape: DataShape, limits: Limits): Finding[] {
  const { counts } = TEXTS.checks
  const parameters = parameterCount(widths(cell, shape), cell)
  return [
    ...excess(['hidden_layers'], counts.parameters, parameters, limits.parameters, 'parameters'),
    ...excess(['dataset', 'samples'], counts.samples, shape.samples, limits.samples, 'samples'),
    ...numbers(cell, shape, limits)
  ]
}

/** What is kept of every sample: its inputs, and for losses of numbers one for every output. */
function numbers({ loss }: Cell, { samples, inputs, outputs }: DataShape, limits: Limits): Finding[] {
  const { counts } = TEXTS.checks
  const product = (width: number, key: string, what: string): Finding[] =>
    excess(['dataset', key], what, samples * width, limits.dataNumbers, 'dataNumbers')
  const tooMany = product(inputs, 'inputs', counts.inputNumbers(samples, inputs))
  return tooMany.length > 0 || loss === null || linkOf(loss) !== 'linear'
    ? tooMany
    : product(outputs, 'outputs', counts.outputNumbers(samples, outputs))
}

/** The finding that `value` is above `most`, which `limit` says. */
export function excess(
  path: Finding['path'],
  what: string,
  value: number,
  most: number,
  limit: keyof Limits
): Finding[] {
  if (value <= most) return []
  const message = TEXTS.checks.aboveLimit(value, what, most, limit)
  return [{ code: 'limit', path, message, excess: { limit, value, most } }]
}
