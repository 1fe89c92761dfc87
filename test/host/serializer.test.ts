import assert from 'node:assert/strict'
import fc from 'fast-check'
import * as vscode from 'vscode'
import { LiveRecords } from '../../src/extension/liveRecords'
import { NotebookSerializer } from '../../src/extension/serializer'
import { formatNotebook, parseNotebook } from '../../src/notebook'
import { anyNotebook, tries } from '../unit/notebook/anyNotebook'
import { cell, closeAll, openNotebook, recordOf, rewrite, runCells, showNotebook, until, writeFile } from './support'

const read = async (uri: vscode.Uri) => Buffer.from(await vscode.workspace.fs.readFile(uri))

const extensionFile = (path: string) =>
  vscode.Uri.joinPath(vscode.extensions.getExtension('gradnb.gradnb')!.extensionUri, path)

const typeInto = ({ document }: vscode.NotebookCell, text: string): Thenable<boolean> => rewrite(document, text)

describe('a .gradnb file in VS Code', () => {
  afterEach(closeAll)

  it('is saved with the bytes it had, unknown keys too', async () => {
    const odd = { ...cell('dataset: xor'), extra: { later: [1] } }
    const bytes = formatNotebook({ metadata: { a: 1 }, cells: [cell('# hi', 'markdown'), odd], extra: { more: true } })
    const uri = await writeFile(bytes)
    const notebook = await showNotebook(uri)
    await typeInto(notebook.cellAt(1), 'dataset: moons')
    await notebook.save()
    assert.match((await read(uri)).toString(), /dataset: moons/)
    await typeInto(notebook.cellAt(1), 'dataset: xor')
    await notebook.save()
    assert.ok((await read(uri)).equals(bytes))
  })

  it('that is damaged does not open and is left as it is', async () => {
    for (const text of ['{"gradnb": 1, "cells": [', 'hello', '{"gradnb": 9, "cells": []}']) {
      const uri = await writeFile(Buffer.from(text))
      await assert.rejects(async () => vscode.workspace.openNotebookDocument(uri))
      assert.equal((await read(uri)).toString(), text)
    }
  })

  it('keeps all that it holds when it is saved, also what VS Code has no room for', async () => {
    const path = extensionFile('test/reports/rel-07-outputs-lost/odd-but-whole.gradnb')
    const bytes = formatNotebook(parseNotebook(await read(path)))
    const uri = await writeFile(bytes)
    const notebook = await showNotebook(uri)
    await typeInto(notebook.cellAt(0), 'other text')
    await notebook.save()
    assert.ok(!(await read(uri)).equals(bytes))
    await typeInto(notebook.cellAt(0), '# odd')
    await notebook.save()
    assert.equal((await read(uri)).toString(), Buffer.from(bytes).toString())
  })

  it('opens with a damaged output, which it keeps', async () => {
    const bytes = await read(extensionFile('test/reports/rel-10-record-bombs/no-layers.gradnb'))
    const notebook = await showNotebook(await writeFile(bytes))
    const mimes = notebook.cellAt(0).outputs.map(({ items }) => items.map(({ mime }) => mime))
    assert.deepEqual(mimes, [['application/vnd.gradnb.run+json']])
    await typeInto(notebook.cellAt(0), 'epochs: 2')
    await notebook.save()
    const [saved] = parseNotebook(await read(notebook.uri)).cells
    assert.deepEqual(saved, { ...parseNotebook(bytes).cells[0], source: 'epochs: 2' })
  })

  it('that is new and without a byte opens with a first cell', async () => {
    const notebook = await showNotebook(await writeFile(new Uint8Array()))
    assert.equal(notebook.cellAt(0).document.getText(), 'dataset: spiral')
  })

  it('gives new cells and copies an id of their own', async () => {
    const notebook = await openNotebook(cell('dataset: xor', 'experiment', 'aaaa1111'))
    const copy = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'dataset: moons', 'mlp-experiment')
    copy.metadata = { id: 'aaaa1111' }
    const fresh = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'hi', 'markdown')
    const edit = new vscode.WorkspaceEdit()
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(1, [copy, fresh])])
    await vscode.workspace.applyEdit(edit)
    const ids = () => notebook.getCells().map(one => one.metadata['id'] as string | undefined)
    await until(() => new Set(ids().filter(Boolean)).size === 3, 'three different ids')
    assert.equal(ids()[0], 'aaaa1111')
    await notebook.save()
    assert.deepEqual(
      parseNotebook(await read(notebook.uri)).cells.map(one => one.id),
      ids()
    )
  })

  it('holds records and shows them again', async () => {
    const notebook = await openNotebook(cell('epochs: 2\nname: kept'))
    await runCells(notebook)
    await notebook.save()
    const saved = parseNotebook(await read(notebook.uri)).cells[0]!
    assert.deepEqual(
      saved.outputs[0]!.items.map(item => item.mime),
      ['application/vnd.gradnb.run+json']
    )
    const bytes = await read(notebook.uri)
    await closeAll()
    const again = await showNotebook(await writeFile(bytes))
    assert.equal(recordOf(again.cellAt(0))!.name, 'kept')
    assert.deepEqual(
      again.cellAt(0).outputs[0]!.items.map(item => item.mime),
      ['application/vnd.gradnb.run+json']
    )
    await runCells(again)
    await again.save()
    assert.ok(bytes.equals(await read(again.uri)), 'running again gave other bytes')
  })

  it('leaves outputs out where the setting or the notebook says so', async () => {
    const settings = vscode.workspace.getConfiguration('gradnb.notebook')
    const notebook = await openNotebook(cell('epochs: 1'))
    await runCells(notebook)
    await settings.update('saveOutputs', false, vscode.ConfigurationTarget.Global)
    try {
      await notebook.save()
      assert.deepEqual(parseNotebook(await read(notebook.uri)).cells[0]!.outputs, [])
    } finally {
      await settings.update('saveOutputs', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})

describe('any .gradnb file', () => {
  it('has its bytes again after VS Code has had it: prose, outputs of all types, damaged ones, keys of later versions', () => {
    const serializer = new NotebookSerializer(new LiveRecords())
    fc.assert(
      fc.property(anyNotebook, notebook => {
        const bytes = formatNotebook({ ...notebook, metadata: { ...notebook.metadata, saveOutputs: true } })
        // What goes through VS Code is what its own classes hold.
        const data = serializer.deserializeNotebook(bytes)
        data.metadata = JSON.parse(JSON.stringify(data.metadata))
        assert.equal(Buffer.from(serializer.serializeNotebook(data)).toString(), Buffer.from(bytes).toString())
      }),
      tries(500)
    )
  })
})

describe('a .gradnb file that git could not merge', () => {
  afterEach(closeAll)
  const lines = (source: string, id: string) => JSON.stringify(cell(source, 'experiment', id).source)
  const conflict = (ours: string, theirs: string) =>
    `{\n"gradnb": 1, "metadata": {}, "cells": [\n{"id": "a", "kind": "experiment", "source": [\n"name: a",\n<<<<<<< HEAD\n${lines(ours, 'a')}\n=======\n${lines(theirs, 'a')}\n>>>>>>> feature\n]}\n]\n}\n`

  it('opens with both versions of a cell, says so there, and stays as it is until it is saved', async () => {
    const uri = await writeFile(Buffer.from(conflict('epochs: 2', 'epochs: 3')))
    const before = await read(uri)
    const notebook = await showNotebook(uri)
    const { document } = notebook.cellAt(0)
    assert.equal(document.getText(), 'name: a\n<<<<<<< HEAD\nepochs: 2\n=======\nepochs: 3\n>>>>>>> feature')
    assert.equal(notebook.isDirty, false)
    await until(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'the problem')
    const [problem] = vscode.languages.getDiagnostics(document.uri)
    assert.match(problem!.message, /unresolved merge conflict, from line 2 on/)
    assert.ok((await read(uri)).equals(before))

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem!.range) // prettier-ignore
    const keep = actions.find(({ title }) => title === 'Keep theirs (feature)')
    assert.ok(keep?.edit, actions.map(({ title }) => title).join())
    await vscode.workspace.applyEdit(keep.edit)
    assert.equal(document.getText(), 'name: a\nepochs: 3')
    await notebook.save()
    assert.deepEqual(
      parseNotebook(await read(uri)).cells.map(({ id, source }) => [id, source]),
      [['a', 'name: a\nepochs: 3']]
    )
  })

  it('is saved whole where nobody has chosen: both versions are in the cell', async () => {
    const uri = await writeFile(Buffer.from(conflict('epochs: 2', 'epochs: 3')))
    const notebook = await showNotebook(uri)
    const { document } = notebook.cellAt(0)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(0, 0), '# x\n')
    await vscode.workspace.applyEdit(edit)
    await notebook.save()
    const [saved] = parseNotebook(await read(uri)).cells
    assert.match(saved!.source, /^# x\nname: a\n<<<<<<< HEAD\nepochs: 2\n=======\nepochs: 3\n>>>>>>> feature$/)
  })

  it('does not open, and is left as it is, where it takes a person to say what it holds', async () => {
    const text = conflict('epochs: 2', 'epochs: 3').replace('>>>>>>> feature\n', '')
    const uri = await writeFile(Buffer.from(text))
    await assert.rejects(async () => vscode.workspace.openNotebookDocument(uri))
    assert.equal((await read(uri)).toString(), text)
  })
})
