import * as vscode from 'vscode'
import type { Notebook } from '../notebook'
import { cellId, fromCellData, fromNotebookMetadata } from './cellData'

/** The notebook as a file would hold it with its outputs, whether or not its file does. */
export function documentNotebook(document: vscode.NotebookDocument): Notebook {
  const cells = document.getCells().map(cell => {
    const data = new vscode.NotebookCellData(cell.kind, cell.document.getText(), cell.document.languageId)
    data.metadata = cell.metadata
    data.outputs = [...cell.outputs]
    return fromCellData(data, cellId(cell.metadata) ?? String(cell.index), true)
  })
  return { ...fromNotebookMetadata(document.metadata), cells }
}
