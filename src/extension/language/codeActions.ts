import * as vscode from 'vscode'
import type { Problem } from '../../experiment'
import { fixesOf, type Fix, type FixKind } from '../../language'
import { readCell } from '../problems'
import { quickFix } from './quickFix'
import { rangeIn } from './ranges'

/** Quick fixes: what the sentence of a problem suggests, done. */
export class Fixes implements vscode.CodeActionProvider {
  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext
  ): vscode.CodeAction[] {
    const text = document.getText()
    const result = readCell(document)
    if (result.ok) return []
    return result.problems
      .filter(problem => rangeIn(document, problem).intersection(range))
      .flatMap(problem => fixesOf(text, problem).map(fix => toAction(fix, document, shown(problem, diagnostics))))
  }
}

const shown = ({ message }: Problem, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] =>
  diagnostics.filter(diagnostic => diagnostic.message === message)

function toAction({ does, edits }: Fix, document: vscode.TextDocument, diagnostics: vscode.Diagnostic[]) {
  const texts = edits.map(edit => vscode.TextEdit.replace(rangeIn(document, edit), edit.text))
  const action = quickFix(titleOf(does), document, texts, diagnostics)
  action.isPreferred = does.type !== 'remove'
  return action
}

function titleOf(does: FixKind): string {
  switch (does.type) {
    case 'replace':
      return vscode.l10n.t('Write {0}', does.by)
    case 'remove':
      return vscode.l10n.t('Remove {0}', does.key)
    case 'move':
      return vscode.l10n.t('Move {0} into {1}', does.key, does.home)
    case 'characters':
      return vscode.l10n.t('Replace all such characters with ordinary ones')
  }
}
