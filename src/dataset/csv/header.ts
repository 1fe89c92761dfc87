/** Which columns of a CSV file are what. */
export interface Header {
  readonly file: string
  /** [columns] */
  readonly names: readonly string[]
  /** places of the target columns, in the order the cell names them */
  readonly targets: readonly number[]
  /** places of all others, in the order of the file */
  readonly inputs: readonly number[]
}

/** Reads the first row. Throws a `RangeError` for columns without a name or with the same, and for targets it does not have. */
export function readHeader(file: string, line: number, names: readonly string[], wanted: readonly string[]): Header {
  names.forEach((name, column) => {
    if (name === '')
      throw new RangeError(
        `${file}, line ${line}: column ${column + 1} has no name; the first line must name every column`
      )
    if (names.indexOf(name) < column) throw new RangeError(`${file}, line ${line}: two columns are named "${name}"`)
  })
  const targets = wanted.map(name => placeOf(file, name, names))
  const inputs = names.map((_, column) => column).filter(column => !targets.includes(column))
  if (inputs.length === 0) throw new RangeError(`${file} has no column beside the target, so nothing to learn from`)
  return { file, names, targets, inputs }
}

function placeOf(file: string, wanted: string, names: readonly string[]): number {
  const place = names.indexOf(wanted)
  if (place >= 0) return place
  const separated = names.length === 1 && /[;\t]/.test(names[0]!)
  if (separated) throw new RangeError(`${file}: values must be separated by commas, not by semicolons or tabs`)
  throw new RangeError(`${file} has no column "${wanted}"; its columns are ${listed(names)}`)
}

const MOST_LISTED = 20

const listed = (names: readonly string[]): string =>
  names.length > MOST_LISTED ? `${names.slice(0, MOST_LISTED).join(', ')} …` : names.join(', ')

/** Where a value stands, for people: "iris.csv, line 3, column 2 (petal_width)". */
export const place = ({ file, names }: Header, line: number, column: number): string =>
  `${file}, line ${line}, column ${column + 1} (${names[column]})`
