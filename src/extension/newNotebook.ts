import * as vscode from 'vscode'
import { idsOf, newCell } from './cellData'
import { CELL_LANGUAGE, NOTEBOOK_TYPE } from './ids'

/** The first cell of a new notebook: the shortest whole experiment. */
const FIRST_CELL = 'dataset: spiral'

/** An experiment to begin with: a deep net whose first layers hear little. */
const EXAMPLE = `name: my-net
dataset: spiral
hidden_layers: {depth: 10, units: 32}
activation: sigmoid
initializer: xavier
epochs: 30`

/** The texts of cells that we write, not the person. */
export const OUR_CELLS: readonly string[] = [FIRST_CELL, EXAMPLE]

/** What a new notebook holds: a first cell to run. */
export const newNotebookData = (): vscode.NotebookData =>
  new vscode.NotebookData([new vscode.NotebookCellData(vscode.NotebookCellKind.Code, FIRST_CELL, CELL_LANGUAGE)])

/** Opens a notebook that has no file yet. */
export async function openNewNotebook(): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(NOTEBOOK_TYPE, newNotebookData())
  await vscode.window.showNotebookDocument(notebook)
}

/** Writes an example into `cell` if that is empty, else into a new cell below the selected one. */
export async function insertExample(cell?: vscode.NotebookCell): Promise<void> {
  const editor = vscode.window.activeNotebookEditor
  const target = cell ?? (editor && selectedCell(editor))
  const edit = new vscode.WorkspaceEdit()
  if (target && isEmpty(target)) edit.insert(target.document.uri, new vscode.Position(0, 0), EXAMPLE)
  else if (editor) edit.set(editor.notebook.uri, [insertionBelow(editor)])
  await vscode.workspace.applyEdit(edit)
}

/** The cell that is selected in an editor, if any is. */
export const selectedCell = ({ notebook, selection }: vscode.NotebookEditor): vscode.NotebookCell | undefined =>
  selection.start < notebook.cellCount ? notebook.cellAt(selection.start) : undefined

const isEmpty = ({ kind, document }: vscode.NotebookCell): boolean =>
  kind === vscode.NotebookCellKind.Code && document.getText().trim() === ''

function insertionBelow({ notebook, selection }: vscode.NotebookEditor): vscode.NotebookEdit {
  const data = newCell(EXAMPLE, idsOf(notebook))
  return vscode.NotebookEdit.insertCells(Math.min(selection.end, notebook.cellCount), [data])
}
