import type { Task } from '../spec'
import { place, type Header } from './header'
import { isNumber, numberAt } from './number'

/** A target column as it is written. */
export interface TargetColumn {
  readonly column: number
  /** [rows] */
  readonly texts: readonly string[]
  /** the line of a row, from 1 */
  lineOf(row: number): number
}

/** What a net learns to say for each row. */
export interface Targets {
  /** the class from 0, or the number: [rows] */
  readonly values: Float64Array
  /** [classes]; empty for numbers */
  readonly classNames: readonly string[]
}

const MOST_INFERRED_CLASSES = 20

/**
 * Reads a single target column as `task` says, or, where that is null, by this rule: text is a class; numbers are classes
 * when they are whole numbers (digits alone), at most 20 different ones and at most half as many as rows; all else is a
 * regression. Numbers among text must be meant: then `task` has to say so. Throws a `RangeError` with the place of a value
 * that is missing or does not fit.
 */
export function readTargets(header: Header, target: TargetColumn, task: Task | null): Targets {
  const missing = target.texts.indexOf('')
  if (missing >= 0)
    throw new RangeError(`${place(header, target.lineOf(missing), target.column)}: the value is missing`)
  return (task ?? inferTask(target.texts)) === 'regression' ? numbers(header, target, task) : classes(header, target)
}

function inferTask(texts: readonly string[]): Task {
  if (!texts.some(isNumber)) return 'classification'
  if (!texts.every(text => /^[+-]?\d+$/.test(text))) return 'regression'
  const different = new Set(texts.map(Number)).size
  return different <= MOST_INFERRED_CLASSES && 2 * different <= texts.length ? 'classification' : 'regression'
}

function numbers(header: Header, { column, texts, lineOf }: TargetColumn, task: Task | null): Targets {
  const advice = task === null ? '; if the values are names of classes, write task: classification' : ''
  const values = Float64Array.from(texts, (text, row) => numberAt(header, lineOf(row), column, text, advice)) // [rows]
  return { values, classNames: [] }
}

/** Classes in ascending order: by value where all are numbers (1 and 1.0 are one class), else by their characters' codes. */
function classes({ file, names }: Header, { column, texts }: TargetColumn): Targets {
  const numeric = texts.every(isNumber)
  const keys = numeric ? texts.map(text => String(Number(text))) : texts
  const classNames = [...new Set(keys)].sort(numeric ? (a, b) => Number(a) - Number(b) : undefined)
  if (classNames.length < 2)
    throw new RangeError(`${file}: column ${column + 1} (${names[column]}) has only one class, "${classNames[0]}"`)
  const labels = new Map(classNames.map((name, label) => [name, label]))
  return { values: Float64Array.from(keys, key => labels.get(key)!), classNames } // [rows]
}
