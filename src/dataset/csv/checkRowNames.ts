import { quoted } from './quoted'
import type { ReadTable } from './tableReader'
import { TEXTS } from '../texts/texts'

/** Throws a `RangeError` where a first column without a name cannot be what numbers or names the rows. */
export function checkRowNames({ header: { file, line, names }, rowNames, isLonger, firstLine }: ReadTable): void {
  if (rowNames === null) return
  const { inLine, oneMoreValue, repeatedRowNames } = TEXTS.csv
  if (isLonger && !rowNames.isBeyondDoubt)
    throw new RangeError(inLine(file, firstLine, oneMoreValue(names.length + 1, line, names.length)))
  const repeated = names[0] === '' ? rowNames.repeatedText : null
  if (repeated === null) return
  throw new RangeError(inLine(file, line, repeatedRowNames(quoted(repeated.text), repeated.line)))
}
