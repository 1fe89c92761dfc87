import type { CsvSpec } from '../spec'
import { findColumn, twiceSentence } from './findColumn'
import type { Header } from './header'
import { TEXTS } from '../texts/texts'

/** What each column of a CSV file is for. Places count the columns of the header from 0. */
export interface Roles {
  /** in the order the cell names them */
  readonly targets: readonly number[]
  /** in the order the cell names them, or else in that of the file */
  readonly inputs: readonly number[]
  /** those of the inputs whose values are names */
  readonly categories: ReadonlySet<number>
  /** columns with a name that have no part */
  readonly leftOut: readonly number[]
  /** the first column, if it only numbers or names the rows */
  readonly rowNames: number | null
  /** other columns without a name, which must be empty */
  readonly unnamed: readonly number[]
}

/**
 * Gives every column its part as the cell says. Throws a `RangeError` for names that no column has or two have, and where no
 * input is left.
 */
export function rolesOf(header: Header, spec: CsvSpec): Roles {
  const { names } = header
  const find = (key: string, wanted: readonly string[]): number[] => wanted.map(name => findColumn(header, name, key))
  const targets = find('target', typeof spec.target === 'string' ? [spec.target] : spec.target)
  const ignored = new Set(ignoredPlaces(header, spec.ignore))
  const rowNames = rowNamesOf(header, spec)
  const others = names.map((_, column) => column).filter(column => names[column] !== '' && column !== rowNames)
  const inputs = spec.inputs
    ? find('inputs', spec.inputs)
    : others.filter(column => !targets.includes(column) && !ignored.has(column))
  checkNames(header, inputs)
  if (inputs.length === 0) throw new RangeError(noInputSentence(header, others.length > targets.length))
  return {
    targets,
    inputs,
    categories: new Set(find('categories', spec.categories)),
    leftOut: others.filter(column => !targets.includes(column) && !inputs.includes(column)),
    rowNames,
    unnamed: names.map((_, column) => column).filter(column => names[column] === '' && column !== rowNames)
  }
}

/** All columns of a name, if there are several: what is left out need not be told apart. */
function ignoredPlaces(header: Header, ignore: readonly string[]): number[] {
  return ignore.flatMap(wanted => {
    const places = header.names.map((_, column) => column).filter(column => header.names[column] === wanted)
    return places.length > 0 ? places : [findColumn(header, wanted, 'ignore')]
  })
}

/** What pandas calls a column without a name, once it has read and written it. */
const PANDAS_INDEX = /^Unnamed: 0(\.\d+)?$/

/** pandas' index, R's names of rows: a first column without a name, beside others that have one. */
function rowNamesOf({ names }: Header, { target, inputs, categories }: CsvSpec): number | null {
  const first = names[0]!
  const used = [target, inputs ?? [], categories].flat()
  return names.length > 1 && (first === '' || (PANDAS_INDEX.test(first) && !used.includes(first))) ? 0 : null
}

/** Inputs that are taken by default must have names that tell them apart. */
function checkNames(header: Header, inputs: readonly number[]): void {
  const seen = new Map<string, number>()
  for (const column of inputs) {
    const first = seen.get(header.names[column]!)
    if (first !== undefined) throw new RangeError(twiceSentence(header, first, column))
    seen.set(header.names[column]!, column)
  }
}

const noInputSentence = ({ file }: Header, hasOthers: boolean): string =>
  hasOthers ? TEXTS.csv.allIgnored(file) : TEXTS.csv.onlyTarget(file)
