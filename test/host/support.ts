import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { formatNotebook, parseNotebook, type Cell } from '../../src/notebook'
import { parseRecord, RECORD_MIME, type RunRecord } from '../../src/record'

export const cell = (source: string, kind: Cell['kind'] = 'experiment', id = randomUUID().slice(0, 8)): Cell => ({
  id,
  kind,
  source,
  outputs: [],
  extra: {}
})

/** Writes bytes to a new file of a folder of its own. */
export async function writeFile(bytes: Uint8Array, name = 'test.gradnb'): Promise<vscode.Uri> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-host-'))
  const uri = vscode.Uri.file(path.join(folder, name))
  await vscode.workspace.fs.writeFile(uri, bytes)
  return uri
}

/** A notebook with these cells, on disk and open in an editor with our kernel. */
export async function openNotebook(...cells: Cell[]): Promise<vscode.NotebookDocument> {
  const uri = await writeFile(formatNotebook({ metadata: {}, cells, extra: {} }))
  return showNotebook(uri)
}

export async function showNotebook(uri: vscode.Uri): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument(uri)
  await vscode.window.showNotebookDocument(notebook)
  await selectKernel()
  return notebook
}

/** The same as a person opens it: with its last editor it is closed. What a program opened VS Code keeps for minutes. */
export async function openAsPerson(...cells: Cell[]): Promise<vscode.NotebookDocument> {
  const uri = await writeFile(formatNotebook({ metadata: {}, cells, extra: {} }))
  await vscode.commands.executeCommand('vscode.openWith', uri, 'gradnb')
  const opened = () =>
    vscode.window.visibleNotebookEditors.find(({ notebook }) => notebook.uri.toString() === uri.toString())
  await until(() => opened() !== undefined, 'the notebook to open')
  await selectKernel()
  return opened()!.notebook
}

/** Selects our kernel, which is there once the extension has been started. */
export async function selectKernel(): Promise<void> {
  await vscode.extensions.getExtension('gradnb.gradnb')!.activate()
  await vscode.commands.executeCommand('notebook.selectKernel', { id: 'gradnb-kernel', extension: 'gradnb.gradnb' })
}

/** How long a test waits for what must happen, s: long enough for a machine that does much else. */
const PATIENCE = 90

/** Resolves when `condition` holds; looks many times a second. What lasts only for a moment it may miss: see `onceSeen`. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE * 1000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE} s in vain for: ${what}`)
    await pause(20)
  }
}

/** Does something and waits until `condition` has held after one of the changes of a notebook that followed, be it for a moment. */
export async function onceSeen(condition: () => boolean, what: string, act: () => Thenable<unknown>): Promise<void> {
  let seen = false
  const listening = vscode.workspace.onDidChangeNotebookDocument(() => (seen ||= condition()))
  try {
    await act()
    await until(() => seen, what)
  } finally {
    listening.dispose()
  }
}

/** Replaces all of a document's text. */
export function rewrite(document: vscode.TextDocument, text: string): Thenable<boolean> {
  const change = new vscode.WorkspaceEdit()
  change.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text)
  return vscode.workspace.applyEdit(change)
}

/** The notebook in front, once it is one of those that `isMeant`. */
export async function notebookInFront(
  isMeant: (notebook: vscode.NotebookDocument) => boolean
): Promise<vscode.NotebookDocument> {
  const inFront = () => vscode.window.activeNotebookEditor?.notebook
  await until(() => inFront() !== undefined && isMeant(inFront()!), 'the notebook in front')
  return inFront()!
}

/** The text in front, once a text editor is there that is none of a cell. */
export async function textInFront(): Promise<vscode.TextDocument> {
  const inFront = () => vscode.window.activeTextEditor?.document
  await until(() => inFront() !== undefined && inFront()!.uri.scheme !== 'vscode-notebook-cell', 'the text in front')
  return inFront()!
}

/** Runs the cells from `first` to before `end` and waits until each has ended. */
export async function runCells(notebook: vscode.NotebookDocument, first = 0, end = notebook.cellCount): Promise<void> {
  const before = notebook.getCells().map(one => one.executionSummary?.timing?.endTime)
  await vscode.commands.executeCommand('notebook.cell.execute', {
    ranges: [{ start: first, end }],
    document: notebook.uri
  })
  const ran = (index: number) => notebook.cellAt(index).executionSummary?.timing?.endTime !== before[index]
  const isCode = (index: number) => notebook.cellAt(index).kind === vscode.NotebookCellKind.Code
  for (let index = first; index < end; index++) if (isCode(index)) await until(() => ran(index), `cell ${index} to end`)
}

/** Starts a cell and does not wait for its end. */
export async function startCell(notebook: vscode.NotebookDocument, index: number): Promise<void> {
  void vscode.commands.executeCommand('notebook.cell.execute', {
    ranges: [{ start: index, end: index + 1 }],
    document: notebook.uri
  })
}

export function recordOf(one: vscode.NotebookCell): RunRecord | null {
  const item = one.outputs.flatMap(output => output.items).find(({ mime }) => mime === RECORD_MIME)
  return item ? parseRecord(JSON.parse(new TextDecoder().decode(item.data))) : null
}

/** The record of a cell in the notebook's file, null where it has none. */
export async function savedRecord(notebook: vscode.NotebookDocument, index: number): Promise<RunRecord | null> {
  const cells = parseNotebook(await vscode.workspace.fs.readFile(notebook.uri)).cells
  const item = cells[index]?.outputs.flatMap(output => output.items).find(({ mime }) => mime === RECORD_MIME)
  return item ? parseRecord(item.data) : null
}

/** Whether a cell shows a run that has not ended. */
export function isLive(one: vscode.NotebookCell): boolean {
  const item = one.outputs.flatMap(output => output.items).find(({ mime }) => mime === RECORD_MIME)
  return item !== undefined && JSON.parse(new TextDecoder().decode(item.data)).events.stop === null
}

/** Asks all cells of a notebook to stop. */
export const cancel = (notebook: vscode.NotebookDocument): Thenable<void> =>
  vscode.commands.executeCommand('notebook.cancelExecution', {
    ranges: [{ start: 0, end: notebook.cellCount }],
    document: notebook.uri
  })

/** Asks a notebook's first cell to stop, and waits until it has. */
export async function stopCell(notebook: vscode.NotebookDocument): Promise<void> {
  await cancel(notebook)
  await until(() => notebook.cellAt(0).executionSummary?.timing !== undefined, 'the cell to stop')
}

/** Starts a notebook's first cell, and waits until its cell shows what it measures. */
export async function startShown(notebook: vscode.NotebookDocument): Promise<void> {
  await startCell(notebook, 0)
  await until(() => isLive(notebook.cellAt(0)), 'the run to show')
}

export const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/** A run that lasts longer than any test. */
export const ENDLESS = 'hidden_layers: {depth: 20, units: 32}\nepochs: 40000'

export function textOf(one: vscode.NotebookCell, mime: string): string {
  const item = one.outputs.flatMap(output => output.items).find(found => found.mime === mime)
  assert.ok(
    item,
    `no ${mime} among ${one.outputs
      .flatMap(output => output.items)
      .map(({ mime }) => mime)
      .join()}`
  )
  return new TextDecoder().decode(item.data)
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert').then(undefined, () => undefined)
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}
