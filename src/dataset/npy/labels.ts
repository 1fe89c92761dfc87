import { MOST_CLASSES, MOST_INFERRED_CLASSES, type Labelled } from '../classes'
import type { Task } from '../spec'
import type { NpyArray } from './npyArray'
import { TEXTS } from '../texts/texts'

const WHY = TEXTS.npy.why

/** What a net learns to say for each sample. */
export interface Labels extends Labelled {
  /** the class from 0 [samples × 1], or numbers [samples × outputs] */
  readonly targets: Float64Array
}

/**
 * What `values` [all × width] of a labels array mean, for the first `count` samples, as `task` says, or, where that is null, by this
 * rule: one column of whole numbers is classes when at most 20 are different and at most half as many as there are rows, and so are
 * truth values; several columns are the classes' columns where each row has a single 1 among zeros; all else is a regression with an
 * output for every column. Throws a `RangeError` for labels that cannot be what `task` says.
 */
export function readLabels(
  array: NpyArray,
  values: Float64Array,
  width: number,
  count: number,
  task: Task | null
): Labels {
  if (task === 'regression') return numbers(values, width, count, WHY.task(task))
  return width === 1 ? column(array, values, count, task) : columns(array, values, width, count, task)
}

const numbers = (values: Float64Array, width: number, count: number, why: string): Labels => ({
  targets: values.subarray(0, count * width),
  classNames: [],
  why
})

function column(array: NpyArray, values: Float64Array, count: number, task: Task | null): Labels {
  const found = [...differentUpTo(values, MOST_CLASSES)].sort((a, b) => a - b)
  if (task === null) {
    const why = notClasses(found, values)
    if (why !== null) return numbers(values, 1, count, why)
  }
  if (found.length > MOST_CLASSES) throw tooMany(array)
  if (found.length < 2) throw new RangeError(TEXTS.file.oneClass(array.label, String(found[0])))
  const labels = new Map(found.map((value, label) => [value, label]))
  const targets = Float64Array.from(values.subarray(0, count), value => labels.get(value)!) // [count × 1]
  const isTruth = array.type.kind === 'truth'
  const classNames = found.map(value => String(isTruth ? value !== 0 : value))
  const why = task === null ? (isTruth ? WHY.truths : WHY.wholes)(found.length) : WHY.task(task)
  return { targets, classNames, why }
}

const tooMany = ({ label }: NpyArray): RangeError => new RangeError(TEXTS.npy.tooManyClasses(label, MOST_CLASSES))

/** Why a column of numbers is not taken for classes; null where it is. */
function notClasses(found: readonly number[], values: Float64Array): string | null {
  if (!values.every(Number.isInteger)) return WHY.fractions
  if (found.length > MOST_INFERRED_CLASSES) return WHY.many(MOST_INFERRED_CLASSES)
  return 2 * found.length > values.length ? WHY.rare : null
}

/** The different values, or a few more than `most` where there are more. */
function differentUpTo(values: Float64Array, most: number): Set<number> {
  const found = new Set<number>()
  for (const value of values) {
    found.add(value === 0 ? 0 : value) // -0 is 0
    if (found.size > most) break
  }
  return found
}

function columns(array: NpyArray, values: Float64Array, width: number, count: number, task: Task | null): Labels {
  const labels = oneHot(values, width)
  if (labels !== null && width > MOST_CLASSES) throw tooMany(array)
  if (labels !== null)
    return {
      targets: labels.subarray(0, count),
      classNames: Array.from({ length: width }, (_, label) => String(label)),
      why: WHY.oneHot(width)
    }
  if (task === null) return numbers(values, width, count, WHY.columns(width))
  throw new RangeError(TEXTS.npy.notOneHot(array.label, width))
}

/** The column of the 1 in every row [rows]; null where some row has anything but a single 1 among zeros. */
function oneHot(values: Float64Array, width: number): Float64Array | null {
  const labels = new Float64Array(values.length / width)
  for (let row = 0; row < labels.length; row++) {
    const cells = values.subarray(row * width, (row + 1) * width)
    const label = cells.indexOf(1)
    if (label < 0 || !cells.every((value, i) => value === (i === label ? 1 : 0))) return null
    labels[row] = label
  }
  return labels
}
