import { DATASETS, linkOf, type DatasetEntry } from '../catalogue'
import type { Experiment } from './experiment'
import { isNamedDataset, type DatasetSpec, type Task } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { valueAt } from './valueAt'

/** What a net must know of its data. */
export interface DataShape {
  readonly task: Task
  readonly inputs: number
  /** classes, or a regression's targets */
  readonly outputs: number
  readonly samples: number
}

/** The shape of the data that `spec` describes, before anything is generated; null where a file decides it. */
export function dataShape(spec: DatasetSpec): DataShape | null {
  if (!isNamedDataset(spec)) return null
  const { task, inputs, outputs, samples }: DatasetEntry = DATASETS[spec.name]
  const size = (given: number | string) => (typeof given === 'number' ? given : Number(valueAt(spec, [given])))
  return { task, inputs: size(inputs), outputs: size(outputs), samples: size(samples) }
}

/** Units of every layer: inputs, hidden layers, outputs. */
export function widths(
  { hidden_layers, loss }: Pick<ParsedCell | Experiment, 'hidden_layers' | 'loss'>,
  { inputs, outputs }: DataShape
): number[] {
  return [inputs, ...hidden_layers, loss !== null && linkOf(loss) === 'sigmoid' ? 1 : outputs]
}

/** How many weights, biases, and scales and shifts of its hidden layers' normalization a net of these widths has. */
export function parameterCount(
  widths: readonly number[],
  { normalization }: Pick<ParsedCell, 'normalization'>
): number {
  const dense = widths.slice(1).reduce((sum, outputs, i) => sum + outputs * (widths[i]! + 1), 0)
  const hidden = widths.slice(1, -1).reduce((sum, units) => sum + units, 0)
  return dense + (normalization === 'none' ? 0 : 2 * hidden)
}

/** Samples that training takes; the rest are for testing. */
export const trainingSamples = (samples: number, testSplit: number): number => samples - Math.round(samples * testSplit)
