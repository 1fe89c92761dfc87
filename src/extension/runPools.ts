import * as vscode from 'vscode'
import { RunPool, type Spawn } from '../worker'
import { sweepWorkers } from './settings'

/** How long the workers of a pool are kept that have nothing to do. */
const IDLE_MS = 30_000

/** A pool of workers for every notebook whose sweeps run, so that no notebook waits for another. It ends with its notebook. */
export class RunPools implements vscode.Disposable {
  private readonly pools = new Map<vscode.NotebookDocument, RunPool>()
  private readonly listening = vscode.workspace.onDidCloseNotebookDocument(notebook => this.end(notebook))

  /** `cores` of this machine: as many workers as a setting does not say otherwise. */
  constructor(
    private readonly spawn: Spawn,
    private readonly cores: number
  ) {}

  /** How many workers the next sweep has. */
  get size(): number {
    return sweepWorkers(this.cores)
  }

  /** That of an open notebook. */
  of(notebook: vscode.NotebookDocument): RunPool {
    const known = this.pools.get(notebook)
    if (known) return known
    const pool = new RunPool(this.spawn, () => this.size, IDLE_MS)
    this.pools.set(notebook, pool)
    return pool
  }

  dispose(): void {
    this.listening.dispose()
    for (const notebook of [...this.pools.keys()]) this.end(notebook)
  }

  private end(notebook: vscode.NotebookDocument): void {
    this.pools.get(notebook)?.dispose()
    this.pools.delete(notebook)
  }
}
