import { toUint8Array } from 'js-base64'
import * as vscode from 'vscode'
import { parseFromFigure, sameChoice, type Choice, type FromFigure, type ToFigure } from '../figure'
import { cellChoice, withChoice } from './cellChoice'
import { cellId } from './cellData'
import { NOTEBOOK_TYPE, RENDERER_ID } from './ids'
import { saveBytes } from './saveBytes'

/** Does what figures ask: keeps what a person chose to see with the cell, saves pictures, opens numbers. */
export function serveFigures(): vscode.Disposable {
  const messaging = vscode.notebooks.createRendererMessaging(RENDERER_ID)
  const tell = (cell: vscode.NotebookCell, editor?: vscode.NotebookEditor) => {
    const id = cellId(cell.metadata)
    const message: ToFigure | null =
      id === undefined ? null : { type: 'chosen', cell: id, choice: cellChoice(cell.metadata) }
    if (message) void messaging.postMessage(message, editor)
  }
  return vscode.Disposable.from(
    messaging.onDidReceiveMessage(({ editor, message }) => {
      const asked = parseFromFigure(message)
      if (asked) void answer(asked, editor, tell)
    }),
    // Undo and redo, and another window of the same notebook, change a choice too.
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, cellChanges }) => {
      if (notebook.notebookType !== NOTEBOOK_TYPE) return
      for (const { cell, metadata } of cellChanges) if (metadata) tell(cell)
    })
  )
}

type Tell = (cell: vscode.NotebookCell, editor: vscode.NotebookEditor) => void

async function answer(asked: FromFigure, editor: vscode.NotebookEditor, tell: Tell): Promise<void> {
  if (asked.type === 'save') return saveBytes(editor.notebook.uri, asked.name, toUint8Array(asked.data))
  if (asked.type === 'open') return openText(asked.language, asked.text)
  const cell = cellOf(editor, asked.cell)
  if (!cell) return
  if (asked.type === 'choose') await choose(cell, asked.choice)
  else tell(cell, editor)
}

/** The cell of that id; figures know the id that stood in their output. */
const cellOf = ({ notebook }: vscode.NotebookEditor, id: string): vscode.NotebookCell | undefined =>
  notebook.getCells().find(cell => cellId(cell.metadata) === id)

/** An edit of the notebook like any other: it can be undone, and is saved with the file. */
async function choose(cell: vscode.NotebookCell, choice: Choice): Promise<void> {
  if (sameChoice(cellChoice(cell.metadata), choice)) return
  const edit = new vscode.WorkspaceEdit()
  edit.set(cell.notebook.uri, [vscode.NotebookEdit.updateCellMetadata(cell.index, withChoice(cell.metadata, choice))])
  await vscode.workspace.applyEdit(edit)
}

async function openText(language: string, content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content })
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false })
}
