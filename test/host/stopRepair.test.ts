import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Findings } from '../../src/extension/findings'
import { LiveRuns } from '../../src/extension/liveRuns'
import { ReadOnly } from '../../src/extension/readOnly'
import { Remedies } from '../../src/extension/remedies'
import { cell, closeAll, openAsPerson, openNotebook, runCells, until } from './support'

const DEEP = 'name: deep\nhidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 8'

/** A worker that says nothing, so that what it is given lasts until it is ended. */
class MuteWorker {
  readonly asked: string[] = []
  isEnded = false

  readonly spawn = () => ({
    post: ({ type }: { readonly type: string }) => void this.asked.push(type),
    onMessage: () => {},
    onDeath: () => {},
    terminate: () => void (this.isEnded = true)
  })
}

describe('a repair that is stopped', () => {
  const live = new LiveRuns()
  const findings = new Findings(live)
  after(() => [findings, live].forEach(each => each.dispose()))
  afterEach(closeAll)

  /** A notebook whose file is as it is in the editor, and all that a repair could change of it. */
  async function saved() {
    const notebook = await openAsPerson(cell(DEEP))
    await runCells(notebook)
    await notebook.save()
    const state = () => [
      notebook.version,
      notebook.isDirty,
      notebook.getCells().map(({ document, outputs }) => [document.getText(), outputs.flatMap(({ items }) => items)])
    ]
    return { notebook, one: notebook.cellAt(0), state, before: state() }
  }

  it('by its command inserts nothing, leaves the notebook as it was, and can be started again', async () => {
    const { notebook, one, state, before } = await saved()
    const repairing = vscode.commands.executeCommand('gradnb.repair', one)
    assert.equal(await vscode.commands.executeCommand('gradnb.stopRepair'), 1)
    assert.equal(await repairing, null)
    assert.deepEqual(state(), before)
    assert.equal(await vscode.commands.executeCommand('gradnb.stopRepair'), 0)
    await vscode.commands.executeCommand('gradnb.repair', one)
    await until(() => notebook.cellCount === 3, 'the cell that helped')
  })

  /** A repair of `one` in the middle of its first run. */
  async function inTheMiddle(one: vscode.NotebookCell) {
    const worker = new MuteWorker()
    const readDataset = () => Promise.reject(new Error('no data set is needed'))
    const remedies = new Remedies({
      spawn: worker.spawn,
      findings,
      live,
      readDataset,
      readInFolder: null,
      readOnly: new ReadOnly(null)
    })
    const repairing = remedies.repair(one)
    await until(() => worker.asked.includes('run'), 'the first run')
    return { worker, remedies, repairing }
  }

  it('in the middle of a run ends that run', async () => {
    const { one, state, before } = await saved()
    const { worker, remedies, repairing } = await inTheMiddle(one)
    assert.equal(remedies.stop(one.notebook), 1)
    assert.equal(await repairing, null)
    assert.deepEqual([worker.asked, worker.isEnded], [['run', 'cancel'], true])
    assert.deepEqual(state(), before)
    remedies.dispose()
  })

  it('is so when its notebook is closed', async () => {
    const { one } = await saved()
    const { worker, remedies, repairing } = await inTheMiddle(one)
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    assert.equal(await repairing, null)
    assert.ok(one.notebook.isClosed && worker.isEnded)
    remedies.dispose()
  })

  it('is so when its cell is deleted, and inserts nothing elsewhere', async () => {
    const { notebook, one } = await saved()
    const { worker, remedies, repairing } = await inTheMiddle(one)
    const edit = new vscode.WorkspaceEdit()
    edit.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))])
    await vscode.workspace.applyEdit(edit)
    assert.equal(await repairing, null)
    assert.deepEqual([notebook.cellCount, worker.isEnded], [0, true])
    remedies.dispose()
  })

  it('stops no repair of another notebook', async () => {
    const { one } = await saved()
    const { worker, remedies, repairing } = await inTheMiddle(one)
    const other = await openNotebook(cell(DEEP))
    assert.equal(remedies.stop(other), 0)
    assert.equal(worker.isEnded, false)
    remedies.dispose()
    assert.equal(await repairing, null)
  })
})
