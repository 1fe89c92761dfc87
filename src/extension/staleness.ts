import type * as vscode from 'vscode'
import { isSameExperiment, problemLines, PROBLEMS_NAME, writtenAs } from '../experiment'
import { ERROR_MIME } from '../notebook'
import { COMPARE_MIME, RECORD_MIME, SWEEP_MIME } from '../record'
import { isSameSweep } from '../sweep'
import { readCell } from './problems'

/**
 * Whether a cell's output is from another text: the experiment in its record is not what the cell says now, or its problems
 * are not those it was told. Comments and layout do not make an output stale, and it holds for a file that was just opened.
 */
export function isStale(cell: vscode.NotebookCell): boolean {
  const origin = cell.outputs.map(originOf).find(known => known !== null)
  return origin !== undefined && origin !== null && !isFrom(origin, cell.document)
}

/** What an output was made from: the experiment in its record, or the problems that it tells. */
type Origin =
  | { readonly experiment: unknown }
  | { readonly sweep: unknown }
  | { readonly references: unknown }
  | { readonly problems: string }

const origins = new WeakMap<vscode.NotebookCellOutput, Origin | null>()

/** Read once, as a record is long; null where the output does not tell. */
function originOf(output: vscode.NotebookCellOutput): Origin | null {
  const known = origins.get(output)
  if (known !== undefined) return known
  const origin = readOrigin(output)
  origins.set(output, origin)
  return origin
}

function readOrigin({ items }: vscode.NotebookCellOutput): Origin | null {
  for (const { mime, data } of items) {
    if (mime === RECORD_MIME) return { experiment: parsed(data)?.['experiment'] ?? null }
    if (mime === SWEEP_MIME) return { sweep: parsed(data) }
    if (mime === COMPARE_MIME) return { references: referencesIn(parsed(data)?.['items']) }
    if (mime === ERROR_MIME && parsed(data)?.['name'] === PROBLEMS_NAME)
      return { problems: String(parsed(data)?.['message']) }
  }
  return null
}

function isFrom(origin: Origin, document: vscode.TextDocument): boolean {
  const result = readCell(document)
  if ('problems' in origin) return !result.ok && problemLines(document.getText(), result.problems) === origin.problems
  if (!result.ok) return false
  const { cell } = result
  switch (cell.kind) {
    case 'run':
      return 'experiment' in origin && isSameExperiment(cell.experiment, origin.experiment)
    case 'sweep':
      return 'sweep' in origin && isSameSweep(cell, origin.sweep)
    case 'compare':
      return (
        'references' in origin && JSON.stringify(origin.references) === JSON.stringify(cell.compared.map(writtenAs))
      )
  }
}

const referencesIn = (items: unknown): unknown =>
  Array.isArray(items) ? items.map((item: { readonly reference?: unknown } | null) => item?.reference) : null

function parsed(data: Uint8Array): { readonly [key: string]: unknown } | null {
  try {
    return JSON.parse(new TextDecoder().decode(data))
  } catch {
    return null // a damaged output tells nothing about its origin; the renderer says what is wrong with it
  }
}
