import * as vscode from 'vscode'
import { cellShape } from '../../language'
import type { Findings } from '../findings'
import { Fixes } from './codeActions'
import { ASKING, Completions } from './completion'
import { Hovers } from './hover'
import { CONFLICT_CELLS, ConflictActions } from './conflictActions'
import { Names } from './names'
import { CELLS } from './selector'
import { FindingActions } from './findingActions'
import { Symbols } from './symbols'
import { TrustActions } from '../trust'

/** Everything that helps to write a cell. */
export function helpWriting(findings: Findings): vscode.Disposable {
  const { languages } = vscode
  const shape = cellShape()
  const names = new Names()
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(CELLS, new Completions(shape), ...ASKING),
    languages.registerHoverProvider(CELLS, new Hovers(shape)),
    languages.registerCodeActionsProvider(CELLS, new Fixes(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix]
    }),
    languages.registerCodeActionsProvider(CELLS, new FindingActions(findings), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix]
    }),
    languages.registerCodeActionsProvider(CELLS, new TrustActions(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix]
    }),
    languages.registerCodeActionsProvider(CONFLICT_CELLS, new ConflictActions(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix]
    }),
    languages.registerDocumentSymbolProvider(CELLS, new Symbols()),
    languages.registerDefinitionProvider(CELLS, names),
    languages.registerReferenceProvider(CELLS, names),
    languages.registerRenameProvider(CELLS, names)
  )
}
