import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { duration } from '../../src/text'
import {
  cell,
  closeAll,
  notebookInFront,
  openNotebook,
  recordOf,
  runCells,
  selectKernel,
  textInFront,
  until
} from './support'

const manifest = (): { contributes: Record<string, unknown> } =>
  vscode.extensions.getExtension('gradnb.gradnb')!.packageJSON as { contributes: Record<string, unknown> }

const isSample = ({ uri }: vscode.NotebookDocument): boolean => uri.path.endsWith('/first-steps.gradnb')

describe('the first five minutes', () => {
  afterEach(closeAll)

  it('begin with a new notebook whose cell runs as it is', async () => {
    await vscode.commands.executeCommand('gradnb.newNotebook')
    const notebook = await notebookInFront(({ isUntitled }) => isUntitled)
    assert.equal(notebook.cellAt(0).document.getText(), 'dataset: spiral')
    await selectKernel()
    await runCells(notebook)
    assert.equal(recordOf(notebook.cellAt(0))!.columns, 31)
  })

  it('write an example into an empty cell, and below one that is not', async () => {
    const notebook = await openNotebook(cell(''))
    await vscode.commands.executeCommand('gradnb.insertExample', notebook.cellAt(0))
    assert.match(notebook.cellAt(0).document.getText(), /^name: my-net\ndataset: spiral/)
    await vscode.commands.executeCommand('gradnb.insertExample')
    await until(() => notebook.cellCount === 2, 'a new cell')
    assert.match(notebook.cellAt(1).document.getText(), /^name: my-net/)
  })

  it('show every value of a cell, in a document that follows it and cannot be written', async () => {
    const notebook = await openNotebook(cell('activation: relu'))
    await vscode.commands.executeCommand('gradnb.showResolved', notebook.cellAt(0))
    const shown = await textInFront()
    assert.equal(shown.languageId, 'mlp-experiment')
    assert.match(shown.getText(), /^# Every value[^]*2 → 16×2 → 2, 354 parameters, he\n/)
    assert.match(shown.getText(), /\ninitializer: \{name: he, gain: 1\}\n/)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), 'epochs: 7\n')
    await vscode.workspace.applyEdit(edit)
    await until(() => /\nepochs: 7\n/.test(shown.getText()), 'the document to follow')
  })

  it('open samples as copies that keep what is changed', async () => {
    await vscode.commands.executeCommand('gradnb.openSample', 'first-steps')
    const notebook = await notebookInFront(isSample)
    assert.match(notebook.uri.path, /samples\/[^/]+\/first-steps\/first-steps\.gradnb$/)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(1).document.uri, new vscode.Position(0, 0), 'epochs: 2\n')
    await vscode.workspace.applyEdit(edit)
    await notebook.save()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.commands.executeCommand('gradnb.openSample', 'first-steps')
    assert.match((await notebookInFront(isSample)).cellAt(1).document.getText(), /^epochs: 2/)
  })

  it('say durations as people do', () => {
    assert.deepEqual([3, 70, 3700].map(duration), ['3 s', '1 min 10 s', '1 h 1 min'])
  })

  it('name no command, in menus or for keys, that VS Code does not have', async () => {
    const known = new Set(await vscode.commands.getCommands(true))
    const { commands, keybindings, menus } = manifest().contributes as {
      commands: { command: string }[]
      keybindings: { command: string }[]
      menus: Record<string, { command: string }[]>
    }
    const named = [...commands, ...keybindings, ...Object.values(menus).flat()].map(({ command }) => command)
    assert.deepEqual(
      named.filter(command => !known.has(command)),
      []
    )
  })
})
