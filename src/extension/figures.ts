import { toUint8Array } from 'js-base64'
import * as vscode from 'vscode'
import { sameChoice, type Choice, type FromFigure } from '../figure'
import { cellChoice, withChoice } from './cellChoice'
import { cellId } from './cellData'
import { COMMANDS, OWN_COMMANDS } from './commandIds'
import type { FigureChannel } from './figureChannel'
import { saveBytes } from './saveBytes'
import { onSilenceChange, silencedFor } from './silence'

/** Does what figures ask: keeps what a person chose to see with the cell, saves pictures, opens numbers. */
export function serveFigures(channel: FigureChannel): vscode.Disposable {
  const tell = (cell: vscode.NotebookCell, editor?: vscode.NotebookEditor) => {
    const id = cellId(cell.metadata)
    if (id === undefined) return
    const choice = cellChoice(cell.metadata)
    channel.post({ type: 'chosen', cell: id, choice, silenced: silencedFor(cell) }, editor)
  }
  return vscode.Disposable.from(
    channel.onMessage(({ editor, message }) => void answer(message, editor, tell)),
    onSilenceChange(cell => tell(cell)) // a choice is in a cell's metadata, too
  )
}

type Tell = (cell: vscode.NotebookCell, editor: vscode.NotebookEditor) => void

async function answer(asked: FromFigure, editor: vscode.NotebookEditor, tell: Tell): Promise<void> {
  switch (asked.type) {
    case 'save':
      return saveBytes(editor.notebook.uri, asked.name, toUint8Array(asked.data))
    case 'open':
      return openText(asked.language, asked.text)
    case 'choose':
    case 'ask': {
      const cell = cellOf(editor, asked.cell)
      if (cell && asked.type === 'choose') await choose(cell, asked.choice)
      else if (cell) tell(cell, editor)
      return
    }
    case 'looked':
      return // for the walkthrough
    case 'remedy': {
      const cell = cellOf(editor, asked.cell)
      if (cell) goTo(await tryRemedy(cell, asked.rule, asked.title), cell, editor)
      return
    }
    case 'drawn':
    case 'missing':
      return // for the run's own stream
    case 'openRun':
    case 'insertRun':
      return // see `serveSweepRuns`
    default:
      asked satisfies never
  }
}

/** What the light bulb of a finding does, too. */
const tryRemedy = (
  cell: vscode.NotebookCell,
  rule: string,
  title: string | null
): Thenable<vscode.NotebookCell | null | undefined> =>
  title === null
    ? vscode.commands.executeCommand(COMMANDS.repair, cell)
    : vscode.commands.executeCommand(OWN_COMMANDS.applyRemedy, cell, rule, title)

/**
 * Selects the cell that tries a remedy, unless a person has gone elsewhere: as cells come, the editor takes the focus from the figure, so that
 * a key would be about the cell with the fault.
 */
function goTo(tried: vscode.NotebookCell | null | undefined, cell: vscode.NotebookCell, editor: vscode.NotebookEditor) {
  const { start, end } = editor.selection
  if (!tried || end !== start + 1 || start !== cell.index) return
  editor.selection = new vscode.NotebookRange(tried.index, tried.index + 1)
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
