import * as vscode from 'vscode'
import { isLocked, readInFolder } from '../disk'
import { queuesNode } from '../queue/load.node'
import { spawnSharerNode } from '../sharing/spawn.node'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { activateWith } from './activate'

/** Entry point in Node: desktop VS Code and remote hosts. */
export function activate(context: vscode.ExtensionContext): void {
  const bundle = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name).fsPath
  activateWith(context, {
    cores: coresNode(),
    spawn: spawnNode(bundle('worker.node.js')),
    spawnSharer: async () => spawnSharerNode(bundle('sharing.js')),
    readInFolder,
    isLocked,
    queues: queuesNode(bundle('queue.js'))
  })
}
