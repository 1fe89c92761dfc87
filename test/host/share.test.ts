import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { parseNotebook } from '../../src/notebook'
import { pressing } from './answers'
import { cell, closeAll, openNotebook, runCells, until } from './support'

describe('the command Share', () => {
  afterEach(closeAll)

  const read = async (uri: vscode.Uri): Promise<Uint8Array> => vscode.workspace.fs.readFile(uri)
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const share = (as: string, out?: vscode.Uri) => vscode.commands.executeCommand('gradnb.share', { as, out })

  async function ran(): Promise<{ readonly notebook: vscode.NotebookDocument; place(name: string): vscode.Uri }> {
    const notebook = await openNotebook(cell('# Title', 'markdown'), cell('name: fresh\nepochs: 2'))
    await runCells(notebook)
    return { notebook, place: name => vscode.Uri.joinPath(notebook.uri, '..', name) }
  }

  it('copies the notebook as it stands in the editor, with its outputs or without', async () => {
    const { place } = await ran()
    await share('notebook', place('whole.gradnb'))
    await share('sources', place('sources.gradnb'))
    const [whole, sources] = await Promise.all(['whole.gradnb', 'sources.gradnb'].map(name => read(place(name))))
    const outputs = (bytes: Uint8Array) => parseNotebook(bytes).cells.map(({ outputs }) => outputs.length)
    assert.deepEqual([outputs(whole!), outputs(sources!)], [[0, 1], [0, 0]]) // prettier-ignore
    assert.deepEqual(parseNotebook(sources!).cells.map(({ source }) => source), ['# Title', 'name: fresh\nepochs: 2']) // prettier-ignore
  })

  it('makes a page that runs, and Markdown with its pictures in it', async () => {
    const { place } = await ran()
    await share('html', place('page.html'))
    assert.match(textOf(await read(place('page.html'))), /<script type="text\/plain" id="gradnb-programs">/)
    await share('md', place('page.md'))
    assert.match(textOf(await read(place('page.md'))), /^# Title\n[^]*!\[[^\]]*\]\(data:image\/svg\+xml/)
  })

  it('puts Markdown on the clipboard, and leaves the folder as it is', async () => {
    const { place } = await ran()
    const before = await vscode.workspace.fs.readDirectory(place('.'))
    await share('clipboard')
    assert.match(await vscode.env.clipboard.readText(), /^# Title\n[^]*\(data:image\/svg\+xml/)
    assert.deepEqual(await vscode.workspace.fs.readDirectory(place('.')), before)
  })

  it('writes PyTorch scripts', async () => {
    const { place } = await ran()
    await share('pytorch', place('scripts'))
    const names = (await vscode.workspace.fs.readDirectory(place('scripts'))).map(([name]) => name)
    assert.ok(names.some(name => name.endsWith('.py')), names.join()) // prettier-ignore
  })

  it('does not write over the notebook itself', async () => {
    const { notebook } = await ran()
    await notebook.save()
    const before = await read(notebook.uri)
    await share('sources', notebook.uri)
    assert.deepEqual(await read(notebook.uri), before)
  })

  it('opens what it made where that is asked for, and shows it in the explorer where it is in the workspace', async () => {
    const { place } = await ran()
    const opening = pressing(({ buttons }) => buttons.find(button => button === 'Open'))
    await share('md', place('page.md'))
    const shownFile = () => vscode.window.activeTextEditor?.document.uri.path
    await until(() => shownFile()?.endsWith('/page.md') === true, 'the file')
    opening.restore()
    assert.deepEqual(opening.shown.map(({ buttons }) => buttons), [['Open']]) // prettier-ignore

    await closeAll()
    await ran()
    const [folder] = vscode.workspace.workspaceFolders!
    const inside = vscode.Uri.joinPath(folder!.uri, 'shared.md')
    const revealing = pressing(({ buttons }) => buttons.find(button => button === 'Show in Folder'))
    await share('md', inside)
    revealing.restore()
    assert.deepEqual(revealing.shown.map(({ buttons }) => buttons), [['Open', 'Show in Folder']]) // prettier-ignore
    await vscode.workspace.fs.delete(inside)
  })
})
