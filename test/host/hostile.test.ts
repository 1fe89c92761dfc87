import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import { formatNotebook } from '../../src/notebook'
import { cell, closeAll, pause, showNotebook, textOf, runCells, until, writeFile } from './support'

/** The tests are bundled below dist: a report is found from the extension's folder. */
const report = (name: string): Promise<Uint8Array> => {
  const { extensionPath } = vscode.extensions.getExtension('gradnb.gradnb')!
  return readFile(path.join(extensionPath, 'test', 'reports', name))
}

describe('a notebook of nested brackets', () => {
  afterEach(closeAll)

  for (const name of ['braces.gradnb', 'two-cells.gradnb'])
    it(`opens, says what is wrong and runs to no harm: ${name}`, async () => {
      const notebook = await showNotebook(await writeFile(await report(`rel-01-nested-brackets/${name}`)))
      assert.ok(notebook.cellCount > 0)
      for (const { document } of notebook.getCells())
        await until(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'the cell’s problems')
      await runCells(notebook)
      for (const cell of notebook.getCells())
        assert.match(textOf(cell, 'application/vnd.code.notebook.error'), /This cell cannot run yet/)
    })
})

describe('a notebook', () => {
  afterEach(closeAll)

  it('runs no cell when it is opened, and changes nothing', async () => {
    const bytes = formatNotebook({ metadata: {}, cells: [cell('epochs: 1')], extra: {} })
    const uri = await writeFile(bytes)
    const notebook = await showNotebook(uri)
    await pause(1000)
    const [first] = notebook.getCells()
    assert.deepEqual([first!.outputs.length, first!.executionSummary?.timing, notebook.isDirty], [0, undefined, false])
    assert.ok(Buffer.from(await vscode.workspace.fs.readFile(uri)).equals(bytes))
  })
})
