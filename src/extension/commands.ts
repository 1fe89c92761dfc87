import * as vscode from 'vscode'
import { COMMANDS } from './commandIds'
import { exportNotebook, isExportRequest, type ExportParts } from './exporting'
import { insertExample, openNewNotebook } from './newNotebook'
import { openSample, type SampleFolders } from './openSample'
import { predictedCells } from './predicted'
import { resolvedCells } from './resolved'
import type { Verification } from './verification'

/** What commands need of the extension. */
export interface CommandParts extends ExportParts {
  readonly verification: Verification
}

/** What a person can ask for by name, from menus and from keys. */
export function registerCommands(context: vscode.ExtensionContext, parts: CommandParts): vscode.Disposable {
  const folders = foldersOf(context)
  const [resolved, predicted] = [resolvedCells(), predictedCells()]
  const { registerCommand } = vscode.commands
  return vscode.Disposable.from(
    resolved,
    predicted,
    registerCommand(COMMANDS.newNotebook, openNewNotebook),
    registerCommand(COMMANDS.openSample, (id?: unknown) =>
      openSample(folders, typeof id === 'string' ? id : undefined)
    ),
    registerCommand(COMMANDS.showResolved, (cell?: vscode.NotebookCell) => resolved.show(cell)),
    registerCommand(COMMANDS.predict, (cell?: vscode.NotebookCell) => predicted.show(cell)),
    registerCommand(COMMANDS.insertExample, (cell?: vscode.NotebookCell) => insertExample(cell)),
    registerCommand(COMMANDS.verifyOutputs, () => parts.verification.verify()),
    registerCommand(COMMANDS.exportNotebook, (asked: unknown) =>
      exportNotebook(parts, isExportRequest(asked) ? asked : {})
    )
  )
}

/** Copies are kept by version, as samples get better. */
function foldersOf({ extensionUri, globalStorageUri, extension }: vscode.ExtensionContext): SampleFolders {
  const { version } = extension.packageJSON as { version: string }
  return {
    shipped: vscode.Uri.joinPath(extensionUri, 'media', 'samples'),
    pictures: vscode.Uri.joinPath(extensionUri, 'media', 'sample-pictures'),
    copies: vscode.Uri.joinPath(globalStorageUri, 'samples', version)
  }
}
