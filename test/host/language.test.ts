import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { cell, closeAll, openNotebook, pause, until } from './support'

/** A notebook of cells, and the document and place of the cell with `|` in it. */
async function openAt(...marked: string[]): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  const notebook = await openNotebook(...marked.map(text => cell(text.replace('|', ''))))
  const index = marked.findIndex(text => text.includes('|'))
  const { document } = notebook.cellAt(index)
  return { document, position: document.positionAt(marked[index]!.indexOf('|')) }
}

async function completions(...marked: string[]): Promise<vscode.CompletionItem[]> {
  const { document, position } = await openAt(...marked)
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position
  )
  return list.items
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label)

async function hover(marked: string): Promise<string> {
  const { document, position } = await openAt(marked)
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position
  )
  return hovers
    .flatMap(({ contents }) => contents as vscode.MarkdownString[])
    .map(({ value }) => value)
    .join('\n')
}

async function problems(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  await until(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'a diagnostic')
  return vscode.languages.getDiagnostics(document.uri)
}

/** Waits until VS Code tells of files that come into a folder: it begins some time after it was asked to watch, and tells of none before. */
async function watched(folder: vscode.Uri): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'))
  const told = new Set<string>()
  const listening = watcher.onDidCreate(({ path }) => told.add(path))
  const probes: vscode.Uri[] = []
  await until(async () => {
    const probe = vscode.Uri.joinPath(folder, `probe-${probes.length}`)
    probes.push(probe)
    await vscode.workspace.fs.writeFile(probe, new Uint8Array())
    await pause(300)
    return told.size > 0
  }, 'the folder to be watched')
  for (const probe of probes) await vscode.workspace.fs.delete(probe)
  vscode.Disposable.from(listening, watcher).dispose()
}

/** Applies the first quick fix at the first problem and gives the text after it. */
async function mended(text: string): Promise<{ title: string; text: string }> {
  const { document } = await openAt(`|${text}`)
  const [problem] = await problems(document)
  const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problem!.range
  )
  assert.ok(action, `no fix for: ${problem!.message}`)
  await vscode.workspace.applyEdit(action.edit!)
  return { title: action.title, text: document.getText() }
}

describe('the language of cells in VS Code', () => {
  afterEach(closeAll)

  it('underlines a file that is not there, until it is', async () => {
    const { document } = await openAt('dataset: {csv: |data.csv, target: y}')
    const [problem] = await problems(document)
    assert.match(problem!.message, /^there is no data\.csv in the notebook's folder; check its name/)
    assert.equal(document.getText(problem!.range), 'data.csv')
    const folder = vscode.Uri.joinPath(vscode.Uri.file(document.uri.fsPath), '..')
    await watched(folder)
    const file = vscode.Uri.joinPath(folder, 'data.csv')
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('x,y\n1,2\n'))
    await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'no diagnostic')
    await vscode.workspace.fs.delete(file)
    await problems(document)
  })

  it('completes values while the line is not finished, with meaning and default', async () => {
    const items = await completions('dataset: spiral\nactivation: |')
    const tanh = items.find(item => labelOf(item) === 'tanh')!
    assert.match((tanh.label as vscode.CompletionItemLabel).description!, /^default/)
    assert.match((tanh.documentation as vscode.MarkdownString).value, /With xavier it keeps the size/)
    assert.ok(items.map(labelOf).includes('leaky_relu'))
  })

  it('completes the keys of an optimizer whose brace is open, and no key twice', async () => {
    const labels = (await completions('optimizer: {name: sgd, momentum: 0.9, |\nepochs: 3')).map(labelOf)
    assert.deepEqual(labels.slice(0, 2), ['learning_rate', 'nesterov'])
    assert.ok(!labels.includes('momentum'))
  })

  it('completes nothing but its own: no words of the text, nothing in comments', async () => {
    const labels = (await completions('name: zzz\n|')).map(labelOf)
    assert.ok(labels.includes('dataset') && !labels.includes('zzz') && !labels.includes('name'))
    assert.deepEqual((await completions('dataset: spiral # |')).map(labelOf), [])
  })

  it('offers whole experiments in an empty cell', async () => {
    assert.ok((await completions('|')).map(labelOf).includes('first experiment'))
  })

  it('explains keys and names under the pointer, the two Xaviers apart', async () => {
    assert.match(await hover('epo|chs: 3'), /Passes over the training set/)
    assert.match(await hover('initializer: xav|ier'), /glorot_normal[^]*N\(0, 1\/fan_in\)/)
    assert.match(await hover('optimizer: {name: adam, lr|: 1}'), /learning_rate/)
  })

  it('underlines what is wrong and mends it', async () => {
    assert.deepEqual(await mended('dataset: spiral\nactivation: sigmod'), {
      title: 'Write sigmoid',
      text: 'dataset: spiral\nactivation: sigmoid'
    })
    assert.deepEqual(await mended('optimizer: adam\nlr: 0.1\n'), {
      title: 'Move lr into optimizer',
      text: 'optimizer: {name: adam, lr: 0.1}\n'
    })
    assert.deepEqual(await mended('epochs: 3\nzebra: {method: grid}'), { title: 'Remove zebra', text: 'epochs: 3' })
  })

  it('outlines a cell by its name', async () => {
    const { document } = await openAt('|dataset: xor\nname: my-net')
    const [symbol] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri
    )
    assert.equal(symbol!.name, 'my-net')
    assert.deepEqual(
      symbol!.children.map(({ name }) => name),
      ['dataset', 'name']
    )
  })

  it('goes from extends to the cell of that name', async () => {
    const { document, position } = await openAt('epochs: 1\nname: base', 'extends: ba|se')
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position
    )
    assert.notEqual(place!.uri.toString(), document.uri.toString())
    assert.deepEqual([place!.range.start.line, place!.range.start.character], [1, 6])
  })

  it('renames a cell everywhere it is named, and refuses what is no name', async () => {
    const { document, position } = await openAt('name: ba|se', 'extends: base\nname: deep', 'compare: [base, deep]')
    const rename = (name: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        name
      )
    await assert.rejects(async () => rename('no good'), /starts with a letter/)
    await vscode.workspace.applyEdit(await rename('start'))
    const cells = vscode.window.activeNotebookEditor!.notebook.getCells().map(one => one.document.getText())
    assert.deepEqual(cells, ['name: start', 'extends: start\nname: deep', 'compare: [start, deep]'])
  })

  it('is written with two spaces and comments of #, and long lines wrap', async () => {
    const { document } = await openAt('|epochs: 3')
    const settings = vscode.workspace.getConfiguration('editor', { languageId: document.languageId, uri: document.uri })
    assert.deepEqual([settings.get('tabSize'), settings.get('insertSpaces')], [2, true])
    assert.equal(settings.get('wordWrap'), 'on')
    assert.equal(settings.get('acceptSuggestionOnEnter'), 'smart')
  })
})
