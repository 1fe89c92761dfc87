import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('the host', () => {
  it('is the VS Code the tests were asked to run in', () => {
    const wanted = process.env.GRADNB_WANTED_VSCODE
    assert.ok(wanted, 'GRADNB_WANTED_VSCODE is not set')
    assert.equal(vscode.version, wanted)
  })

  it('finds and activates the extension', async () => {
    const extension = vscode.extensions.getExtension('gradnb.gradnb')
    assert.ok(extension, 'gradnb.gradnb is not installed')
    await extension.activate()
    assert.ok(extension.isActive)
  })

  it('opens the copy of the samples as its workspace', async () => {
    const [notebook] = await vscode.workspace.findFiles('**/*.gradnb')
    assert.ok(notebook, 'no .gradnb file in the workspace')
  })
})
