import * as vscode from 'vscode'
import { mergeConflict } from '../../experiment'
import { sidesOf } from '../../notebook'
import { CELL_LANGUAGE, NOTEBOOK_TYPE } from '../ids'
import { quickFix } from './quickFix'
import { rangeIn } from './ranges'

/** The cells that may show both versions of a merge: experiments and prose. */
export const CONFLICT_CELLS: vscode.DocumentSelector = [
  { language: CELL_LANGUAGE },
  { notebookType: NOTEBOOK_TYPE, language: 'markdown' }
]

/** Quick fixes where a cell shows both versions of a merge: keep one of them. */
export class ConflictActions implements vscode.CodeActionProvider {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext
  ): vscode.CodeAction[] {
    const text = document.getText()
    const problem = mergeConflict(text)
    const sides = sidesOf(text)
    if (problem === null || sides === null || !rangeIn(document, problem).intersection(range)) return []
    const { ours, theirs, labels } = sides
    const own = diagnostics.filter(({ code }) => code === problem.code)
    return [
      keeping(document, ours, vscode.l10n.t('Keep ours{0}', named(labels.ours)), own),
      keeping(document, theirs, vscode.l10n.t('Keep theirs{0}', named(labels.theirs)), own)
    ]
  }
}

const named = (label: string): string => (label === '' ? '' : ` (${label})`)

function keeping(document: vscode.TextDocument, text: string, title: string, diagnostics: vscode.Diagnostic[]) {
  // A conflict at the end of a cell leaves the line break before it.
  const kept = document.getText().endsWith('\n') ? text : text.replace(/\r?\n$/, '')
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  return quickFix(title, document, [vscode.TextEdit.replace(whole, kept)], diagnostics)
}
