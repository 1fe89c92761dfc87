import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Kernel } from '../../src/extension/kernel'
import { runCell } from '../../src/extension/runCell'
import { cancel, cell, closeAll, ENDLESS, openNotebook, recordOf, runCells, showNotebook, startShown, stopCell } from './support' // prettier-ignore

describe('several notebooks', () => {
  afterEach(async () => {
    await Promise.all(vscode.workspace.notebookDocuments.map(cancel))
    await closeAll()
  })

  it('run at the same time', async () => {
    const long = await openNotebook(cell(ENDLESS))
    await startShown(long)
    const short = await openNotebook(cell('epochs: 1'))
    await runCells(short)
    assert.equal(recordOf(short.cellAt(0))!.columns, 2)
    assert.equal(recordOf(long.cellAt(0))!.events.stop, null)
    await showNotebook(long.uri)
    await stopCell(long)
    assert.equal(recordOf(long.cellAt(0))!.events.stop?.reason, 'cancelled')
  })

  it('do not run cells that wait in one that was closed, or were deleted', async () => {
    for (const gone of [
      { index: 0, notebook: { isClosed: true } },
      { index: -1, notebook: { isClosed: false } }
    ]) {
      const told: unknown[] = []
      const token = new vscode.CancellationTokenSource().token
      const execution = { cell: gone, token, end: (success?: boolean) => told.push(['end', success]) }
      await runCell(execution as unknown as vscode.NotebookCellExecution, {} as Kernel)
      assert.deepEqual(told, [['end', undefined]])
    }
  })
})
