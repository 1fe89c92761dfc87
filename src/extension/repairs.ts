import * as vscode from 'vscode'
import { isThere } from './isThere'

/** By this menus and keys know that a cell of the notebook in front is being repaired. */
const CONTEXT_KEY = 'gradnb.repairing'

/** The repairs under way. One stops when a person says so, and when its cell is deleted or its notebook closed: nobody waits for it any more. */
export class Repairs implements vscode.Disposable {
  private readonly underWay = new Map<vscode.NotebookCell, AbortController>()
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeNotebookDocument(() => this.stopWhere(cell => !isThere(cell))),
    vscode.workspace.onDidCloseNotebookDocument(closed => this.stop(closed)),
    vscode.window.onDidChangeActiveNotebookEditor(() => this.tell())
  )

  /** Does `work` as the repair of `cell`, with what stops it; null where that cell is being repaired already. */
  async during<T>(cell: vscode.NotebookCell, work: (stop: AbortController) => Promise<T>): Promise<T | null> {
    if (this.underWay.has(cell)) return null
    const stop = new AbortController()
    this.underWay.set(cell, stop)
    this.tell()
    try {
      return await work(stop)
    } finally {
      this.underWay.delete(cell)
      this.tell()
    }
  }

  /** Stops those of one notebook, or all. Gives how many there were. */
  stop(notebook?: vscode.NotebookDocument): number {
    return this.stopWhere(cell => notebook === undefined || cell.notebook === notebook)
  }

  dispose(): void {
    this.listeners.dispose()
    this.stop()
  }

  private stopWhere(isMeant: (cell: vscode.NotebookCell) => boolean): number {
    const meant = [...this.underWay].filter(([cell]) => isMeant(cell))
    meant.forEach(([, stop]) => stop.abort())
    return meant.length
  }

  private tell(): void {
    const front = vscode.window.activeNotebookEditor?.notebook
    const isRepairing = [...this.underWay.keys()].some(({ notebook }) => notebook === front)
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, isRepairing)
  }
}
