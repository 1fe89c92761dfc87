import { MOST_COLUMNS_LISTED, shortName, type ColumnNames } from '../../record'
import type { ChosenRows } from '../spec'
import { placeIn, type NpyArray } from './npyArray'

const NONE: ColumnNames = { count: 0, names: [] }

/** What was decided about two arrays, for people to see. `why`: why the labels are classes or numbers. */
export function decisionsOf(
  inputs: NpyArray,
  labels: NpyArray,
  width: number,
  outputs: number,
  why: string
): ChosenRows {
  return {
    file: inputs.label,
    decisions: {
      ...{ target: names(labels, outputs), why, inputs: names(inputs, width) },
      ...{ categories: [], booleans: NONE, leftOut: NONE, rowNames: false, droppedRows: 0, filled: [] },
      ...{ separator: null, decimal: 'point', header: true, encoding: 'UTF-8', comments: 0 }
    },
    features: new ColumnsOf(inputs, width)
  }
}

const names = (array: NpyArray, width: number): ColumnNames => ({
  count: width,
  names: Array.from({ length: Math.min(width, MOST_COLUMNS_LISTED) }, (_, column) =>
    new ColumnsOf(array, width).at(column)
  )
})

const LONGEST_LABEL = 60

/** What the columns of an array are called, as NumPy writes it: "x.npy[:, 3]"; a single one has the array's name. */
class ColumnsOf {
  private readonly label: string
  private readonly shape: readonly number[]

  constructor(
    { label, shape }: NpyArray,
    readonly length: number
  ) {
    this.label = label.length > LONGEST_LABEL ? `…${label.slice(1 - LONGEST_LABEL)}` : label
    this.shape = shape
  }

  at(column: number): string {
    const { label, shape, length } = this
    return length === 1 ? label : shortName(`${label}[${[':', ...placeIn(shape, column)].join(', ')}]`)
  }
}
