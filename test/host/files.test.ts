import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { isStale } from '../../src/extension/staleness'
import { cell, closeAll, openNotebook, recordOf, runCells, showNotebook, textOf } from './support'

const ERROR = 'application/vnd.code.notebook.error'
const told = (one: vscode.NotebookCell): string => JSON.parse(textOf(one, ERROR)).message
const write = (notebook: vscode.NotebookDocument, name: string, text: string) =>
  vscode.workspace.fs.writeFile(vscode.Uri.joinPath(notebook.uri, '..', name), new TextEncoder().encode(text))

const CSV = 'a,b,y\n1,2,u\n2,1,v\n3,4,u\n4,3,v\n5,6,u\n6,5,v\n'

describe('files of a cell', () => {
  afterEach(closeAll)

  it('are looked for beside the notebook; the output is no older than its cell', async () => {
    const notebook = await openNotebook(cell('dataset: {csv: data/y.csv, target: y}\nepochs: 1'))
    await write(notebook, 'data/y.csv', CSV)
    await runCells(notebook)
    const { data } = recordOf(notebook.cellAt(0))!
    assert.deepEqual([data.name, data.classes, data.trainSamples, data.testSamples], ['y.csv', ['u', 'v'], 5, 1])
    assert.equal(isStale(notebook.cellAt(0)), false)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), 'loss: mse\n')
    await vscode.workspace.applyEdit(edit)
    assert.equal(isStale(notebook.cellAt(0)), true)
  })

  it('are named when they are missing, damaged, too large or outside', async () => {
    const sources = ['no.csv', 'half.csv', '../y.csv', 'data', 'big.csv'].map(
      path => `dataset: {csv: ${path}, target: y}`
    )
    const notebook = await openNotebook(...sources.map(source => cell(source)))
    await write(notebook, 'half.csv', 'a,y\n1,u\n,v\n')
    await write(notebook, 'data/y.csv', CSV)
    await write(notebook, 'big.csv', CSV.repeat(10))
    const settings = vscode.workspace.getConfiguration('gradnb.limits')
    await settings.update('fileBytes', 200, vscode.ConfigurationTarget.Global)
    try {
      await runCells(notebook)
    } finally {
      await settings.update('fileBytes', undefined, vscode.ConfigurationTarget.Global)
    }
    const sentences = notebook.getCells().map(told)
    assert.equal(sentences[0], "no.csv cannot be read from the notebook's folder: there is no such file")
    assert.match(sentences[1]!, /^half.csv, line 3, column 1 \(a\): the value is missing\. Write missing: drop/)
    assert.match(sentences[2]!, /^..\/y.csv lies outside the notebook's folder/)
    assert.equal(sentences[3], 'data is a folder, not a file')
    assert.match(sentences[4]!, /^big.csv has 420 bytes, above the limit of 200 \(setting gradnb.limits.fileBytes\)$/)
  })

  it('need a notebook that was saved', async () => {
    const { NotebookData, NotebookCellData, NotebookCellKind } = vscode
    const source = 'dataset: {csv: y.csv, target: y}'
    const data = new NotebookData([new NotebookCellData(NotebookCellKind.Code, source, 'mlp-experiment')])
    const { uri } = await vscode.workspace.openNotebookDocument('gradnb', data)
    const notebook = await showNotebook(uri)
    await runCells(notebook)
    assert.match(told(notebook.cellAt(0)), /^save the notebook first: y.csv is looked for in the notebook's folder/)
  })
})
