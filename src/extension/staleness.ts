import type * as vscode from 'vscode'
import { isSameExperiment, problemLines, PROBLEMS_NAME } from '../experiment'
import { ERROR_MIME } from '../notebook'
import { RECORD_MIME } from '../record'
import { readSingle } from './problems'

/**
 * Whether a cell's output is from another text: the experiment in its record is not what the cell says now, or its problems
 * are not those it was told. Comments and layout do not make an output stale, and it holds for a file that was just opened.
 */
export function isStale(cell: vscode.NotebookCell): boolean {
  const origin = cell.outputs.map(originOf).find(known => known !== null)
  return origin !== undefined && origin !== null && !isFrom(origin, cell.document)
}

/** What an output was made from: the experiment in its record, or the problems that it tells. */
type Origin = { readonly experiment: unknown } | { readonly problems: string }

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
    if (mime === ERROR_MIME && parsed(data)?.['name'] === PROBLEMS_NAME)
      return { problems: String(parsed(data)?.['message']) }
  }
  return null
}

function isFrom(origin: Origin, document: vscode.TextDocument): boolean {
  const result = readSingle(document)
  if ('problems' in origin) return !result.ok && problemLines(document.getText(), result.problems) === origin.problems
  return result.ok && isSameExperiment(result.experiment, origin.experiment)
}

function parsed(data: Uint8Array): { readonly [key: string]: unknown } | null {
  try {
    return JSON.parse(new TextDecoder().decode(data))
  } catch {
    return null // a damaged output tells nothing about its origin; the renderer says what is wrong with it
  }
}
