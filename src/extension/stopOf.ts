import * as vscode from 'vscode'

/** Tells when a cell is to stop; to be disposed of when it has ended. */
export interface Stop extends vscode.Disposable {
  readonly signal: AbortSignal
}

/** A run stops with its Stop button, and when its notebook is closed. */
export function stopOf({ cell, token }: vscode.NotebookCellExecution): Stop {
  const stop = new AbortController()
  if (token.isCancellationRequested) stop.abort()
  const listeners = vscode.Disposable.from(
    token.onCancellationRequested(() => stop.abort()),
    vscode.workspace.onDidCloseNotebookDocument(notebook => notebook === cell.notebook && stop.abort())
  )
  return { signal: stop.signal, dispose: () => listeners.dispose() }
}
