import * as vscode from 'vscode'
import { spawnWeb } from '../worker/spawn.web'
import { activateWith } from './activate'

/** Entry point in a browser's extension host. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js')
  activateWith(context, { spawn: spawnWeb(await vscode.workspace.fs.readFile(worker)), readInFolder: null })
}
