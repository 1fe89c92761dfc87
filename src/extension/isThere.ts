import type * as vscode from 'vscode'

/** Whether a cell is still in its notebook, and that still open: else there is nothing to run and nowhere to show anything. */
export const isThere = ({ index, notebook }: vscode.NotebookCell): boolean => !notebook.isClosed && index >= 0
