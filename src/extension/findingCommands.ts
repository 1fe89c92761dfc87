import * as vscode from 'vscode'
import { isRuleName } from '../diagnosis'
import { COMMANDS, OWN_COMMANDS } from './commandIds'
import { explain, type ExplainParts } from './explain'
import { selectedCell } from './newNotebook'
import { applyRemedy, repairCell, type RemedyParts } from './remedies'
import { openRulePage } from './rulePage'
import { hearAgain, silence, type SilenceScope } from './silence'

/** What a person can ask for about findings. Other programs may call commands with anything, so arguments are looked at. */
export function registerFindingCommands(
  extensionUri: vscode.Uri,
  parts: ExplainParts & RemedyParts
): vscode.Disposable {
  const { registerCommand } = vscode.commands
  return vscode.Disposable.from(
    registerCommand(COMMANDS.explain, (cell?: vscode.NotebookCell, rule?: unknown) =>
      explain(parts, cell ?? selected(), isRuleName(rule) ? rule : undefined)
    ),
    registerCommand(COMMANDS.hearAgain, async (cell?: vscode.NotebookCell) => {
      const meant = cell ?? selected()
      if (meant !== undefined) await hearAgain(meant)
    }),
    registerCommand(COMMANDS.openRulePage, (rule?: unknown) =>
      openRulePage(extensionUri, isRuleName(rule) ? rule : undefined)
    ),
    registerCommand(COMMANDS.repair, async (cell?: vscode.NotebookCell) => {
      const meant = cell ?? selected()
      if (meant === undefined || !(await repairCell(parts, meant))) tellNothingHelped()
    }),
    registerCommand(OWN_COMMANDS.applyRemedy, async (cell: vscode.NotebookCell, rule: unknown, title: unknown) => {
      const applied = isRuleName(rule) && (await applyRemedy(parts, cell, rule, String(title)))
      if (!applied) void vscode.window.showInformationMessage(vscode.l10n.t('Run the cell first: it has changed.'))
    }),
    registerCommand(OWN_COMMANDS.silence, async (cell: vscode.NotebookCell, rule: unknown, scope: SilenceScope) => {
      if (isRuleName(rule)) await silence(cell, rule, scope)
    })
  )
}

const tellNothingHelped = (): void =>
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No remedy was found that clears the finding without making the loss worse.')
  )

const selected = (): vscode.NotebookCell | undefined =>
  vscode.window.activeNotebookEditor && selectedCell(vscode.window.activeNotebookEditor)
