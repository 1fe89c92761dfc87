import type * as vscode from 'vscode'
import { problemLines, PROBLEMS_NAME, resolvedCell } from '../experiment'
import { ERROR_MIME } from '../notebook'
import { RECORD_MIME } from '../record'
import { parseCell } from './problems'

/**
 * Whether a cell's output is from another text: the experiment in its record is not what the cell says now, or its problems
 * are not those it was told. Comments and layout do not make an output stale, and it holds for a file that was just opened.
 */
export function isStale(cell: vscode.NotebookCell): boolean {
  const origin = cell.outputs.map(originOf).find(known => known !== null)
  return origin !== undefined && origin !== null && origin !== originOfText(cell.document.getText())
}

const origins = new WeakMap<vscode.NotebookCellOutput, string | null>()

/** What an output was made from; read once, as a record is long. null where it does not tell. */
function originOf(output: vscode.NotebookCellOutput): string | null {
  const known = origins.get(output)
  if (known !== undefined) return known
  const origin = readOrigin(output)
  origins.set(output, origin)
  return origin
}

function readOrigin({ items }: vscode.NotebookCellOutput): string | null {
  for (const { mime, data } of items) {
    if (mime === RECORD_MIME) return JSON.stringify(parsed(data)?.['experiment'] ?? null)
    if (mime === ERROR_MIME && parsed(data)?.['name'] === PROBLEMS_NAME) return String(parsed(data)?.['message'])
  }
  return null
}

function originOfText(text: string): string {
  const result = parseCell(text)
  return result.ok ? JSON.stringify(resolvedCell(result.experiment)) : problemLines(text, result.problems)
}

function parsed(data: Uint8Array): { readonly [key: string]: unknown } | null {
  try {
    return JSON.parse(new TextDecoder().decode(data))
  } catch {
    return null // a damaged output tells nothing about its origin; the renderer says what is wrong with it
  }
}
