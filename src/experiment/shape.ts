import type { Experiment } from './experiment'
import type { ParsedCell } from './schema/experiment'
import type { DatasetSpec } from './schema/dataset'

/** Inputs, outputs and samples of a data set as its options say, before anything is generated. */
export interface DataShape {
  readonly inputs: number
  readonly classes: number | null
  readonly samples: number
}

/** The shape of the data that `spec` describes; `classes` is null for a regression, which has one output. */
export function dataShape(spec: DatasetSpec): DataShape {
  switch (spec.name) {
    case 'iris':
      return { inputs: 4, classes: 3, samples: 150 }
    case 'digits':
      return { inputs: 64, classes: 10, samples: 1797 }
    case 'plane':
      return { inputs: 2, classes: null, samples: spec.samples }
    case 'sine':
      return { inputs: 1, classes: null, samples: spec.samples }
    case 'random':
      return { inputs: spec.inputs, classes: spec.classes, samples: spec.samples }
    case 'gaussian':
    case 'spiral':
      return { inputs: 2, classes: spec.classes, samples: spec.samples }
    default:
      return { inputs: 2, classes: 2, samples: spec.samples }
  }
}

/** Units of every layer: inputs, hidden layers, outputs. */
export function widths(cell: Pick<ParsedCell | Experiment, 'dataset' | 'hidden_layers' | 'loss'>): number[] {
  const { inputs, classes } = dataShape(cell.dataset)
  const outputs = classes === null || cell.loss === 'binary_crossentropy' ? 1 : classes
  return [inputs, ...cell.hidden_layers, outputs]
}

/** How many weights and biases a net of these widths has. */
export const parameterCount = (widths: readonly number[]): number =>
  widths.slice(1).reduce((sum, outputs, i) => sum + outputs * (widths[i]! + 1), 0)
