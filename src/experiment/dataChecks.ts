import { linkOf, regressionLosses } from '../catalogue'
import { grouped, visibleLine } from '../text'
import type { Experiment } from './experiment'
import type { Finding } from './finding'
import type { Limits } from './limits'
import { sampleFindings } from './sampleChecks'
import { dataName, type Task } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { parameterCount, widths, type DataShape } from './shape'

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
      : conflict(`${name} is a regression, so its loss must be ${regressionLosses().join(' or ')}, not ${loss}`)
  if (loss !== null && linkOf(loss) === 'sigmoid' && outputs !== null && outputs > 2)
    return conflict(`${name} has ${outputs} classes, and ${loss} is for two; use categorical_crossentropy`)
  return []
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
      `numbers (${grouped(samples)} samples × ${grouped(width)} ${what})`,
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
  const message = `${grouped(value)} ${what} are above the limit of ${grouped(most)}; use fewer, or raise the setting gradnb.limits.${setting}`
  return [{ code: 'limit', path, message }]
}
