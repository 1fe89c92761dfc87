import { place, withoutNames } from './header'
import { NameColumn } from './nameColumn'
import { quoted } from './quoted'
import type { ReadTable } from './tableReader'

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
  const name = quoted(header.names[column]!)
  const also = line === null ? `is also one of its values` : `is also its value in line ${line}`
  const repeated = line === null ? 'a line below' : `line ${line}`
  return `${place(header, header.line, column)}: the name ${name} ${also}. If ${repeated} repeats the names of the columns, remove it. If line ${header.line} is a sample, ${withoutNames(header.names.length)}. If neither, write header: true`
}
