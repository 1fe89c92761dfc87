import assert from 'node:assert/strict'
import { chmod } from 'node:fs/promises'
import * as vscode from 'vscode'
import { isLocked } from '../../src/disk'
import { ReadOnly } from '../../src/extension/readOnly'
import { formatNotebook } from '../../src/notebook'
import { pressing, type Shown } from './answers'
import { cell, closeAll, notebookInFront, openNotebook, recordOf, runCells, showNotebook, until } from './support'

const DEEP = 'name: deep\nhidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 2'

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('files').update(name, value, vscode.ConfigurationTarget.Global)

const SETTINGS = ['readonlyInclude', 'readonlyExclude', 'readonlyFromPermissions']

/** A file system that holds one notebook and takes nothing. */
class Museum implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event
  private readonly bytes = formatNotebook({ metadata: {}, cells: [cell(DEEP)], extra: {} })

  constructor(private readonly permissions?: vscode.FilePermission) {}

  watch = () => new vscode.Disposable(() => {})
  stat = () => ({
    ...{ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.bytes.length },
    ...(this.permissions === undefined ? {} : { permissions: this.permissions })
  })
  readFile = () => this.bytes
  readDirectory = () => []
  createDirectory = refuse
  writeFile = refuse
  delete = refuse
  rename = refuse
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions()
}

describe('a notebook that is read-only', () => {
  afterEach(async () => {
    await closeAll()
    for (const name of SETTINGS) await set(name, undefined)
  })

  /** Runs the cell, asks for a remedy in both ways, and gives what the person was told. */
  async function asked(notebook: vscode.NotebookDocument): Promise<readonly Shown[]> {
    const one = notebook.cellAt(0)
    await runCells(notebook)
    await until(() => recordOf(one)?.events.stop?.reason === 'completed', 'the run')
    const { shown, restore } = pressing(() => undefined)
    try {
      await vscode.commands.executeCommand('gradnb.repair', one)
      await vscode.commands.executeCommand('gradnb.applyRemedy', one, 'vanishing_signal', 'Use tanh with xavier')
    } finally {
      restore()
    }
    return shown
  }

  async function isRefused(notebook: vscode.NotebookDocument, reason: string): Promise<void> {
    const told = await asked(notebook)
    const message = `${reason} No cell was inserted, as it could not be saved. Save a copy of the notebook, and try it there.`
    assert.deepEqual(told, [0, 1].map(() => ({ message, buttons: ['Save a Copy…'] }))) // prettier-ignore
    assert.equal(notebook.cellCount, 1)
  }

  it('by a setting gets no cell of a remedy, and says why', async () => {
    await set('readonlyInclude', { '**/test.gradnb': true })
    await isRefused(await openNotebook(cell(DEEP)), 'The setting files.readonlyInclude makes this notebook read-only.')
  })

  it('by its permissions gets none where VS Code heeds them', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await chmod(notebook.uri.fsPath, 0o444)
    await set('readonlyFromPermissions', true)
    await isRefused(
      notebook,
      'The file of this notebook is write-protected, and the setting files.readonlyFromPermissions makes it read-only.'
    )
  })

  const museums = [
    { scheme: 'gradnb-museum', isReadonly: true, provider: new Museum(), reason: 'This notebook is in a place where nothing can be saved.' },
    { scheme: 'gradnb-showcase', isReadonly: false, provider: new Museum(vscode.FilePermission.Readonly), reason: 'The file of this notebook is read-only.' }
  ] // prettier-ignore
  for (const { scheme, isReadonly, provider, reason } of museums)
    it(`by its file system (${scheme}) gets none`, async () => {
      const registered = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly })
      await isRefused(await showNotebook(vscode.Uri.parse(`${scheme}:/test.gradnb`)), reason)
      await closeAll()
      registered.dispose()
    })

  it('is known by the settings as VS Code understands them', async () => {
    const one = (await openNotebook(cell(DEEP))).cellAt(0)
    const reason = () => new ReadOnly(isLocked).reason(one)
    assert.equal(await reason(), null)
    for (const [include, exclude, expected] of [
      [{ '**/other.gradnb': true }, {}, null],
      [{ '**/test.gradnb': false }, {}, null],
      [{ '**/*.gradnb': true }, {}, 'setting'],
      [{ '**/*.gradnb': true }, { '**/test.*': true }, null],
      [{ [one.notebook.uri.fsPath]: true }, {}, 'setting']
    ] as const) {
      await set('readonlyInclude', include)
      await set('readonlyExclude', exclude)
      assert.equal(await reason(), expected, JSON.stringify([include, exclude]))
    }
  })

  it('is known in a folder of the workspace by globs from there', async () => {
    const [folder] = vscode.workspace.workspaceFolders!
    const [sample] = await vscode.workspace.findFiles(new vscode.RelativePattern(folder!, '*.gradnb'), undefined, 1)
    const one = (await showNotebook(sample!)).getCells().find(({ kind }) => kind === vscode.NotebookCellKind.Code)!
    await set('readonlyInclude', { '*.gradnb': true })
    assert.equal(await new ReadOnly(isLocked).reason(one), 'setting')
    await set('readonlyInclude', { 'elsewhere/*.gradnb': true })
    assert.equal(await new ReadOnly(isLocked).reason(one), null)
  })

  it('is none that may be written, also where its file does not exist yet', async () => {
    const notebook = await openNotebook(cell(DEEP))
    await chmod(notebook.uri.fsPath, 0o444)
    assert.equal(await new ReadOnly(isLocked).reason(notebook.cellAt(0)), null)
    await vscode.commands.executeCommand('gradnb.newNotebook')
    const untitled = await notebookInFront(({ isUntitled }) => isUntitled)
    assert.equal(await new ReadOnly(isLocked).reason(untitled.cellAt(0)), null)
  })
})
