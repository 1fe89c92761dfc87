import assert from 'node:assert/strict'
import * as vscode from 'vscode'
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
})
