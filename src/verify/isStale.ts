import { isSameExperiment, problemLines, PROBLEMS_NAME, writtenAs, type CellResult } from '../experiment'
import { ERROR_MIME, type Cell, type Json, type JsonObject } from '../notebook'
import { COMPARE_MIME, RECORD_MIME, SWEEP_MIME } from '../record'
import { isSameSweep } from '../sweep'

/** Whether what a cell shows was made from another text; `parsed`: what it says now. */
export function isStale({ outputs, source }: Cell, parsed: CellResult): boolean {
  const made = outputs.flatMap(({ items }) => items)[0]
  if (made === undefined) return false
  const fields = (made.data ?? {}) as JsonObject
  if (!parsed.ok) return !(made.mime === ERROR_MIME && isTold(fields, problemLines(source, parsed.problems)))
  const { cell } = parsed
  switch (made.mime) {
    case RECORD_MIME:
      return !(cell.kind === 'run' && isSameExperiment(cell.experiment, fields['experiment']))
    case SWEEP_MIME:
      return !(cell.kind === 'sweep' && isSameSweep(cell, fields))
    case COMPARE_MIME:
      return !(cell.kind === 'compare' && sameTexts(referencesIn(fields['items']), cell.compared.map(writtenAs)))
    case ERROR_MIME:
      return fields['name'] === PROBLEMS_NAME
    default:
      return false // made by another program, of which nobody knows
  }
}

const isTold = (fields: JsonObject, problems: string): boolean =>
  fields['name'] === PROBLEMS_NAME && fields['message'] === problems

const referencesIn = (items: Json | undefined): readonly unknown[] =>
  Array.isArray(items) ? items.map((item: JsonObject | null) => item?.['reference']) : []

const sameTexts = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b)
