import * as vscode from 'vscode'
import {
  formatNotebook,
  NotebookFormatError,
  parseNotebook,
  readConflicted,
  repairedIds,
  type Cell,
  type JsonObject,
  type Notebook,
  type Output
} from '../notebook'
import { isOwnMime, RECORD_MIME } from '../record'
import { cellId, fromCellData, fromNotebookMetadata, toCellData, toNotebookMetadata } from './cellData'
import { CONFLICTS_KEY } from './conflicts'
import type { LiveRecords } from './liveRecords'
import { newNotebookData } from './newNotebook'
import { savesOutputs } from './settings'

/** Files to notebooks and back; a file without a byte is a new notebook. Bytes that are no notebook throw, so that VS Code never saves over them. */
export class NotebookSerializer implements vscode.NotebookSerializer {
  constructor(private readonly live: LiveRecords) {}

  deserializeNotebook(content: Uint8Array): vscode.NotebookData {
    return content.length === 0 ? newNotebookData() : opened(content)
  }

  serializeNotebook(data: vscode.NotebookData): Uint8Array {
    return formatNotebook(fromNotebookData(data, this.live))
  }
}

/** A file that git could not merge opens with both versions of the cells that differ, and stays as it is until it is saved. */
function opened(content: Uint8Array): vscode.NotebookData {
  try {
    return toNotebookData(parseNotebook(content))
  } catch (error) {
    const merged = error instanceof NotebookFormatError ? readConflicted(content) : null
    if (merged === null) throw error
    const data = toNotebookData(merged.notebook)
    data.metadata = { ...data.metadata, [CONFLICTS_KEY]: merged.conflicts }
    return data
  }
}

function toNotebookData(notebook: Notebook): vscode.NotebookData {
  const data = new vscode.NotebookData(notebook.cells.map(toCellData))
  data.metadata = toNotebookMetadata(notebook)
  return data
}

function fromNotebookData(data: vscode.NotebookData, live: LiveRecords): Notebook {
  const { orphans = {}, ...rest } = fromNotebookMetadata(data.metadata)
  const withOutputs = keepsOutputs(rest.metadata)
  const ids = repairedIds(data.cells.map(cell => cellId(cell.metadata)), Object.keys(orphans)) // prettier-ignore
  const cells = data.cells.map((cell, i) => withNewest(fromCellData(cell, ids[i]!, withOutputs), cell, live))
  return { ...rest, cells, ...(withOutputs && { orphans }) }
}

/**
 * The cell with the newest record of a run under way in the place of the one that stands in the notebook. VS Code asks the serializer
 * last, for what is saved and for its backups, so that no load on the machine makes what is saved older.
 */
function withNewest(cell: Cell, { outputs = [] }: vscode.NotebookCellData, live: LiveRecords): Cell {
  const newest = (output: Output, i: number): Output => {
    const record = live.newest(outputs[i]?.metadata)
    const own = output.items.find(({ mime }) => isOwnMime(mime))
    return record ? { items: [{ mime: own?.mime ?? RECORD_MIME, data: record }], extra: output.extra } : output
  }
  return { ...cell, outputs: cell.outputs.map(newest) }
}

/** The notebook's own wish goes before the setting. */
function keepsOutputs(metadata: JsonObject): boolean {
  const own = metadata['saveOutputs']
  return typeof own === 'boolean' ? own : savesOutputs()
}
