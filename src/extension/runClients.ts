import * as vscode from 'vscode'
import { RunClient, type Spawn } from '../worker'

/** How long a worker is kept that has nothing to do. The next run then waits a quarter of a second for a new one. */
const IDLE_MS = 120_000

/** A worker for every notebook whose cells run, so that no notebook waits for another. It ends with its notebook. */
export class RunClients implements vscode.Disposable {
  private readonly clients = new Map<vscode.NotebookDocument, RunClient>()
  private readonly listening = vscode.workspace.onDidCloseNotebookDocument(notebook => this.end(notebook))

  constructor(private readonly spawn: Spawn) {}

  /** That of an open notebook. */
  of(notebook: vscode.NotebookDocument): RunClient {
    const known = this.clients.get(notebook)
    if (known) return known
    const client = new RunClient(this.spawn, IDLE_MS)
    this.clients.set(notebook, client)
    return client
  }

  dispose(): void {
    this.listening.dispose()
    for (const notebook of [...this.clients.keys()]) this.end(notebook)
  }

  private end(notebook: vscode.NotebookDocument): void {
    this.clients.get(notebook)?.dispose()
    this.clients.delete(notebook)
  }
}
