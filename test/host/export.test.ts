import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { pressing } from './answers'
import { cell, closeAll, openNotebook, runCells } from './support'

describe('the command Export', () => {
  afterEach(closeAll)

  const textAt = async (uri: vscode.Uri): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))

  it('writes the notebook as it stands in the editor, with its outputs', async () => {
    const notebook = await openNotebook(cell('# Title', 'markdown'), cell('name: fresh\nepochs: 2'))
    await runCells(notebook)
    const out = vscode.Uri.joinPath(notebook.uri, '..', 'page.md')
    await vscode.commands.executeCommand('gradnb.export', { to: 'md', out })
    assert.match(await textAt(out), /^# Title\n\n```yaml\nname: fresh\nepochs: 2\n```\n\nfresh — /)
    assert.match(await textAt(vscode.Uri.joinPath(out, '..', 'page_files', '2-fresh.svg')), /^<svg /)
  })

  it('says of which cells the output is missing or from before an edit', async () => {
    const notebook = await openNotebook(cell('name: a\nepochs: 1'), cell('name: b\nepochs: 1'), cell('name: c'))
    await runCells(notebook, 0, 2)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(1).document.uri, new vscode.Position(0, 0), 'seed: 5\n')
    await vscode.workspace.applyEdit(edit)
    const { shown, restore } = pressing(() => undefined)
    const out = vscode.Uri.joinPath(notebook.uri, '..', 'page.md')
    await vscode.commands.executeCommand('gradnb.export', { to: 'md', out })
    await vscode.commands.executeCommand('gradnb.share', { as: 'clipboard' })
    restore()
    const remarks =
      'Cell 2 has changed since its output was made; run it again, or the export shows what it was. Cell 3 has no output to export; run it first.'
    assert.deepEqual(
      shown.map(({ message }) => message),
      [
        `The notebook was exported to ${out.fsPath}. ${remarks}`,
        `The notebook is on the clipboard as Markdown. ${remarks}`
      ]
    )
  })

  it('as PyTorch leaves out a cell that cannot run, says so, and takes it in when a setting allows it', async () => {
    const notebook = await openNotebook(cell('name: a\nepochs: 1'), cell('name: b\nepochs: 200000'))
    const out = vscode.Uri.joinPath(notebook.uri, '..', 'scripts')
    const settings = vscode.workspace.getConfiguration('gradnb')
    const { shown, restore } = pressing(() => undefined)
    const exported = async (): Promise<string[]> => {
      await vscode.commands.executeCommand('gradnb.export', { to: 'pytorch', out })
      const names = (await vscode.workspace.fs.readDirectory(out)).map(([name]) => name)
      return names.filter(name => name.endsWith('.py')).sort()
    }
    try {
      assert.deepEqual(await exported(), ['1-a.py'])
      await settings.update('limits.epochs', 200_000, vscode.ConfigurationTarget.Global)
      assert.deepEqual(await exported(), ['1-a.py', '2-b.py'])
    } finally {
      restore()
      await settings.update('limits.epochs', undefined, vscode.ConfigurationTarget.Global)
    }
    const [first, second] = shown.map(({ message }) => message)
    const sentence = `The notebook was exported to ${out.fsPath}.`
    assert.ok(first!.startsWith(`${sentence} Cell 2 was left out, as it cannot run: line `), first)
    assert.match(first!, /200,000 epochs are above the limit of 100,000/)
    assert.equal(second, sentence)
  })
})
