import { quoted } from './quoted'
import type { ReadTable } from './tableReader'

/** Throws a `RangeError` where a first column without a name cannot be what numbers or names the rows. */
export function checkRowNames({ header: { file, line, names }, rowNames, isLonger, firstLine }: ReadTable): void {
  if (rowNames === null) return
  if (isLonger && !rowNames.isBeyondDoubt)
    throw new RangeError(
      `${file}, line ${firstLine}: has ${names.length + 1} values, but line ${line} names only ${names.length} columns`
    )
  const repeated = names[0] === '' ? rowNames.repeatedText : null
  if (repeated === null) return
  throw new RangeError(
    `${file}, line ${line}: the first column has no name. Its values repeat (${quoted(repeated.text)} again in line ${repeated.line}), so they are no names of rows: give the column a name`
  )
}
