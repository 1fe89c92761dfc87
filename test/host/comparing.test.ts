import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { comparedInFront, comparedInView, openNotebookAt } from '../../src/extension/comparing/compared'
import { OutputChanges } from '../../src/extension/comparing/outputChanges'
import { formatNotebook, type Cell } from '../../src/notebook'
import { cell, closeAll, openNotebook, runCells, showNotebook, until, writeFile } from './support'

const NET = 'dataset: spiral\nhidden_layers: {depth: 8, units: 8}\nepochs: 3\nactivation: '

/** A notebook that has been run and saved, with these cells. */
async function ran(...cells: Cell[]): Promise<vscode.Uri> {
  const notebook = await openNotebook(...cells)
  await runCells(notebook)
  await notebook.save()
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  return notebook.uri
}

/** The texts of the two sides of the text diff editor in front. */
async function wordsInFront(): Promise<[string, string]> {
  const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input
  await until(() => input() instanceof vscode.TabInputTextDiff, 'the changes in words')
  const { original, modified } = input() as vscode.TabInputTextDiff
  const texts = [original, modified].map(async uri => (await vscode.workspace.openTextDocument(uri)).getText())
  return (await Promise.all(texts)) as [string, string]
}

const showChangesInWords = () => vscode.commands.executeCommand('gradnb.showChangesInWords')

describe('two versions of a notebook in VS Code', () => {
  afterEach(closeAll)

  it('show in one line how an output has changed, cell by cell', async () => {
    const same = cell('dataset: xor\nepochs: 1', 'experiment', 'same')
    const before = await ran(cell(`${NET}sigmoid`, 'experiment', 'changed'), same)
    const after = await ran(cell(`${NET}tanh`, 'experiment', 'changed'), same)
    await vscode.commands.executeCommand('vscode.diff', before, after)
    await until(() => comparedInView().length === 1, 'the notebook diff editor')
    const compared = comparedInFront()!
    assert.deepEqual([compared.before.path, compared.after.path], [before.path, after.path])
    const changes = new OutputChanges()
    await until(() => changes.of(compared).length > 0, 'both versions to be open')
    const [first, ...others] = changes.of(compared)
    const { cell: changed, change } = first!
    assert.equal(others.length, 0)
    assert.match(change, /^delta at hidden 1: \d\S* → \d\S*, /)
    // The line is drawn behind the cell's text, in the editor that VS Code shows of it.
    await until(
      () => vscode.window.visibleTextEditors.some(({ document }) => document === changed.document),
      'the cell'
    )
    await showChangesInWords()
    const [old, now] = await wordsInFront()
    assert.match(old, /^activation: sigmoid\noutput: .*\n(output: .*\n)*output: delta at hidden 1: /m)
    assert.match(now, /^activation: tanh$/m)
    assert.doesNotMatch(old + now, /[\w+/]{80}/)
  })

  it('mark nothing as changed but what is: neither ids nor other metadata', async () => {
    const cells = [cell('# A', 'markdown', 'a'), cell('epochs: 1', 'experiment', 'b')]
    const bytes = formatNotebook({ metadata: { x: 1 }, cells, extra: {} })
    const [before, after] = [await writeFile(bytes), await writeFile(bytes)]
    await vscode.commands.executeCommand('vscode.diff', before, after)
    const versions = () => [before, after].map(openNotebookAt)
    await until(() => comparedInFront() !== null && !versions().includes(undefined), 'the notebook diff editor')
    const [old, now] = versions() as [vscode.NotebookDocument, vscode.NotebookDocument]
    assert.deepEqual(old.metadata, now.metadata)
    assert.deepEqual(old.getCells().map(({ metadata }) => metadata), now.getCells().map(({ metadata }) => metadata)) // prettier-ignore
    assert.deepEqual(new OutputChanges().of(comparedInFront()!), [])
  })

  it('are the saved and the edited one of a notebook that is in no repository', async () => {
    const notebook = await openNotebook(cell('epochs: 1'))
    const edit = new vscode.WorkspaceEdit()
    edit.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), 'dataset: xor\n')
    await vscode.workspace.applyEdit(edit)
    await showChangesInWords()
    assert.deepEqual(await wordsInFront(), [
      '=== cell 1, experiment\nepochs: 1\n',
      '=== cell 1, experiment\ndataset: xor\nepochs: 1\n'
    ])
  })

  it('are the committed and the edited one of a notebook in a repository', async () => {
    // VS Code 1.90 opens no repository outside the folder of its window.
    const folder = await mkdtemp(path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'repository-'))
    const uri = vscode.Uri.file(path.join(folder, 'a.gradnb'))
    const write = (source: string) =>
      vscode.workspace.fs.writeFile(uri, formatNotebook({ metadata: {}, cells: [cell(source)], extra: {} }))
    await write('epochs: 1')
    const git = (...args: string[]) =>
      promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder })
    await git('init', '-q')
    await git('add', '.')
    await git('commit', '-qm', 'first')
    await write('epochs: 2')
    const settings = vscode.workspace.getConfiguration('git')
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global)
    try {
      const extension = await vscode.extensions.getExtension('vscode.git')!.activate()
      await until(() => extension.enabled, 'Git')
      const api = extension.getAPI(1)
      await until(() => api.state === 'initialized', 'Git to have looked round')
      void api.openRepository(vscode.Uri.file(folder))
      await until(() => api.getRepository(uri) !== null, 'the repository')
      await showNotebook(uri)
      await showChangesInWords()
      assert.deepEqual(await wordsInFront(), [
        '=== cell 1, experiment\nepochs: 1\n',
        '=== cell 1, experiment\nepochs: 2\n'
      ])
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global)
      await rm(folder, { recursive: true })
    }
  })
})
