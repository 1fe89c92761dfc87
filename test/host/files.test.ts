import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { mkdtemp, symlink, writeFile as nodeWrite } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { fileNames, DEFAULT_LIMITS, parseExperiment } from '../../src/experiment'
import { readFiles } from '../../src/extension/cellFiles'
import { readThroughVSCode } from '../../src/extension/folderFile'
import { isStale } from '../../src/extension/staleness'
import { StoppedEarly } from '../../src/worker'
import { cell, closeAll, openNotebook, recordOf, runCells, showNotebook, textOf } from './support'

const ERROR = 'application/vnd.code.notebook.error'
const told = (one: vscode.NotebookCell): string => JSON.parse(textOf(one, ERROR)).message
const write = (notebook: { readonly uri: vscode.Uri }, name: string, text: string) =>
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
    assert.match(
      sentences[4]!,
      /^big.csv has 420 bytes, above the limit of 200 \(the setting gradnb.limits.fileBytes in VS Code, --max-file-bytes on the command line\)$/
    )
  })

  it('are refused behind a link that leads out of the folder, and where they are no files', async () => {
    const paths = ['out.csv', 'folder/y.csv', 'pipe.csv', 'device.csv', 'in.csv']
    const notebook = await openNotebook(...paths.map(path => cell(`dataset: {csv: ${path}, target: y}\nepochs: 1`)))
    const folder = path.dirname(notebook.uri.fsPath)
    const outside = await mkdtemp(path.join(os.tmpdir(), 'gradnb-outside-'))
    await nodeWrite(path.join(outside, 'y.csv'), CSV)
    await write(notebook, 'data/y.csv', CSV)
    await symlink(path.join(outside, 'y.csv'), path.join(folder, 'out.csv'))
    await symlink(outside, path.join(folder, 'folder'))
    await promisify(execFile)('mkfifo', [path.join(folder, 'pipe.csv')])
    await symlink('/dev/zero', path.join(folder, 'device.csv'))
    await symlink('data/y.csv', path.join(folder, 'in.csv'))
    await runCells(notebook)
    const advice =
      "is a link that leads out of the notebook's folder; cells may only read files in it: copy the file there"
    assert.deepEqual(
      [0, 1, 2, 3].map(index => told(notebook.cellAt(index))),
      [`out.csv ${advice}`, `folder/y.csv ${advice}`, 'pipe.csv is a named pipe, not a file', `device.csv ${advice}`]
    )
    assert.equal(recordOf(notebook.cellAt(4))!.data.name, 'in.csv')
  })

  it('are not read through links where the disk is out of reach, as in a browser', async () => {
    const { uri } = await openNotebook(cell(''))
    const folder = vscode.Uri.joinPath(uri, '..')
    await write({ uri }, 'data/y.csv', CSV)
    await symlink('data', path.join(folder.fsPath, 'link'))
    await symlink('data/y.csv', path.join(folder.fsPath, 'y.csv'))
    await promisify(execFile)('mkfifo', [path.join(folder.fsPath, 'pipe.csv')])
    const read = (name: string, most = 1000) => readThroughVSCode(folder, name, most)
    assert.equal(new TextDecoder().decode(await read('data/./y.csv')), CSV)
    for (const name of ['link/y.csv', 'y.csv'])
      await assert.rejects(read(name), /^FileProblem: is a link, or lies behind/)
    await assert.rejects(read('data'), /^FileProblem: is a folder, not a file/)
    await assert.rejects(read('pipe.csv'), /^FileProblem: is a pipe or a device, not a file/)
    await assert.rejects(read('data/y.csv', 5), /^FileProblem: has 42 bytes, above the limit of 5/)
    await assert.rejects(read('no.csv'), { code: 'ENOENT' })
  })

  it('do not keep a Stop waiting while they are read', async () => {
    const notebook = await openNotebook(cell('dataset: iris'))
    const parsed = parseExperiment('dataset: iris')
    assert.ok(parsed.ok)
    const stop = new AbortController()
    const asking = { notebook, limits: DEFAULT_LIMITS, signal: stop.signal }
    const readers = { readDataset: () => new Promise<never>(() => undefined), readInFolder: null }
    const reading = readFiles(fileNames([parsed.experiment]), asking, readers)
    stop.abort()
    await assert.rejects(reading, StoppedEarly)
    await assert.rejects(readFiles(fileNames([parsed.experiment]), asking, readers), StoppedEarly)
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0)
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
