import * as vscode from 'vscode'
import { formatNotebook, parseNotebook, repairedIds, type JsonObject, type Notebook } from '../notebook'
import { cellId, fromCellData, fromNotebookMetadata, toCellData, toNotebookMetadata } from './cellData'
import { newNotebookData } from './newNotebook'

/** Files to notebooks and back; a file without a byte is a new notebook. Bytes that are no notebook throw, so that VS Code never saves over them. */
export class NotebookSerializer implements vscode.NotebookSerializer {
  deserializeNotebook(content: Uint8Array): vscode.NotebookData {
    return content.length === 0 ? newNotebookData() : toNotebookData(parseNotebook(content))
  }

  serializeNotebook(data: vscode.NotebookData): Uint8Array {
    return formatNotebook(fromNotebookData(data))
  }
}

function toNotebookData(notebook: Notebook): vscode.NotebookData {
  const data = new vscode.NotebookData(notebook.cells.map(toCellData))
  data.metadata = toNotebookMetadata(notebook)
  return data
}

function fromNotebookData(data: vscode.NotebookData): Notebook {
  const { orphans = {}, ...rest } = fromNotebookMetadata(data.metadata)
  const withOutputs = savesOutputs(rest.metadata)
  const ids = repairedIds(data.cells.map(cell => cellId(cell.metadata)), Object.keys(orphans)) // prettier-ignore
  const cells = data.cells.map((cell, i) => fromCellData(cell, ids[i]!, withOutputs))
  return { ...rest, cells, ...(withOutputs && { orphans }) }
}

/** The notebook's own wish goes before the setting. */
function savesOutputs(metadata: JsonObject): boolean {
  const own = metadata['saveOutputs']
  return typeof own === 'boolean' ? own : vscode.workspace.getConfiguration('gradnb.notebook').get('saveOutputs', true)
}
