import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { cancel, cell, closeAll, ENDLESS, openNotebook, recordOf, runCells, startShown, textOf, until } from './support' // prettier-ignore

describe('the kernel', () => {
  afterEach(async () => {
    // A test that failed in the middle of a run must not keep the next ones waiting.
    await Promise.all(vscode.workspace.notebookDocuments.map(cancel))
    await closeAll()
  })

  it('runs a cell: a record for our renderer and a text for all others', async () => {
    const notebook = await openNotebook(cell('name: first\nepochs: 3\nactivation: sigmoid'))
    await runCells(notebook)
    const one = notebook.cellAt(0)
    assert.equal(recordOf(one)!.columns, 4)
    assert.match(textOf(one, 'text/plain'), /^first — .*\n[^]*\n\ndelta by layer and epoch: /)
    assert.equal(one.executionSummary?.success, true)
    assert.ok(one.executionSummary!.timing!.endTime >= one.executionSummary!.timing!.startTime)
  })

  it('runs all cells in their order and counts them', async () => {
    const notebook = await openNotebook(
      cell('epochs: 30'),
      cell('# text', 'markdown'),
      cell('epochs: 1'),
      cell('epochs: 0')
    )
    await runCells(notebook)
    const summaries = [0, 2, 3].map(index => notebook.cellAt(index).executionSummary!)
    assert.deepEqual(
      summaries.map(({ executionOrder }) => executionOrder),
      [1, 2, 3]
    )
    for (const i of [1, 2]) assert.ok(summaries[i]!.timing!.startTime >= summaries[i - 1]!.timing!.endTime)
    assert.deepEqual(
      [0, 2, 3].map(index => recordOf(notebook.cellAt(index))!.columns),
      [31, 2, 1]
    )
  })

  it('reads the shipped data sets', async () => {
    const notebook = await openNotebook(cell('dataset: iris\nepochs: 1'), cell('dataset: digits\nepochs: 1'))
    await runCells(notebook)
    assert.deepEqual(
      [0, 1].map(index => recordOf(notebook.cellAt(index))!.data.classes.length),
      [3, 10]
    )
  })

  it('says where a cell is wrong, all at once, and goes on with the next', async () => {
    const notebook = await openNotebook(cell('activation: sigmod\nepoch: 3'), cell('epochs: 1'))
    await runCells(notebook)
    const { name, message } = JSON.parse(textOf(notebook.cellAt(0), 'application/vnd.code.notebook.error'))
    assert.equal(name, 'This cell cannot run yet')
    assert.equal(
      message,
      'line 1, column 13: unknown activation "sigmod"; did you mean "sigmoid"?\nline 2, column 1: unknown key "epoch"; did you mean "epochs"?'
    )
    assert.equal(notebook.cellAt(0).executionSummary?.success, false)
    assert.equal(recordOf(notebook.cellAt(1))!.columns, 2)
  })

  it('underlines problems as they are typed', async () => {
    const notebook = await openNotebook(cell('dataset: spiral\nactivation: sigmod'))
    const { uri } = notebook.cellAt(0).document
    await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'a diagnostic')
    const [problem] = vscode.languages.getDiagnostics(uri)
    assert.deepEqual(
      [problem!.range.start.line, problem!.range.start.character, problem!.range.end.character],
      [1, 12, 18]
    )
    assert.equal(problem!.code, 'unknown-name')
  })

  it('shows the run while it goes on, stays responsive, and stops with what was measured', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell('epochs: 1'))
    await startShown(notebook)
    const lag = await longestPause(1500)
    const asked = Date.now()
    await cancel(notebook)
    await until(() => notebook.cellAt(0).executionSummary?.timing !== undefined, 'the cell to stop')
    console.log(
      `      stopped ${notebook.cellAt(0).executionSummary!.timing!.endTime - asked} ms after it was asked to, seen after ${Date.now() - asked} ms; longest pause of the extension host ${lag} ms`
    )
    const record = recordOf(notebook.cellAt(0))!
    assert.equal(record.events.stop?.reason, 'cancelled')
    assert.equal(record.events.stop?.epoch, record.columns - 1)
    await runCells(notebook, 1, 2)
    assert.equal(recordOf(notebook.cellAt(1))!.columns, 2)
  })

  it('does not start pending cells after a stop', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell('epochs: 1'))
    void vscode.commands.executeCommand('notebook.cell.execute', {
      ranges: [{ start: 0, end: 2 }],
      document: notebook.uri
    })
    await until(() => (recordOf(notebook.cellAt(0))?.columns ?? 0) > 0, 'the first cell to show')
    await cancel(notebook)
    await until(() => notebook.cellAt(0).executionSummary?.timing !== undefined, 'the cell to stop')
    await new Promise(resolve => setTimeout(resolve, 300))
    assert.equal(recordOf(notebook.cellAt(1)), null)
  })

  it('goes on with the next cell when the running one is deleted', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell('epochs: 1'))
    void vscode.commands.executeCommand('notebook.cell.execute', {
      ranges: [{ start: 0, end: 2 }],
      document: notebook.uri
    })
    await until(() => (recordOf(notebook.cellAt(0))?.columns ?? 0) > 0, 'the first cell to show')
    const edit = new vscode.WorkspaceEdit()
    edit.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))])
    await vscode.workspace.applyEdit(edit)
    await until(
      () => recordOf(notebook.cellAt(0))?.events.stop?.reason === 'completed',
      'the next cell to run to its end'
    )
    assert.equal(recordOf(notebook.cellAt(0))!.columns, 2)
  })

  it('records divergence as a finding, not as a failure', async () => {
    const notebook = await openNotebook(
      cell('hidden_layers: {depth: 10, units: 64}\nactivation: relu\ninitializer: {name: random_normal, stddev: 1}')
    )
    await runCells(notebook)
    const { events } = recordOf(notebook.cellAt(0))!
    assert.equal(events.stop?.reason, 'nonfinite')
    assert.ok(events.nonfinite !== null)
  })
})

/** The longest time, ms, in which this process did nothing else within `during` ms. */
async function longestPause(during: number): Promise<number> {
  let [longest, last] = [0, Date.now()]
  const end = last + during
  while (last < end) {
    await new Promise(resolve => setTimeout(resolve, 1))
    const now = Date.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}
