import { LONGEST_NAME } from './bounds'
import { RecordError, asArray, asCount, asFinite, asObject, asOneOf, asString, orNull } from './parse'

/** A record lists so many columns, and tells how many there are. */
export const MOST_COLUMNS_LISTED = 100

/** Names of columns: all of them, or the first of very many. */
export interface ColumnNames {
  readonly count: number
  readonly names: readonly string[]
}

/** The mean and the standard deviation that a target had. */
export interface TargetScale {
  readonly mean: number
  readonly deviation: number
}

/** What was decided about the columns and rows of a file of the user's. */
export interface DataDecisions {
  readonly target: ColumnNames
  /** why it is a classification or a regression: "3 different whole numbers" */
  readonly why: string
  /** the columns learned from, in their order */
  readonly inputs: ColumnNames
  /** columns of names, each value an input of its own */
  readonly categories: readonly { readonly column: string; readonly values: number }[]
  /** columns of true and false or yes and no, read as 1 and 0 */
  readonly booleans: ColumnNames
  /** columns that the cell leaves out */
  readonly leftOut: ColumnNames
  /** whether a first column without a name, which numbers or names the rows, was left out */
  readonly rowNames: boolean
  /** rows with gaps that were left out */
  readonly droppedRows: number
  /** inputs whose gaps became the mean of the training rows */
  readonly filled: readonly { readonly column: string; readonly gaps: number }[]
  readonly separator: 'comma' | 'semicolon' | 'tab' | 'pipe' | null
  readonly decimal: 'point' | 'comma'
  /** whether a line of the file names the columns */
  readonly header: boolean
  readonly encoding: 'UTF-8' | 'UTF-16'
  /** lines that begin with # and were left out */
  readonly comments: number
  /** whether inputs were brought to mean 0 and standard deviation 1 */
  readonly standardized: boolean
  /** inputs that never vary in the training rows, and are 0 in all */
  readonly constant: ColumnNames
  /** what the targets were divided by, one each, if they were: the loss is in these units */
  readonly targetScale: readonly TargetScale[] | null
  /** root mean square of a regression's training targets where it is far from 1; else null */
  readonly targetSize: number | null
}

/** Reads what `encodeRecord` wrote; throws a `RecordError` that names the place. */
export function parseDecisions(value: unknown, path: string): DataDecisions {
  const fields = asObject(value, path)
  const at = <T>(key: keyof DataDecisions, read: (value: unknown, path: string) => T): T =>
    read(fields[key], `${path}.${key}`)
  return {
    target: at('target', asNames),
    why: at('why', asName),
    inputs: at('inputs', asNames),
    categories: at('categories', listOf('values')),
    booleans: at('booleans', asNames),
    leftOut: at('leftOut', asNames),
    rowNames: at('rowNames', asBoolean),
    droppedRows: at('droppedRows', asCount),
    filled: at('filled', listOf('gaps')),
    separator: at('separator', (value, path) => orNull(value, path, (value, path) => asOneOf(value, SEPARATORS, path))),
    decimal: at('decimal', (value, path) => asOneOf(value, ['point', 'comma'] as const, path)),
    header: at('header', asBoolean),
    encoding: at('encoding', (value, path) => asOneOf(value, ['UTF-8', 'UTF-16'] as const, path)),
    comments: at('comments', asCount),
    standardized: at('standardized', asBoolean),
    constant: at('constant', asNames),
    targetScale: at('targetScale', (value, path) => orNull(value, path, asScales)),
    targetSize: at('targetSize', (value, path) => orNull(value, path, asFinite))
  }
}

const SEPARATORS = ['comma', 'semicolon', 'tab', 'pipe'] as const

const asName = (value: unknown, path: string): string => asString(value, path, LONGEST_NAME)

const listed = (value: unknown, path: string): readonly unknown[] => asArray(value, path, MOST_COLUMNS_LISTED)

function asBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new RecordError(path, 'true or false')
  return value
}

function asNames(value: unknown, path: string): ColumnNames {
  const { count, names } = asObject(value, path)
  const read = listed(names, `${path}.names`).map((name, i) => asName(name, `${path}.names[${i}]`))
  return { count: asCount(count, `${path}.count`), names: read }
}

type Counted<Key extends string> = { readonly column: string } & Readonly<Record<Key, number>>

/** Reads columns, each with a count of something. */
const listOf =
  <Key extends string>(key: Key) =>
  (value: unknown, path: string): Counted<Key>[] =>
    listed(value, path).map((entry, i) => {
      const fields = asObject(entry, `${path}[${i}]`)
      const count = asCount(fields[key], `${path}[${i}].${key}`)
      return { column: asName(fields['column'], `${path}[${i}].column`), [key]: count } as Counted<Key>
    })

function asScales(value: unknown, path: string): TargetScale[] {
  return listed(value, path).map((entry, i) => {
    const { mean, deviation } = asObject(entry, `${path}[${i}]`)
    return { mean: asFinite(mean, `${path}[${i}].mean`), deviation: asFinite(deviation, `${path}[${i}].deviation`) }
  })
}
