import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Foretelling, PAUSE } from '../../src/extension/foretelling'
import { preflightItems } from '../../src/extension/preflightItems'
import { cell, closeAll, openNotebook, rewrite, textInFront, until } from './support'

const DEEP = 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid'

describe('before a cell is run', () => {
  const foretelling = new Foretelling()
  afterEach(closeAll)
  after(() => foretelling.dispose())

  it('the warning fits a narrow window; its tooltip and what a screen reader hears are whole', async () => {
    const one = (await openNotebook(cell(DEEP))).cellAt(0)
    await until(() => foretelling.of(one.document) !== null, 'a prediction')
    const [warning, where] = preflightItems(one, foretelling.of(one.document)!)
    assert.match(warning!.text, /^\$\(warning\) loses 5\.\d decades$/)
    assert.equal(where!.text, 'from hidden 10 to hidden 1')
    assert.match(warning!.accessibilityInformation!.label, /^loses 5\.\d decades from hidden 10 to hidden 1$/)
    assert.match(warning!.tooltip as string, /^Loses 5\.\d decades from hidden 10 to hidden 1\. Mean-field theory/)
  })

  const lineOf = (one: vscode.NotebookCell): string => {
    const told = foretelling.of(one.document)
    return told
      ? preflightItems(one, told)
          .map(({ text }) => text)
          .join(' ')
      : 'not settled'
  }

  it('theory warns of a signal that will be lost, once the cell has settled', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const one = notebook.cellAt(0)
    assert.equal(lineOf(one), 'not settled')
    await until(() => lineOf(one) !== 'not settled', 'a prediction')
    assert.match(
      lineOf(one),
      /^\$\(warning\) loses 5\.\d decades from hidden 10 to hidden 1 \$\(lightbulb\) tanh with xavier loses 0\.2$/
    )
    await rewrite(one.document, `${DEEP}\ninitializer: lsuv`)
    await until(() => lineOf(one) === '$(question) theory does not cover this net', 'what theory does not cover')
    await rewrite(one.document, `${DEEP.replace('sigmoid', 'relu')}\ninitializer: {name: random_normal, stddev: 1}`)
    const grows = '$(warning) grows by 6.8 decades from hidden 10 to hidden 1 $(lightbulb) relu with he keeps it'
    await until(() => lineOf(one) === grows, 'a signal that explodes')
    await rewrite(one.document, 'activation: relu')
    await until(() => lineOf(one) === '$(pulse) keeps its signal', 'no warning')
  })

  it('nothing is worked out while it is typed', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const { document } = notebook.cellAt(0)
    let told = 0
    let pauses = 0 // of a machine that does much else, long enough for the cell to count as settled
    const listening = foretelling.onChange(() => told++)
    for (const letter of '# typing goes on') {
      const before = Date.now()
      const edit = new vscode.WorkspaceEdit()
      edit.insert(document.uri, new vscode.Position(0, 0), letter)
      await vscode.workspace.applyEdit(edit)
      foretelling.of(document)
      foretelling.of(document)
      if (Date.now() - before >= PAUSE / 2) pauses++
      assert.ok(told <= pauses, `${told} predictions, ${pauses} pauses`)
    }
    const typed = told
    await until(() => told > typed, 'a prediction')
    listening.dispose()
    assert.equal(told, typed + 1)
  })

  it('a page shows the prediction layer by layer, and follows the cell', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await vscode.commands.executeCommand('gradnb.predict', notebook.cellAt(0))
    const page = await textInFront()
    assert.match(page.getText(), /loses 5\.\d decades[^]*\nhidden 1 +0\.18 /)
    await rewrite(notebook.cellAt(0).document, 'activation: sigmod')
    await until(() => /cannot run yet/.test(page.getText()), 'the page to follow')
  })
})
