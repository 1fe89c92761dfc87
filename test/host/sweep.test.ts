import assert from 'node:assert/strict'
import path from 'node:path'
import * as vscode from 'vscode'
import { parseNotebook } from '../../src/notebook'
import { summaryOf } from '../../src/diagnosis'
import type { FigureChannel, FigureMessage } from '../../src/extension/figureChannel'
import { ReadOnly } from '../../src/extension/readOnly'
import { serveSweepRuns } from '../../src/extension/sweepRuns'
import type { ToFigure } from '../../src/figure'
import {
  COMPARE_MIME,
  encodeSummary,
  parseCompare,
  parseRecord,
  parseSweep,
  SWEEP_MIME,
  type SweepRecord
} from '../../src/record'
import { spawnNode } from '../../src/worker/spawn.node'
import { cancel, cell, closeAll, openNotebook, recordOf, rewrite, runCells, showNotebook, startCell, textOf, until } from './support' // prettier-ignore

const SHORT =
  'name: rates\nepochs: 2\nsweep: {parameters: {optimizer.lr: [0.1, 0.5], hidden_layers: [[4], [16]]}}\nseeds: 2'
const LONG = 'name: long\nhidden_layers: [64, 64]\nvariants: {short: {epochs: 1}, endless: {epochs: 100000}}'

const sweepOf = (one: vscode.NotebookCell): SweepRecord | null => {
  const data = one.outputs[0]?.items.find(({ mime }) => mime === SWEEP_MIME)?.data
  return data ? parseSweep(JSON.parse(new TextDecoder().decode(data))) : null
}

const states = (one: vscode.NotebookCell): string[] => (sweepOf(one)?.runs ?? []).map(({ state }) => state)

