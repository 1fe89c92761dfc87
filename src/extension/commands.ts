import * as vscode from 'vscode'
import { COMMANDS } from './commandIds'
import type { ExportParts } from './exportedFiles'
import { exportNotebook, isExportRequest } from './exporting'
import { insertExample, openNewNotebook } from './newNotebook'
import { openSample, type SampleFolders } from './openSample'
import { predictedCells } from './predicted'
import { resolvedCells } from './resolved'
import { isShareAsked, shareNotebook } from './sharing'
import type { Verification } from './verification'
import type { Walkthrough } from './walkthrough'

/** What commands need of the extension. */
export interface CommandParts extends ExportParts {
  readonly verification: Verification
  readonly walkthrough: Walkthrough
  readonly samples: SampleFolders
}

/** What a person can ask for by name, from menus and from keys. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { walkthrough, samples } = parts
  const [resolved, predicted] = [resolvedCells(), predictedCells()]
  const { registerCommand } = vscode.commands
  return vscode.Disposable.from(
    resolved,
    predicted,
    registerCommand(COMMANDS.newNotebook, async () => {
      await openNewNotebook()
      walkthrough.done('notebookMade')
    }),
    registerCommand(COMMANDS.openSample, async (id?: unknown) => {
      if (await openSample(samples, typeof id === 'string' ? id : undefined)) walkthrough.done('sampleOpened')
    }),
    registerCommand(COMMANDS.showResolved, (cell?: vscode.NotebookCell) => resolved.show(cell)),
    registerCommand(COMMANDS.predict, (cell?: vscode.NotebookCell) => predicted.show(cell)),
    registerCommand(COMMANDS.insertExample, (cell?: vscode.NotebookCell) => insertExample(cell)),
    registerCommand(COMMANDS.verifyOutputs, () => parts.verification.verify()),
    registerCommand(COMMANDS.shareNotebook, (asked: unknown) => shareNotebook(parts, isShareAsked(asked) ? asked : {})),
    registerCommand(COMMANDS.exportNotebook, (asked: unknown) =>
      exportNotebook(parts, isExportRequest(asked) ? asked : {})
    )
  )
}
