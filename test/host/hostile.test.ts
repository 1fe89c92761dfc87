import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import { closeAll, showNotebook, textOf, runCells, until, writeFile } from './support'

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
      for (const { document } of notebook.getCells())
        await until(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'the cell’s problems')
      await runCells(notebook)
      for (const cell of notebook.getCells())
        assert.match(textOf(cell, 'application/vnd.code.notebook.error'), /This cell cannot run yet/)
    })
})
