import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Foretelling } from '../../src/extension/foretelling'
import { preflightItems } from '../../src/extension/preflightItems'
import { cell, closeAll, openNotebook, until } from './support'

const DEEP = 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid'

describe('before a cell is run', () => {
  const foretelling = new Foretelling()
  afterEach(closeAll)
  after(() => foretelling.dispose())

  const lineOf = (one: vscode.NotebookCell): string => {
    const told = foretelling.of(one.document)
    return told
      ? preflightItems(one, told)
          .map(({ text }) => text)
          .join(' ')
      : 'not settled'
  }
  const write = async (document: vscode.TextDocument, text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit()
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text)
    await vscode.workspace.applyEdit(edit)
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
    await write(one.document, `${DEEP}\ninitializer: lsuv`)
    await until(() => lineOf(one) === '$(question) theory does not cover this net', 'what theory does not cover')
    await write(one.document, `${DEEP.replace('sigmoid', 'relu')}\ninitializer: {name: random_normal, stddev: 1}`)
    const grows = '$(warning) grows by 6.8 decades from hidden 10 to hidden 1 $(lightbulb) relu with he keeps it'
    await until(() => lineOf(one) === grows, 'a signal that explodes')
    await write(one.document, 'activation: relu')
    await until(() => lineOf(one) === '$(pulse) keeps its signal', 'no warning')
  })

  it('nothing is worked out while it is typed', async () => {
    const notebook = await openNotebook(cell(DEEP))
    const { document } = notebook.cellAt(0)
    let told = 0
    const listening = foretelling.onChange(() => told++)
    for (const letter of '# typing goes on') {
      const edit = new vscode.WorkspaceEdit()
      edit.insert(document.uri, new vscode.Position(0, 0), letter)
      await vscode.workspace.applyEdit(edit)
      foretelling.of(document)
      foretelling.of(document)
      assert.equal(told, 0)
    }
    await until(() => told > 0, 'a prediction')
    listening.dispose()
    assert.equal(told, 1)
  })

  it('a page shows the prediction layer by layer, and follows the cell', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await vscode.commands.executeCommand('gradnb.predict', notebook.cellAt(0))
    const page = vscode.window.activeTextEditor!.document
    assert.match(page.getText(), /loses 5\.\d decades[^]*\nhidden 1 +0\.18 /)
    await write(notebook.cellAt(0).document, 'activation: sigmod')
    await until(() => /cannot run yet/.test(page.getText()), 'the page to follow')
  })
})
