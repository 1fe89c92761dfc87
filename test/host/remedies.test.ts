import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Findings } from '../../src/extension/findings'
import { LiveRuns } from '../../src/extension/liveRuns'
import { repairItems } from '../../src/extension/repairNote'
import { COMPARE_MIME, parseCompare } from '../../src/record'
import { cell, closeAll, openNotebook, recordOf, runCells, textOf, until } from './support'

const DEEP = 'name: deep\nhidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 8'

describe('a remedy', () => {
  const live = new LiveRuns()
  const findings = new Findings(live)
  after(() => [findings, live].forEach(each => each.dispose()))
  afterEach(closeAll)

  const judged = async (one: vscode.NotebookCell) => until(() => findings.of(one) !== null, 'a judgement')
  const ended = (one: vscode.NotebookCell) => recordOf(one)?.events.stop?.reason === 'completed'
  const verdictOf = async (one: vscode.NotebookCell): Promise<string> => {
    await until(() => ended(one), 'the second run')
    await judged(one)
    return repairItems(one, findings)[0]!.text
  }

  const isShown = (one: vscode.NotebookCell, mime: string) =>
    one.outputs.some(({ items }) => items.some(item => item.mime === mime))
  const compared = async (one: vscode.NotebookCell) => {
    await until(() => isShown(one, COMPARE_MIME), 'the comparison')
    return parseCompare(JSON.parse(textOf(one, COMPARE_MIME))).items
  }

  it('of the light bulb is tried in a cell below that extends the first, says whether it helped and is compared with it; one undo takes all back', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await judged(one)
    const shown = () =>
      vscode.languages.getDiagnostics(one.document.uri).find(({ message }) => message.startsWith('Vanishing'))
    await until(() => shown() !== undefined, 'the finding')
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      one.document.uri,
      shown()!.range
    )
    const action = actions.find(({ title }) => title === 'Try below: Use tanh with xavier')
    assert.ok(action?.command, actions.map(({ title }) => title).join(', '))
    await vscode.commands.executeCommand(action.command.command, ...action.command.arguments!)
    assert.equal(notebook.cellCount, 3)
    const text = notebook.cellAt(1).document.getText()
    assert.match(text, /^# tried: Use tanh with xavier\n[^]*extends: deep\n[^]*activation: tanh/)
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
    assert.equal(recordOf(notebook.cellAt(1))!.experiment['seed'], recordOf(one)!.experiment['seed'])
    const comparison = notebook.cellAt(2)
    assert.equal(
      comparison.document.getText(),
      '# before and after: Use tanh with xavier\ncompare: [deep, deep-repaired]'
    )
    const losses = (await compared(comparison)).map(item => item.kind === 'run' && item.record.curves.loss)
    assert.deepEqual(losses, [recordOf(one)!.curves.loss, recordOf(notebook.cellAt(1))!.curves.loss])
    await until(() => comparison.executionSummary?.success === true, 'the comparison to end')
    await vscode.commands.executeCommand('notebook.focusTop')
    await vscode.commands.executeCommand('undo')
    await until(() => notebook.cellCount === 1, 'the cells to go')
    assert.equal(one.document.getText(), DEEP)
  })

  it('is looked for until one helps, and only that is inserted', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await judged(one)
    await vscode.commands.executeCommand('gradnb.repair', one)
    await until(() => notebook.cellCount === 3, 'the cell that helped')
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
    const references = (await compared(notebook.cellAt(2))).map(({ reference, kind }) => [reference, kind])
    assert.deepEqual(references, [
      ['deep', 'run'],
      ['deep-repaired', 'run']
    ])
  })

  it('of a cell without a name comes without a comparison', async () => {
    const notebook = await openNotebook(cell(DEEP.replace('name: deep\n', '')))
    await runCells(notebook)
    await judged(notebook.cellAt(0))
    await vscode.commands.executeCommand('gradnb.repair', notebook.cellAt(0))
    await until(() => notebook.cellCount > 1, 'the cell that helped')
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
    assert.equal(notebook.cellCount, 2)
  })

  it('that does not help says so', async () => {
    const first = cell(DEEP)
    const note = { repairs: { cell: first.id, rule: 'vanishing_signal', titles: ['Train longer'] } }
    const notebook = await openNotebook(first, { ...cell('extends: deep\nseed: 3'), extra: note })
    await runCells(notebook)
    await judged(notebook.cellAt(0))
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(circle-slash) This did not help')
    const { tooltip } = repairItems(notebook.cellAt(1), findings)[0]!
    assert.match(tooltip as string, /^Train longer: “Vanishing” is still there, loss .+ → .+/)
  })
})
