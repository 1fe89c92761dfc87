import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Findings } from '../../src/extension/findings'
import { LiveRuns } from '../../src/extension/liveRuns'
import { repairItems } from '../../src/extension/repairNote'
import { COMPARE_MIME, parseCompare } from '../../src/record'
import {
  cell,
  closeAll,
  ENDLESS,
  notebookInFront,
  openNotebook,
  recordOf,
  rewrite,
  runCells,
  selectKernel,
  showNotebook,
  startShown,
  stopCell,
  textOf,
  until
} from './support'

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

  it('of the light bulb, and Repair, work in a notebook that was never saved', async () => {
    await vscode.commands.executeCommand('gradnb.newNotebook')
    const notebook = await notebookInFront(({ isUntitled }) => isUntitled)
    await selectKernel()
    await rewrite(notebook.cellAt(0).document, DEEP)
    await runCells(notebook)
    await judged(notebook.cellAt(0))
    await vscode.commands.executeCommand('gradnb.repair', notebook.cellAt(0))
    await until(() => notebook.cellCount === 3, 'the cell that helped')
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
    await press(notebook.cellAt(0), 'Use relu with he')
    await until(() => notebook.cellCount === 5, 'the cell of the light bulb')
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
  })

  it('goes into its own notebook, of two that are open side by side, or of one that is open twice', async () => {
    const left = await openNotebook(cell(DEEP))
    await runCells(left)
    const other = await openNotebook(cell(DEEP))
    for (const right of [other, left]) {
      await vscode.window.showNotebookDocument(left, { viewColumn: vscode.ViewColumn.One })
      await vscode.window.showNotebookDocument(right, { viewColumn: vscode.ViewColumn.Two })
      const before = left.cellCount
      await judged(left.cellAt(0))
      await press(left.cellAt(0), right === left ? 'Use tanh with xavier' : 'Use relu with he')
      await until(() => left.cellCount === before + 2, 'the cells')
      assert.equal(await verdictOf(left.cellAt(1)), '$(pass) This repaired it')
      assert.equal(other.cellCount, 1)
    }
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

  const press = (one: vscode.NotebookCell, title: string): Thenable<unknown> =>
    vscode.commands.executeCommand('gradnb.applyRemedy', one, 'vanishing_signal', title)
  const namesOf = (notebook: vscode.NotebookDocument): string[] =>
    notebook.getCells().map(({ document }) => /^(?:name|compare): (.*)$/m.exec(document.getText())?.[1] ?? '')

  it('that is pressed quickly after another gets a cell and a name of its own; the same one twice is the same cell', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await judged(one)
    await Promise.all(
      ['Use tanh with xavier', 'Use relu with he', 'Use tanh with xavier'].map(title => press(one, title))
    )
    assert.deepEqual(namesOf(notebook), [
      'deep',
      'deep-repaired-2',
      '[deep, deep-repaired-2]',
      'deep-repaired',
      '[deep, deep-repaired]'
    ])
    assert.equal(await verdictOf(notebook.cellAt(1)), '$(pass) This repaired it')
    assert.equal(await verdictOf(notebook.cellAt(3)), '$(pass) This repaired it')
    await press(one, 'Use relu with he')
    assert.equal(notebook.cellCount, 5)
  })

  it('of a cell that extends another changes only what it must', async () => {
    const base = 'name: base\ndataset: spiral\nhidden_layers: {depth: 10, units: 64}\nepochs: 8'
    const notebook = await openNotebook(cell(base), cell('extends: base\nname: deep\nactivation: sigmoid'))
    const one = notebook.cellAt(1)
    await runCells(notebook, 1, 2)
    await judged(one)
    await vscode.commands.executeCommand('gradnb.repair', one)
    await until(() => notebook.cellCount === 4, 'the cell that helped')
    assert.match(notebook.cellAt(2).document.getText(), /name: deep-repaired\nextends: deep\nactivation: tanh/)
    assert.equal(await verdictOf(notebook.cellAt(2)), '$(pass) This repaired it')
  })

  it('of a cell that extends another and has no name extends that, too', async () => {
    const base = 'name: base\ndataset: spiral\nhidden_layers: {depth: 10, units: 64}\nepochs: 8'
    const notebook = await openNotebook(cell(base), cell('extends: base\nactivation: sigmoid'))
    await runCells(notebook, 1, 2)
    await judged(notebook.cellAt(1))
    await press(notebook.cellAt(1), 'Use tanh with xavier')
    await until(() => notebook.cellCount === 3, 'the cell')
    assert.match(notebook.cellAt(2).document.getText(), /extends: base\nactivation: tanh\ninitializer: xavier$/)
    assert.equal(await verdictOf(notebook.cellAt(2)), '$(pass) This repaired it')
  })

  it('is taken back by one undo after Repair, and there again after redo', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await runCells(notebook)
    await judged(notebook.cellAt(0))
    await vscode.commands.executeCommand('gradnb.repair', notebook.cellAt(0))
    await until(() => notebook.cellCount === 3, 'the cell that helped')
    await compared(notebook.cellAt(2))
    await until(() => notebook.cellAt(2).executionSummary?.success === true, 'the comparison to end')
    await vscode.commands.executeCommand('notebook.focusTop')
    await vscode.commands.executeCommand('undo')
    await until(() => notebook.cellCount === 1, 'the cells to go')
    await vscode.commands.executeCommand('redo')
    await until(() => notebook.cellCount === 3, 'the cells to come back')
    assert.deepEqual(namesOf(notebook), ['deep', 'deep-repaired', '[deep, deep-repaired]'])
  })

  it('is asked for of a notebook that was just opened, before anybody looked at its outputs', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await runCells(notebook)
    await notebook.save()
    await closeAll()
    const again = await showNotebook(notebook.uri)
    await press(again.cellAt(0), 'Use tanh with xavier')
    assert.equal(again.cellCount, 3)
  })

  it('is not tried of a cell that still runs, was edited, or makes many runs', async () => {
    const notebook = await openNotebook(cell(ENDLESS), cell(DEEP), cell('name: many\nseeds: 2\nepochs: 1'))
    await runCells(notebook, 1, 3)
    await startShown(notebook)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(1).document.uri, new vscode.Position(0, 0), 'seed: 5\n')
    await vscode.workspace.applyEdit(edit)
    for (const one of notebook.getCells()) {
      await vscode.commands.executeCommand('gradnb.repair', one)
      await press(one, 'Use tanh with xavier')
    }
    assert.equal(notebook.cellCount, 3)
    await stopCell(notebook)
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
