import * as vscode from 'vscode'
import { isRuleName } from '../diagnosis'
import { COMMANDS, OWN_COMMANDS } from './commandIds'
import { explain, type ExplainParts } from './explain'
import { selectedCell } from './newNotebook'
import { Remedies, type RemedyParts } from './remedies'
import { openRulePage } from './rulePage'
import { hearAgain, silence, type SilenceScope } from './silence'

/** What a person can ask for about findings. Other programs may call commands with anything, so arguments are looked at. */
export function registerFindingCommands(
  extensionUri: vscode.Uri,
  parts: ExplainParts & RemedyParts
): vscode.Disposable {
  const { registerCommand } = vscode.commands
  const remedies = new Remedies(parts)
  return vscode.Disposable.from(
    remedies,
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
    registerCommand(COMMANDS.repair, (cell?: vscode.NotebookCell) => {
      const meant = cell ?? selected()
      return meant === undefined ? null : remedies.repair(meant)
    }),
    registerCommand(COMMANDS.stopRepair, () => remedies.stop(vscode.window.activeNotebookEditor?.notebook)),
    registerCommand(OWN_COMMANDS.applyRemedy, (cell: vscode.NotebookCell, rule: unknown, title: unknown) =>
      isRuleName(rule) ? remedies.apply(cell, rule, String(title)) : null
    ),
    registerCommand(OWN_COMMANDS.silence, async (cell: vscode.NotebookCell, rule: unknown, scope: SilenceScope) => {
      if (isRuleName(rule)) await silence(cell, rule, scope)
    })
  )
}

const selected = (): vscode.NotebookCell | undefined =>
  vscode.window.activeNotebookEditor && selectedCell(vscode.window.activeNotebookEditor)
