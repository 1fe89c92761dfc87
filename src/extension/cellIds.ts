import * as vscode from 'vscode'
import { freshId } from '../notebook'
import { cellId } from './cellData'
import { NOTEBOOK_TYPE } from './ids'

/** Gives every new cell an id, and a pasted copy one of its own. */
export function keepCellIds(): vscode.Disposable {
  const repair = (notebook: vscode.NotebookDocument) => {
    if (notebook.notebookType === NOTEBOOK_TYPE && !notebook.isClosed) void repairIds(notebook)
  }
  vscode.workspace.notebookDocuments.forEach(repair)
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeNotebookDocument(change => {
      if (change.contentChanges.some(({ addedCells }) => addedCells.length > 0)) repair(change.notebook)
    }),
    vscode.workspace.onDidOpenNotebookDocument(repair)
  )
}

async function repairIds(notebook: vscode.NotebookDocument): Promise<void> {
  const taken = new Set<string>()
  const edits = notebook.getCells().flatMap(cell => {
    const old = cellId(cell.metadata)
    const id = old !== undefined && !taken.has(old) ? old : freshId(String(Math.random()), taken)
    taken.add(id)
    return id === old ? [] : [vscode.NotebookEdit.updateCellMetadata(cell.index, { ...cell.metadata, id })]
  })
  if (edits.length === 0) return
  const edit = new vscode.WorkspaceEdit()
  edit.set(notebook.uri, edits)
  await vscode.workspace.applyEdit(edit)
}
