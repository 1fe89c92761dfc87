import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { LiveRecords } from '../../src/extension/liveRecords'
import { NotebookSerializer } from '../../src/extension/serializer'
import { errorOutput, formatNotebook, parseNotebook, type Output } from '../../src/notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../../src/record'
import { cancel, cell, closeAll, ENDLESS, isLive, onceSeen, openNotebook, recordOf, rewrite, runCells, savedRecord, showNotebook, startCell, startShown, stopCell, until, writeFile } from './support' // prettier-ignore

describe('saving in the middle of a run', () => {
  afterEach(async () => {
    await Promise.all(vscode.workspace.notebookDocuments.map(cancel))
    await closeAll()
  })

  it('writes what was measured until then, whatever the notebook shows', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell('', 'markdown'))
    await startShown(notebook)
    const { saved } = await savedOnce(notebook, ({ saved, shown }) => saved.columns > shown.columns, 'more in the file')
    await stopCell(notebook)
    assert.ok(recordOf(notebook.cellAt(0))!.columns >= saved.columns)
  })

  it('writes the whole record when it is saved as soon as the run has ended', async () => {
    const notebook = await openNotebook(cell('epochs: 300'))
    await runCells(notebook)
    await notebook.save()
    assert.equal((await savedRecord(notebook, 0))!.columns, 301)
  })

  it('puts the newest record of a live output into its place, and leaves all others', async () => {
    const notebook = await openNotebook(cell('epochs: 2'), cell('epochs: 1'))
    await runCells(notebook)
    const [two, one] = [0, 1].map(index => encodeRecord(recordOf(notebook.cellAt(index))!))
    const live = new LiveRecords()
    const serializer = new NotebookSerializer(live)
    const outputs = ['live', 'over', undefined].map(
      stream =>
        new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.json(one, RECORD_MIME)], stream ? { stream } : {})
    )
    const data = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'epochs: 2', 'mlp-experiment')
    data.outputs = outputs
    const saved = () =>
      parseNotebook(serializer.serializeNotebook(new vscode.NotebookData([data]))).cells[0]!.outputs.map(
        ({ items }) => items[0]!.data
      )
    live.add('live', () => two!)
    assert.deepEqual(saved(), [two, one, one])
    live.remove('live')
    assert.deepEqual(saved(), [one, one, one])
  })

  it('shows the run again when its output was cleared, and at its end', async () => {
    const notebook = await openNotebook(cell(ENDLESS))
    await startShown(notebook)
    await onceSeen(
      () => notebook.cellAt(0).outputs.length === 0,
      'the outputs to be cleared',
      () => vscode.commands.executeCommand('notebook.clearAllCellsOutputs')
    )
    await until(() => recordOf(notebook.cellAt(0)) !== null, 'the run to show again')
    await vscode.commands.executeCommand('notebook.clearAllCellsOutputs')
    await stopCell(notebook)
    const record = recordOf(notebook.cellAt(0))!
    assert.equal(record.events.stop?.reason, 'cancelled')
    await notebook.save()
    assert.equal((await savedRecord(notebook, 0))!.columns, record.columns)
  })

  it('shows the run again when another program has written the file', async () => {
    for (const before of [[], [errorOutput('old', 'old')], [await oldRecord()]]) {
      const bytes = formatNotebook({ metadata: {}, cells: [{ ...cell(ENDLESS), outputs: before }], extra: {} })
      const notebook = await showNotebook(await writeFile(bytes))
      const running = notebook.cellAt(0)
      await startShown(notebook)
      await notebook.save()
      const shows = () => isLive(notebook.cellAt(0))
      await onceSeen(
        () => !shows(),
        'the file to be read again',
        () => vscode.workspace.fs.writeFile(notebook.uri, bytes)
      )
      const isSame = () => notebook.cellAt(0) === running
      await until(() => !isSame() || shows(), 'the run to show again')
      await (isSame() ? stopCell(notebook) : runAndStopNew(notebook))
      await until(() => isStopped(notebook.cellAt(0)), 'the run that was stopped')
    }
  })

  it('keeps the record of a running cell that was deleted and came back', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell('', 'markdown'))
    await startShown(notebook)
    await vscode.commands.executeCommand('notebook.cell.delete', { start: 0, end: 1 }, notebook.uri)
    await until(() => notebook.cellCount === 1, 'the cell to go')
    await vscode.commands.executeCommand('undo')
    await until(() => notebook.cellCount === 2, 'the cell to come back')
    const { shown } = await savedOnce(
      notebook,
      ({ saved }) => saved.events.stop?.reason === 'cancelled',
      'the stopped run'
    )
    assert.equal(shown.events.stop, null, 'the cell shows what it did when it was deleted')
  })
})

/**
 * Saves until the first cell's record in the file is as wanted, beside the one that the cell showed before; the second cell is
 * changed each time, as VS Code writes no notebook that has not changed. The file never holds less than the cell showed.
 */
async function savedOnce(
  notebook: vscode.NotebookDocument,
  isMeant: (records: { readonly saved: RunRecord; readonly shown: RunRecord }) => boolean,
  what: string
) {
  const saveAgain = async () => {
    await rewrite(notebook.cellAt(1).document, String(Date.now()))
    const shown = recordOf(notebook.cellAt(0))!
    await notebook.save()
    return { shown, saved: (await savedRecord(notebook, 0))! }
  }
  let records = await saveAgain()
  await until(async () => {
    const { saved, shown } = records
    assert.ok(saved.columns >= shown.columns, `${saved.columns} epochs in the file, ${shown.columns} in the notebook`)
    if (isMeant(records)) return true
    records = await saveAgain()
    return false
  }, what)
  return records
}

/**
 * Starts and stops a notebook's first cell in VS Code 1.90, which makes new cells when it reads a file again: a cell that ran is gone,
 * and its run with it. It may read the file once more for a late event, and then the cell that stands there in the end counts.
 */
async function runAndStopNew(notebook: vscode.NotebookDocument): Promise<void> {
  let started: vscode.NotebookCell
  const gone = () => notebook.cellAt(0) !== started
  while (!isStopped(notebook.cellAt(0))) {
    started = notebook.cellAt(0)
    await startCell(notebook, 0)
    await until(() => gone() || isLive(started), 'the run to show')
    await cancel(notebook)
    await until(() => gone() || started.executionSummary?.timing !== undefined, 'the cell to stop')
  }
}

const isStopped = (one: vscode.NotebookCell): boolean => recordOf(one)?.events.stop?.reason === 'cancelled'

/** The output of a run that has ended, as a file holds it. */
async function oldRecord(): Promise<Output> {
  const notebook = await openNotebook(cell('epochs: 2'))
  await runCells(notebook)
  return { items: [{ mime: RECORD_MIME, data: encodeRecord(recordOf(notebook.cellAt(0))!) }], extra: {} }
}
