import type * as vscode from 'vscode'

/** What is done one after the other in each notebook; notebooks don't wait for each other. */
export class Queues {
  private readonly last = new WeakMap<vscode.NotebookDocument, Promise<unknown>>()

  /** Does `work` after all that was given for this notebook before, however that ended. */
  add<T>(notebook: vscode.NotebookDocument, work: () => Promise<T>): Promise<T> {
    const done = (this.last.get(notebook) ?? Promise.resolve()).then(work, work)
    this.last.set(notebook, done)
    return done
  }
}
