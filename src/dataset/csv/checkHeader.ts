import { place } from './header'
import { NameColumn } from './nameColumn'
import { quoted } from './quoted'
import type { ReadTable } from './tableReader'
import { TEXTS } from '../texts/texts'

/**
 * Throws a `RangeError` where the name of a column is also one of its values: then the first line is a sample like others, or a
 * line below says the names again. `isSure` when the cell says that there is a header.
 */
export function checkHeader(table: ReadTable, isSure: boolean): void {
  const { header, roles, columns, targetTexts } = table
  if (header.line === 0) return
  const { names } = header
  for (const [column, values] of columns) {
    if (values instanceof NameColumn) {
      if (!isSure && values.names.includes(names[column]!)) throw new RangeError(sentence(table, column, null))
    } else if (values.texts.text === names[column]) throw new RangeError(sentence(table, column, values.texts.line))
  }
  const target = roles.targets[0]!
  const row = isSure ? -1 : (targetTexts?.texts.indexOf(names[target]!) ?? -1)
  if (row >= 0) throw new RangeError(sentence(table, target, targetTexts!.lines.at(row)))
}

function sentence({ header }: ReadTable, column: number, line: number | null): string {
  const { names, line: own } = header
  const [where, name] = [place(header, own, column), quoted(names[column]!)]
  return line === null
    ? TEXTS.csv.nameAmongValues(where, name, own, names.length)
    : TEXTS.csv.nameIsValue(where, name, line, own, names.length)
}
