import { RULES, type UnknownRule } from '../diagnosis'
import { visibleLine } from '../text'
import { called } from './chosenCells'
import type { Input } from './input'
import type { Remarks } from './remarks'
import { CLI_TEXTS } from './texts'

/** Warns of names among a notebook's silenced rules, and its cells', that are no rules: they silence nothing. */
export function tellUnknownRules({ file, cells, unknownRules }: Input, remarks: Remarks): void {
  const warn = (wrong: UnknownRule, cell: string | null) =>
    remarks.warn(visibleLine(`gradnb: ${file}: ${CLI_TEXTS.unknownRule(wrong.name, wrong.meant, cell, RULES)}`))
  unknownRules.forEach(wrong => warn(wrong, null))
  cells.forEach(cell => cell.unknownRules.forEach(wrong => warn(wrong, called(cell))))
}
