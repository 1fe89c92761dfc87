import { howToRaise } from '../../text'
import { count, counted, listed } from './counts'

/** What is said of the lines and columns of a CSV file; names and values are quoted already. */
export const CSV_TEXTS = {
  inLine: (file: string, line: number, what: string) => `${file}, line ${line}: ${what}`,
  /** "iris.csv, line 3, column 2 (petal_width)" */
  place: (file: string, line: number, column: string) => `${file}, line ${line}, ${column}`,
  inColumn: (file: string, column: string) => `${file}: ${column}`,
  column: (number: number) => `column ${number}`,
  columnNamed: (number: number, name: string) => `column ${number} (${name})`,

  openQuote: 'a quoted value is not closed',
  endOfQuote: (separator: string) =>
    `a quoted value must end at a ${separator} or the end of the line; a quote inside it is written twice ("")`,

  noRows: (file: string) => `${file} holds no rows below a line with the names of its columns`,
  tooManyRows: (file: string, most: number) =>
    `${file} has more than ${count(most)} rows, the limit (${howToRaise('samples')})`,
  everyRowHasGap: (file: string, rows: number) =>
    `${file}: missing: drop leaves no row, as each of the ${rows} has a gap`,

  /** A row of the wrong length; `hint` is one of those below, or empty. */
  rowLength: (values: number, columns: number, hint: string) =>
    `has ${counted(values, 'value')}, but ${columns === 1 ? 'there is 1 column' : `there are ${count(columns)} columns`}${hint}`,
  rowHints: {
    noRow: '; if that is not a row, remove it or begin it with #',
    decimalComma: '; if numbers are written with a decimal comma, separate values by semicolons',
    nameEveryColumn: '; the first line must name every column: remove lines above that one, or begin them with #',
    inQuotes: (separator: string) => `; a value with a ${separator} in it must be in quotes`
  },
  /** The first row has a value more than the header has names. */
  oneMoreValue: (values: number, headerLine: number, columns: number) =>
    `has ${values} values, but line ${headerLine} names only ${columns} columns`,
  unnamedColumn: (column: number, line: number) =>
    `column ${column} has no name, but a value in line ${line}; give it a name`,
  repeatedRowNames: (value: string, line: number) =>
    `the first column has no name. Its values repeat (${value} again in line ${line}), so they are not row names: give the column a name`,

  noColumn: (file: string, column: string) => `${file} has no column ${column}`,
  noColumnOfKey: (file: string, column: string, key: string) => `${file} has no column ${column}, which ${key} names`,
  numberedColumns: (missing: string, columns: number) =>
    `${missing}: with header: false its columns are called 1 to ${columns}`,
  itsColumns: (missing: string, columns: string, hint: string) => `${missing}; its columns are ${columns}${hint}`,
  didYouMean: (missing: string, meant: string, columns: string, hint: string) =>
    `${missing}; did you mean ${meant}? Its columns are ${columns}${hint}`,
  columnHints: {
    sample: (line: number, columns: number) => `. If line ${line} is a sample, ${withoutNames(columns)}`,
    quotedLine: '. The whole line is in one pair of quotes: remove them',
    title: (line: number) =>
      `. If line ${line} is a title, remove it or begin it with #; if blanks or other signs separate values, save the file with commas`
  },
  listed: (names: readonly string[]) => listed(names),
  listedOfMany: (names: readonly string[], all: number) => `${names.join(', ')} … (${count(all)} in all)`,

  twice: (first: number, second: number, name: string) =>
    `columns ${first} and ${second} are both named ${name}; give one of them another name, or write header: false if that line is a sample`,
  noNames: (file: string, line: number, shown: string, columns: number) =>
    `${file} seems to have no names of columns: line ${line} (${shown}) reads like a sample. If it is one, ${withoutNames(columns)}. If these are names after all, write header: true`,
  nameAmongValues: (place: string, name: string, headerLine: number, columns: number) =>
    `${place}: the name ${name} is also one of its values. If a line below repeats the names of the columns, remove it. If line ${headerLine} is a sample, ${withoutNames(columns)}. If neither, write header: true`,
  nameIsValue: (place: string, name: string, line: number, headerLine: number, columns: number) =>
    `${place}: the name ${name} is also its value in line ${line}. If line ${line} repeats the names of the columns, remove it. If line ${headerLine} is a sample, ${withoutNames(columns)}. If neither, write header: true`,

  allIgnored: (file: string) =>
    `${file}: ignore leaves out every column beside the target, so there is nothing to learn from`,
  onlyTarget: (file: string) => `${file} has no column beside the target, so there is nothing to learn from`,

  unclearComma: (value: string, thousands: string, fraction: string) =>
    `${value} may be ${thousands} or ${fraction}; write decimal: comma if it is the latter, or else ${thousands} in the file`,
  mixedDecimals: (file: string, point: string, pointLine: number, comma: string, commaLine: number) =>
    `${file} has numbers with a decimal point (${point} in line ${pointLine}) and with a comma (${comma} in line ${commaLine}); write them all one way and leave out thousands separators`
}

/** What to write for a file without names. */
const withoutNames = (columns: number): string =>
  `write header: false; the columns are then called 1 to ${columns}, so that target: 1 is the first and target: ${columns} the last`
