import type * as vscode from 'vscode'
import { parseCell, single, type CellResult, type ParseResult } from '../experiment'
import { cellTexts } from './language/cells'
import { userLimits } from './settings'

/** What a result was read from: the cell's text, those of its neighbours where it may name them, and the limits. */
interface Known {
  readonly from: readonly string[]
  readonly result: CellResult
}

const results = new WeakMap<vscode.TextDocument, Known>()

/** Whether a cell's text may refer to other cells. */
export const mayNameOthers = (text: string): boolean => /extends|compare/.test(text)

/**
 * Reads a cell under the limits of the user's settings, among the cells of its notebook. Many ask for the same text: it is read once.
 */
export function readCell(document: vscode.TextDocument): CellResult {
  const text = document.getText()
  const limits = userLimits()
  const cells = mayNameOthers(text) ? cellTexts(document).map(cell => cell.getText()) : []
  const from = [text, JSON.stringify(limits), ...cells]
  const known = results.get(document)
  if (known?.from.length === from.length && known.from.every((one, i) => one === from[i])) return known.result
  const result = parseCell(text, { cells, limits })
  results.set(document, { from, result })
  return result
}

/** The experiment of a cell, or the first of many. */
export function readFirst(document: vscode.TextDocument): ParseResult {
  const result = readCell(document)
  return result.ok && result.cell.kind === 'sweep'
    ? { ok: true, experiment: result.cell.first }
    : single(document.getText(), result)
}
