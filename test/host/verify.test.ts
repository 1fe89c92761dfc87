import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { isSame, type Verdict } from '../../src/verify'
import { cell, closeAll, openNotebook, rewrite, runCells } from './support'

const verify = () => vscode.commands.executeCommand<readonly Verdict[] | null>('gradnb.verifyOutputs')

describe('the command Verify Outputs', () => {
  afterEach(closeAll)

  it('finds outputs the same that were just made, and changes nothing', async () => {
    const notebook = await openNotebook(cell('epochs: 3'), cell('# text', 'markdown'), cell('activation: sigmod'))
    await runCells(notebook)
    await notebook.save()
    const verdicts = await verify()
    assert.deepEqual(verdicts?.map(isSame), [true, true])
    assert.equal(notebook.isDirty, false)
  })

  it('tells of cells that were edited or never ran, knows a failure again, and goes on with the others', async () => {
    const notebook = await openNotebook(cell('epochs: 3'), cell('epochs: 1'), cell('dataset: {csv: no.csv, target: y}'), cell('')) // prettier-ignore
    await runCells(notebook, 0, 3)
    await rewrite(notebook.cellAt(0).document, 'epochs: 4')
    const verdicts = await verify()
    assert.deepEqual(
      verdicts?.map(({ kind }) => kind),
      ['stale', 'same', 'same', 'no output']
    )
  })
})
