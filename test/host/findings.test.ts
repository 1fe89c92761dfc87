import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { findingItems } from '../../src/extension/findingItem'
import { Forecast } from '../../src/extension/forecast'
import { Foretelling } from '../../src/extension/foretelling'
import { Findings } from '../../src/extension/findings'
import { LiveRuns } from '../../src/extension/liveRuns'
import { StatusBar } from '../../src/extension/statusBar'
import { Verification } from '../../src/extension/verification'
import { parseNotebook } from '../../src/notebook'
import { cell, closeAll, openNotebook, rewrite, runCells, showNotebook, until } from './support'

const DEEP = 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 2'
const HEALTHY = 'dataset: circle\nactivation: relu\nepochs: 20'

const found = (one: vscode.NotebookCell): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(one.document.uri)
    .filter(({ source, code }) => source === 'gradnb' && typeof code === 'object')
const rules = (one: vscode.NotebookCell): unknown[] => found(one).map(({ code }) => (code as { value: unknown }).value)

const write = async (document: vscode.TextDocument, text: string): Promise<void> => {
  const edit = new vscode.WorkspaceEdit()
  edit.insert(document.uri, new vscode.Position(0, 0), text)
  await vscode.workspace.applyEdit(edit)
}

describe('what a run found', () => {
  const live = new LiveRuns()
  const findings = new Findings(live)
  const made: vscode.Disposable[] = [findings, live]
  after(() => made.forEach(each => each.dispose()))
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('gradnb')
      .update('diagnosis.silenced', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
  })

  it('is listed at the key that the cause concerns, with a page about its rule', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await until(() => rules(one).includes('vanishing_signal'), 'the finding')
    const vanishing = found(one)[0]!
    assert.equal(one.document.getText(vanishing.range), 'activation: sigmoid')
    assert.equal(vanishing.severity, vscode.DiagnosticSeverity.Warning, 'a cell that ran is no mistake in its text')
    assert.match(vanishing.message, /^Vanishing: hidden 1 gets 5\.\d decades less signal than hidden 10/)
    const { target } = vanishing.code as { target: vscode.Uri }
    assert.equal(target.toString(true), 'command:gradnb.openRulePage?["vanishing_signal"]')
  })

  it('is gone as soon as the cell is edited, back with undo of the edit, and gone after a healthy run', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await until(() => found(one).length > 0, 'the finding')
    await write(one.document, 'normalization: layer\n')
    await until(() => found(one).length === 0, 'the finding to go')
    const undo = new vscode.WorkspaceEdit()
    undo.delete(one.document.uri, new vscode.Range(0, 0, 1, 0))
    await vscode.workspace.applyEdit(undo)
    await until(() => found(one).length > 0, 'the finding again')
    await rewrite(one.document, HEALTHY)
    await runCells(notebook)
    await until(() => findings.of(one) !== null, 'a judgement')
    assert.deepEqual(rules(one), [])
    assert.deepEqual(findingItems(one, findings.of(one)!), [])
  })

  it('stands under the cell in a few words, the whole sentence in its tooltip', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await until(() => findings.of(one) !== null, 'a judgement')
    const items = findingItems(one, findings.of(one)!)
    // VS Code cuts an item that is longer than half the bar: what is wrong and where comes first, and short.
    assert.deepEqual(items.map(({ text }) => text), ['$(error) Vanishing, hidden 1', 'before any update']) // prettier-ignore
    const whole = /hidden 1 gets 5\.\d decades less signal than hidden 10 before any update\./
    for (const { tooltip } of items) assert.match(tooltip as string, whole)
    assert.match(items[0]!.accessibilityInformation!.label, whole)
  })

  it('stands under a cell that broke with the step in which it did', async () => {
    const notebook = await openNotebook(
      cell('optimizer: {name: sgd, learning_rate: 1.0e+9}\nactivation: relu\nepochs: 3')
    )
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await until(() => findings.of(one) !== null, 'a judgement')
    const [rule, step] = findingItems(one, findings.of(one)!).map(({ text }) => text)
    assert.equal(rule, '$(error) Learning rate too large')
    assert.match(step!, /^diverged at step \d+$/)
  })

  it('is shown of outputs that were saved, after the notebook is opened again', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await runCells(notebook)
    await notebook.save()
    await closeAll()
    const again = await showNotebook(notebook.uri)
    await until(() => rules(again.cellAt(0)).includes('vanishing_signal'), 'the finding')
  })

  /** Whether "Vanishing" stands under a cell, at each time when VS Code is told to look there again. */
  function shownBelow(one: vscode.NotebookCell): boolean[] {
    const nothing = () => Promise.reject(new Error('nothing is read'))
    const verification = new Verification({
      spawn: () => assert.fail(),
      cores: 1,
      readDataset: nothing,
      readInFolder: null
    })
    const sources = { live, findings, forecast: new Forecast(() => 1), foretelling: new Foretelling(), verification }
    const bar = new StatusBar(sources)
    const shown: boolean[] = []
    bar.onDidChangeCellStatusBarItems(() =>
      shown.push(bar.provideCellStatusBarItems(one).some(({ text }) => text.includes('Vanishing')))
    )
    made.push(bar, sources.forecast, sources.foretelling, verification)
    return shown
  }

  for (const [scope, title] of [
    ['cell', 'Silence this rule for this cell'],
    ['notebook', 'Silence this rule for this notebook'],
    ['everywhere', 'Silence this rule everywhere']
  ] as const)
    it(`is silenced by its light bulb: ${scope}`, async () => {
      const notebook = await openNotebook(cell(DEEP), cell(`${DEEP}\nseed: 1`))
      const [one, other] = notebook.getCells() as [vscode.NotebookCell, vscode.NotebookCell]
      await runCells(notebook)
      await until(
        () => rules(one).includes('vanishing_signal') && rules(other).includes('vanishing_signal'),
        'findings'
      )
      const below = shownBelow(one)
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        one.document.uri,
        found(one)[0]!.range
      )
      const action = actions.find(each => each.title === title)
      assert.ok(action?.command, actions.map(each => each.title).join(', '))
      await vscode.commands.executeCommand(action.command.command, ...action.command.arguments!)
      await until(() => !rules(one).includes('vanishing_signal'), 'silence')
      await until(() => below.at(-1) === false, 'silence under the cell')
      await until(() => rules(other).includes('vanishing_signal') === (scope === 'cell'), 'what the other cell shows')
      await notebook.save()
      const saved = parseNotebook(await vscode.workspace.fs.readFile(notebook.uri))
      assert.deepEqual(saved.cells[0]!.extra['silence'], scope === 'cell' ? ['vanishing_signal'] : undefined)
      assert.deepEqual(saved.metadata['silence'], scope === 'notebook' ? ['vanishing_signal'] : undefined)
      const heard = async () => {
        await until(() => rules(one).includes('vanishing_signal'), 'the finding again')
        await until(() => below.at(-1) === true, 'the finding under the cell again')
      }
      if (scope === 'everywhere') {
        await vscode.workspace
          .getConfiguration('gradnb')
          .update('diagnosis.silenced', undefined, vscode.ConfigurationTarget.Global)
        return heard()
      }
      await vscode.commands.executeCommand('gradnb.hearAgain', one)
      await heard()
      await vscode.commands.executeCommand('notebook.focusTop')
      await vscode.commands.executeCommand('undo')
      await until(() => !rules(one).includes('vanishing_signal'), 'silence, as that was undone')
      await vscode.commands.executeCommand('undo')
      await heard()
    })
})
