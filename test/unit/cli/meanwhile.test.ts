import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { formatNotebook, parseNotebook, type Notebook } from '../../../src/notebook'
import { parseRecord } from '../../../src/record'
import { cell, Gradnb, gradnb, notebook, TestFolder } from './gradnb'

describe('what happens to a notebook while its cells run', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { file, write } = folder

  const read = async (path: string) => parseNotebook(await readFile(path))
  const outputsIn = async (path: string) => (await read(path)).cells.map(({ outputs }) => outputs.length)

  /** Three cells; the second trains for two seconds, in which a test acts. */
  const three = () =>
    notebook(
      cell('aaaa', 'name: first\nepochs: 1'),
      cell('bbbb', 'name: second\nepochs: 100000\nstop: {after_seconds: 2}'),
      cell('cccc', 'name: third\nepochs: 1')
    )

  /** Starts a run whose second cell is being trained; what it saves elsewhere is in the test's folder. */
  async function inTheSecondCell(path: string): Promise<Gradnb> {
    await mkdir(file('tmp'))
    const run = new Gradnb(['run', path], { env: { TMPDIR: file('tmp'), TMP: file('tmp') } })
    await run.told('first —')
    return run
  }

  /** The notebook that a run wrote elsewhere, as its sentence tells. */
  const rescued = async (stderr: string): Promise<Notebook> =>
    read(/with all outputs of this run, is in (.*)\n/.exec(stderr)![1]!)

  async function edit(path: string, change: (notebook: Notebook) => Notebook): Promise<void> {
    await writeFile(path, formatNotebook(change(await read(path))))
  }

  it('an edit stays; an output of what was edited goes elsewhere, and all others into the file', async () => {
    const path = await write('n.gradnb', three())
    const run = await inTheSecondCell(path)
    await edit(path, now => ({
      ...now,
      cells: [
        cell('head', '# new', 'markdown'),
        ...now.cells.map(one => (one.id === 'bbbb' ? { ...one, source: 'seed: 7' } : one))
      ]
    }))
    const { status, stderr } = await run.ended
    assert.equal(status, 1)
    assert.match(stderr, /cell second was edited or removed while it ran/)
    const { cells } = await read(path)
    assert.deepEqual(
      cells.map(({ source, outputs }) => [source.split('\n')[0], outputs.length]),
      [
        ['# new', 0],
        ['name: first', 1],
        ['seed: 7', 0],
        ['name: third', 1]
      ]
    )
    const [, second] = (await rescued(stderr)).cells
    assert.equal(parseRecord(second!.outputs[0]!.items[0]!.data).events.stop?.reason, 'after_seconds')
  })

  it('a file that is deleted is written again with all outputs, and the run ends', async () => {
    const path = await write('n.gradnb', three())
    const run = await inTheSecondCell(path)
    await rm(path)
    const { status, stderr } = await run.ended
    assert.equal(status, 1)
    assert.equal(
      stderr,
      `gradnb: ${path} was deleted or moved while its cells ran; it was written again, with all outputs so far\n`
    )
    assert.deepEqual(await outputsIn(path), [1, 1, 0])
  })

  it('when its folder is gone, all outputs go elsewhere', async () => {
    await mkdir(file('work'))
    const path = await write('work/n.gradnb', three())
    const run = await inTheSecondCell(path)
    await rename(file('work'), file('moved'))
    const { status, stderr } = await run.ended
    assert.equal(status, 2)
    assert.match(stderr, /cannot be written: there is no such folder/)
    const { cells } = await rescued(stderr)
    assert.deepEqual(
      cells.map(({ outputs }) => outputs.length),
      [1, 1, 0]
    )
    assert.deepEqual(await readdir(file('moved')), ['n.gradnb'])
  })

  it('when it is no notebook any more, it stays as it is, and all outputs go elsewhere', async () => {
    const path = await write('n.gradnb', three())
    const run = await inTheSecondCell(path)
    await writeFile(path, '<<<<<<< HEAD\n')
    const { status, stderr } = await run.ended
    assert.equal(status, 2)
    assert.match(stderr, /this notebook cannot be opened/)
    assert.equal(await readFile(path, 'utf8'), '<<<<<<< HEAD\n')
    assert.deepEqual((await rescued(stderr)).cells[1]!.outputs.length, 1)
  })

  it('several command lines on one file lose no output', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `c${i}`)
    const path = await write('n.gradnb', notebook(...names.map(name => cell(name, `name: ${name}\nepochs: 1`))))
    const ends = await Promise.all(names.map(name => gradnb(['run', path, '--cell', name])))
    assert.deepEqual(
      ends.map(({ status }) => status),
      names.map(() => 0)
    )
    assert.deepEqual(
      await outputsIn(path),
      names.map(() => 1)
    )
    assert.deepEqual(await readdir(folder.path), ['n.gradnb'])
  })

  it('a save waits for that of another', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'name: first\nepochs: 1')))
    await mkdir(`${path}.lock`)
    const later = Date.now() / 1000 + 3600 // too young to be that of a killed process
    await utimes(`${path}.lock`, later, later)
    const run = new Gradnb(['run', path])
    await run.complained(`waiting for another gradnb to finish writing ${path}`)
    assert.deepEqual(await outputsIn(path), [0])
    await rm(`${path}.lock`, { recursive: true })
    assert.equal((await run.ended).status, 0)
    assert.deepEqual(await outputsIn(path), [1])
  })
})
