import * as vscode from 'vscode'
import { readInFolder } from '../disk'
import { spawnNode } from '../worker/spawn.node'
import { activateWith } from './activate'

/** Entry point in Node: desktop VS Code and remote hosts. */
export function activate(context: vscode.ExtensionContext): void {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.node.js')
  activateWith(context, { spawn: spawnNode(worker.fsPath), readInFolder })
}
