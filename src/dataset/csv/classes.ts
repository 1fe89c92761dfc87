import { MOST_CLASSES, MOST_INFERRED_CLASSES, type Labelled } from '../classes'
import type { Task } from '../spec'
import { dressOf } from './dress'
import { columnText, place, type Header } from './header'
import { quoted } from './quoted'
import type { TargetTexts } from './targetTexts'
import { notANumber } from './wrongValue'
import { TEXTS } from '../texts/texts'

const WHY = TEXTS.target.why

/** What a net learns to say for each row. */
export interface Targets extends Labelled {
  /** the class from 0, or the number: [rows] */
  readonly values: Float64Array
}

/** Texts are classes beyond `MOST_INFERRED_CLASSES` only where they repeat, and up to so many, unless the cell says that they are. */
const MOST_TEXTS = 100

/** The rows of a target column that are used: none of them has a gap there. */
export interface UsedTarget {
  readonly header: Header
  readonly column: number
  readonly texts: TargetTexts
  /** places of the rows */
  readonly rows: Int32Array
}

/**
 * Reads a single target column as `task` says, or, where that is null, by this rule: text is a class; numbers are classes
 * when they are whole numbers (1.0 is one), at most 20 different ones and at most half as many as rows; all else is a
 * regression. Throws a `RangeError` with the place of a value that fits neither, such as a number among text or $1,200, and for
 * texts that are too many to be classes.
 */
export function readTargets(target: UsedTarget, task: Task | null): Targets {
  const { task: decided, why } = task === null ? inferred(target) : { task, why: WHY.task(task) }
  if (decided === 'regression') return { values: numbers(target, task), classNames: [], why }
  const classes = classesOf(target)
  if (classes.classNames.length > MOST_CLASSES) throw new RangeError(tooMany(target, classes.classNames.length))
  return { ...classes, why }
}

interface Inferred {
  readonly task: Task
  readonly why: string
}

function inferred(target: UsedTarget): Inferred {
  const { texts, rows } = target
  const values = rows.map(row => Number(!Number.isNaN(texts.numbers.at(row)))).reduce((sum, is) => sum + is, 0)
  if (values === 0) return ofTexts(target)
  return values < rows.length ? { task: 'regression', why: WHY.numbers } : ofNumbers(target)
}

function ofTexts(target: UsedTarget): Inferred {
  const { texts, rows } = target
  checkDress(target)
  const different = new Set(Array.from(rows, row => texts.texts[row]!)).size
  if (different > MOST_INFERRED_CLASSES && (different > MOST_TEXTS || 2 * different > rows.length))
    throw new RangeError(namesOfThings(target, different))
  return { task: 'classification', why: WHY.texts(different) }
}

function ofNumbers({ texts, rows }: UsedTarget): Inferred {
  if (!rows.every(row => Number.isInteger(texts.numbers.at(row)))) return { task: 'regression', why: WHY.fractions }
  const different = new Set(Array.from(rows, row => texts.numbers.at(row))).size
  if (different > MOST_INFERRED_CLASSES) return { task: 'regression', why: WHY.wholes(different) }
  return 2 * different > rows.length
    ? { task: 'regression', why: WHY.wholesInRows(different, rows.length) }
    : { task: 'classification', why: WHY.wholes(different) }
}

/** Numbers that are written for people must not become classes in silence. Quantities ("5 kg") and dates may, if few are. */
function checkDress({ header, column, texts, rows }: UsedTarget): void {
  const dresses = new Map<string, boolean>() // of each different text: whether it is dressed
  let [dressed, first] = [0, -1]
  for (const row of rows) {
    const text = texts.texts[row]!
    const known = dresses.get(text) ?? dressOf(text) !== null
    dresses.set(text, known)
    if (!known) continue
    dressed++
    if (first < 0) first = row
  }
  if (first < 0) return
  const text = texts.texts[first]!
  if (dressOf(text)!.kind === 'number' || 2 * dressed >= rows.length)
    throw new RangeError(withAdvice(place(header, texts.lines.at(first), column), text))
}

/** What is no number may be the name of a class. */
const withAdvice = (where: string, text: string): string =>
  [TEXTS.columns.at(where, notANumber(text)), TEXTS.columns.ifClasses].join('. ')

function numbers({ header, column, texts, rows }: UsedTarget, task: Task | null): Float64Array {
  return Float64Array.from(rows, row => {
    const value = texts.numbers.at(row)
    if (Number.isFinite(value)) return value
    const [where, text] = [place(header, texts.lines.at(row), column), texts.texts[row]!]
    throw new RangeError(task === null ? withAdvice(where, text) : TEXTS.columns.at(where, notANumber(text)))
  }) // [rows]
}

/** Classes in ascending order: by value where all are numbers (1 and 1.0 are one class), else by their characters' codes. */
function classesOf(target: UsedTarget): Pick<Targets, 'values' | 'classNames'> {
  const { texts, rows } = target
  const numeric = rows.every(row => Number.isFinite(texts.numbers.at(row)))
  const keyOf = (row: number): string => (numeric ? String(texts.numbers.at(row)) : texts.texts[row]!)
  const labels = new Map<string, number>()
  for (const row of rows) labels.set(keyOf(row), 0)
  const classNames = [...labels.keys()].sort(numeric ? (a, b) => Number(a) - Number(b) : undefined)
  if (classNames.length < 2) throw new RangeError(TEXTS.file.oneClass(named(target), quoted(classNames[0]!)))
  classNames.forEach((name, label) => labels.set(name, label))
  return { values: Float64Array.from(rows, row => labels.get(keyOf(row))!), classNames } // [rows]
}

/** Texts that hardly repeat are names of things, not of kinds. */
const namesOfThings = (target: UsedTarget, different: number): string =>
  TEXTS.target.namesOfThings(named(target), different, target.rows.length)

const tooMany = (target: UsedTarget, classes: number): string =>
  TEXTS.target.tooManyClasses(named(target), classes, MOST_CLASSES)

const named = ({ header, column }: UsedTarget): string => TEXTS.csv.inColumn(header.file, columnText(header, column))
