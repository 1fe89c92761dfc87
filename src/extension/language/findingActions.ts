import * as vscode from 'vscode'
import { isRuleName, type RuleName } from '../../diagnosis'
import { COMMANDS, OWN_COMMANDS } from '../commandIds'
import type { Findings } from '../findings'
import type { SilenceScope } from '../silence'

/** What can be done about a finding in the Problems panel: try what may help, hear why, or never hear of it again. */
export class FindingActions implements vscode.CodeActionProvider {
  constructor(private readonly findings: Findings) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext
  ): vscode.CodeAction[] {
    const cell = cellOf(document)
    return cell ? diagnostics.flatMap(diagnostic => actionsFor(cell, diagnostic, this.findings)) : []
  }
}

function actionsFor(cell: vscode.NotebookCell, diagnostic: vscode.Diagnostic, findings: Findings): vscode.CodeAction[] {
  const rule = ruleOf(diagnostic)
  if (rule === null) return []
  const action = (title: string, command: string, args: readonly unknown[]) => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
    made.command = { title, command, arguments: [...args] }
    made.diagnostics = [diagnostic]
    return made
  }
  const silencing = (title: string, scope: SilenceScope) => action(title, OWN_COMMANDS.silence, [cell, rule, scope])
  const found = findings.of(cell)?.findings.find(each => each.rule === rule)
  const titles = [...new Set((found?.remedies ?? []).map(({ title }) => title))]
  return [
    ...titles.map(title =>
      action(vscode.l10n.t('Try below: {0}', title), OWN_COMMANDS.applyRemedy, [cell, rule, title])
    ),
    action(vscode.l10n.t('Repair: try remedies until one helps'), COMMANDS.repair, [cell]),
    action(vscode.l10n.t('Show why'), COMMANDS.explain, [cell, rule]),
    silencing(vscode.l10n.t('Silence this rule for this cell'), 'cell'),
    silencing(vscode.l10n.t('Silence this rule for this notebook'), 'notebook'),
    silencing(vscode.l10n.t('Silence this rule everywhere'), 'everywhere')
  ]
}

function ruleOf({ source, code }: vscode.Diagnostic): RuleName | null {
  const name = typeof code === 'object' ? code.value : code
  return source === 'gradnb' && isRuleName(name) ? name : null
}

const cellOf = (document: vscode.TextDocument): vscode.NotebookCell | undefined =>
  vscode.workspace.notebookDocuments.flatMap(notebook => notebook.getCells()).find(cell => cell.document === document)
