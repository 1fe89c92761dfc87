import * as vscode from 'vscode'
import { spawnSharerWeb } from '../sharing/spawn.web'
import { spawnWeb } from '../worker/spawn.web'
import { activateWith } from './activate'

/** Entry point in a browser's extension host. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name))
  activateWith(context, {
    cores: navigator.hardwareConcurrency,
    spawn: spawnWeb(await read('worker.web.js')),
    spawnSharer: async () => spawnSharerWeb(await read('sharing.js')),
    readInFolder: null,
    isLocked: null,
    queues: null
  })
}