describe('a cell of many runs', () => {
  afterEach(async () => {
    await Promise.all(vscode.workspace.notebookDocuments.map(cancel))
    await closeAll()
  })

  it('shows a summary of each, and the same as text', async () => {
    const notebook = await openNotebook(cell(SHORT))
    await runCells(notebook)
    const one = notebook.cellAt(0)
    assert.equal(one.executionSummary?.success, true)
    assert.deepEqual(states(one), Array(8).fill('done'))
    assert.match(textOf(one, 'text/plain'), /^rates — spiral; 8 runs/)
  })

  it('is saved, and shown again without running', async () => {
    const notebook = await openNotebook(cell(SHORT))
    await runCells(notebook)
    await notebook.save()
    const before = sweepOf(notebook.cellAt(0))
    await closeAll()
    const again = await showNotebook(notebook.uri)
    assert.deepEqual(sweepOf(again.cellAt(0)), before)
    const { cells } = parseNotebook(await vscode.workspace.fs.readFile(notebook.uri))
    assert.deepEqual(parseSweep(cells[0]!.outputs[0]!.items[0]!.data), before)
  })

  it('stops at once with what is done, under Run All too, and goes on from there', async () => {
    const notebook = await openNotebook(cell(LONG), cell('epochs: 1'))
    const running = Promise.all([startCell(notebook, 0), vscode.commands.executeCommand('notebook.execute')])
    const one = notebook.cellAt(0)
    await until(() => states(one).includes('done'), 'the first run')
    const asked = Date.now()
    await cancel(notebook)
    await until(() => one.executionSummary?.timing !== undefined, 'the sweep to stop')
    console.log(`      stopped ${one.executionSummary!.timing!.endTime - asked} ms after it was asked to`)
    assert.deepEqual(states(one), ['done', 'missing'])
    await running.catch(() => {})
    await rewrite(one.document, LONG.replace('100000', '2'))
    await runCells(notebook, 0, 1)
    assert.deepEqual(states(one), ['done', 'done'])
  })

  it('shows runs that are done while others go on, and is saved with all of them', async () => {
    const quick = Array.from({ length: 20 }, (_, i) => `quick-${i}: {epochs: 1}`)
    const notebook = await openNotebook(
      cell(LONG.replace('short: {epochs: 1}', quick.join(', '))),
      cell('', 'markdown')
    )
    const one = notebook.cellAt(0)
    await startCell(notebook, 0)
    await until(() => states(one).includes('done'), 'the first run')
    await until(async () => {
      await rewrite(notebook.cellAt(1).document, String(Date.now())) // VS Code writes no file anew that has not changed
      await notebook.save()
      const { cells } = parseNotebook(await vscode.workspace.fs.readFile(notebook.uri))
      const { runs } = parseSweep(cells[0]!.outputs[0]!.items[0]!.data)
      return runs.filter(({ state }) => state === 'done').length === 20
    }, 'all but the endless run')
    assert.equal(one.executionSummary?.timing, undefined)
    await cancel(notebook)
    await until(() => one.executionSummary?.timing !== undefined, 'the sweep to stop')
  })

  it('runs beside a cell of another notebook', async () => {
    const long = await openNotebook(cell(LONG))
    await startCell(long, 0)
    await until(() => states(long.cellAt(0)).includes('done'), 'the first run')
    const other = await openNotebook(cell(SHORT))
    await runCells(other)
    assert.deepEqual(states(other.cellAt(0)), Array(8).fill('done'))
    assert.deepEqual(states(long.cellAt(0)), ['done', 'missing'])
    await showNotebook(long.uri)
    await cancel(long)
    await until(() => long.cellAt(0).executionSummary?.timing !== undefined, 'the long sweep to stop')
  })

  it('is compared with others', async () => {
    const notebook = await openNotebook(
      cell('name: one\nepochs: 1'),
      cell(SHORT),
      cell('compare: [one, rates, "rates#3"]')
    )
    await runCells(notebook)
    const data = notebook.cellAt(2).outputs[0]!.items.find(({ mime }) => mime === COMPARE_MIME)!.data
    const { items } = parseCompare(JSON.parse(new TextDecoder().decode(data)))
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['run', 'sweep', 'run']
    )
    assert.match(textOf(notebook.cellAt(2), 'text/plain'), /rates#3/)
  })

  it('that extends another is underlined again when that changes', async () => {
    const notebook = await openNotebook(cell('name: base\nepochs: 1'), cell('extends: base\nseeds: 2'))
    const [base, one] = [notebook.cellAt(0), notebook.cellAt(1)]
    const problems = () => vscode.languages.getDiagnostics(one.document.uri).map(({ message }) => message)
    await runCells(notebook)
    assert.deepEqual(states(one), ['done', 'done'])
    const edit = new vscode.WorkspaceEdit()
    edit.replace(base.document.uri, new vscode.Range(0, 6, 0, 10), 'bass')
    await vscode.workspace.applyEdit(edit)
    await until(() => problems().length > 0, 'a diagnostic')
    assert.deepEqual(problems(), ['no cell is named base; did you mean bass?'])
    assert.equal(recordOf(base)?.columns, 2)
  })

  it('opens a run again with the same bits, and writes it as a cell of its own', async () => {
    const notebook = await openNotebook(cell(SHORT, 'experiment', 'aaaa'))
    await runCells(notebook)
    const { digest, ...run } = sweepOf(notebook.cellAt(0))!.runs[5]!
    const asked = new vscode.EventEmitter<FigureMessage>()
    const told: ToFigure[] = []
    const figures = { onMessage: asked.event, post: (message: ToFigure) => told.push(message) }
    const readDataset = () => Promise.reject(new Error('no data set is wanted'))
    const spawn = spawnNode(
      path.join(vscode.extensions.getExtension('gradnb.gradnb')!.extensionPath, 'dist', 'worker.node.js')
    )
    const serving = serveSweepRuns({
      figures: figures as unknown as FigureChannel,
      spawn,
      readDataset,
      readInFolder: null,
      readOnly: new ReadOnly(null)
    })
    const editor = vscode.window.visibleNotebookEditors.find(one => one.notebook === notebook)!
    const ask = (type: 'openRun' | 'insertRun', digest: string) =>
      asked.fire({ editor, message: { type, cell: 'aaaa', run: 5, digest } })
    ask('openRun', digest)
    await until(() => told.length === 1, 'the run')
    const [opened] = told
    assert.ok(opened?.type === 'opened')
    assert.ok(run.state === 'done')
    assert.deepEqual(encodeSummary(summaryOf(parseRecord(opened.record))), encodeSummary(run.summary))
    ask('openRun', 'another')
    await until(() => told.length === 2, 'a refusal')
    assert.deepEqual(told[1], {
      ...{ type: 'notOpened', cell: 'aaaa', run: 5 },
      why: 'The cell has changed since it ran, so this run cannot be made again. Run the cell first.'
    })
    ask('insertRun', digest)
    await until(() => notebook.cellCount === 2, 'the cell')
    assert.equal(
      notebook.cellAt(1).document.getText(),
      'extends: rates\nsweep: null\nseeds: null\nhidden_layers: [4]\noptimizer: {learning_rate: 0.5}\nseed: 1'
    )
    serving.dispose()
    await runCells(notebook, 1, 2)
    const record = recordOf(notebook.cellAt(1))!
    assert.deepEqual(encodeSummary(summaryOf(record)), encodeSummary(run.summary))
  })
})
