import * as vscode from 'vscode'

/** One of a kind for every notebook that asks for it, so that no notebook waits for another. It ends with its notebook. */
export class PerNotebook<T extends { dispose(): void }> implements vscode.Disposable {
  private readonly known = new Map<vscode.NotebookDocument, T>()
  private readonly listening = vscode.workspace.onDidCloseNotebookDocument(notebook => this.end(notebook))

  constructor(private readonly make: () => T) {}

  /** That of an open notebook. */
  of(notebook: vscode.NotebookDocument): T {
    const known = this.known.get(notebook)
    if (known) return known
    const made = this.make()
    this.known.set(notebook, made)
    return made
  }

  dispose(): void {
    this.listening.dispose()
    for (const notebook of [...this.known.keys()]) this.end(notebook)
  }

  private end(notebook: vscode.NotebookDocument): void {
    this.known.get(notebook)?.dispose()
    this.known.delete(notebook)
  }
}
