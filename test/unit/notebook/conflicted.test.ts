import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  errorOutput,
  formatNotebook,
  mergeNotebooks,
  readConflicted,
  sidesOf,
  type Cell,
  type Notebook
} from '../../../src/notebook'

const LABELS = { ours: 'ours', theirs: 'theirs' }
const cell = (id: string, source: string, more: Partial<Cell> = {}): Cell => ({
  id,
  kind: 'experiment',
  source,
  outputs: [],
  extra: {},
  ...more
})
const of = (...cells: Cell[]): Notebook => ({ metadata: {}, cells, extra: {} })
const ran = (id: string, source: string, output = source): Cell =>
  cell(id, source, { outputs: [errorOutput('made of', output)] })
const told = (one: Cell) =>
  one.outputs.flatMap(({ items }) => items.map(({ data }) => (data as { message: string }).message))

/** What git leaves of three versions, as it merges files that it knows nothing of. */
function leftByGit(base: Notebook, ours: Notebook, theirs: Notebook, style: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-merge-'))
  try {
    const files = { ours, base, theirs }
    for (const [name, notebook] of Object.entries(files))
      writeFileSync(path.join(folder, name), formatNotebook(notebook))
    const args = ['-c', `merge.conflictStyle=${style}`, 'merge-file', '-p', '-L', 'HEAD', '-L', 'base', '-L', 'feature']
    const { stdout, status } = spawnSync('git', [...args, 'ours', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' })
    assert.ok(status !== null && status > 0 && status < 128, 'git was to find a conflict')
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const read = (text: string) => readConflicted(new TextEncoder().encode(text))

describe('a file that git could not merge', () => {
  const base = of(
    cell('t', '# A', { kind: 'markdown' }),
    ran('a', 'name: a\nepochs: 1\nseed: 1'),
    ran('b', 'dataset: xor')
  )
  const [t, , b] = base.cells as [Cell, Cell, Cell]
  const ours = of(t, ran('a', 'name: a\nepochs: 2\nseed: 1'), b)
  const theirs = of(t, ran('a', 'name: a\nepochs: 3\nseed: 1'), b)

  for (const style of ['merge', 'diff3', 'zdiff3']) {
    it(`shows both versions in the cell where they differ (${style})`, () => {
      const { notebook, conflicts } = read(leftByGit(base, ours, theirs, style))!
      assert.equal(conflicts, 1)
      assert.deepEqual(
        notebook.cells.map(({ source }) => source),
        ['# A', 'name: a\n<<<<<<< HEAD\nepochs: 2\n=======\nepochs: 3\n>>>>>>> feature\nseed: 1', 'dataset: xor']
      )
      assert.deepEqual(told(notebook.cells[2]!), ['dataset: xor'])
    })

    it(`has nothing to ask where only outputs differ (${style})`, () => {
      const [mine, yours] = ['x', 'y'].map(output => of(t, ran('a', 'epochs: 1', output), b)) as [Notebook, Notebook]
      const { notebook, conflicts } = read(leftByGit(of(t, cell('a', 'epochs: 1'), b), mine, yours, style))!
      assert.deepEqual([conflicts, notebook.cells.length], [0, 3])
      assert.deepEqual(told(notebook.cells[1]!), ['x'])
    })

    it(`has the cells that both added, in both orders (${style})`, () => {
      const [mine, yours] = [of(...base.cells, ran('c', 'epochs: 7')), of(...base.cells, ran('d', 'seed: 8'))]
      const { notebook, conflicts } = read(leftByGit(base, mine, yours, style))!
      assert.deepEqual(notebook.cells.map(({ id }) => id).sort(), ['a', 'b', 'c', 'd', 't'])
      assert.equal(conflicts, 0)
      assert.deepEqual(
        notebook.cells.flatMap(told).sort(),
        ['dataset: xor', 'epochs: 7', 'name: a\nepochs: 1\nseed: 1', 'seed: 8'].sort()
      )
    })
  }

  it('is not touched where it takes a person: metadata, a kind, a marker that is gone, JSON that is none', () => {
    const meta = (x: number): Notebook => ({ ...base, metadata: { x } })
    assert.equal(read(leftByGit(meta(1), meta(2), meta(3), 'merge')), null)
    const text = leftByGit(base, ours, theirs, 'merge')
    for (const marker of ['<<<<<<< HEAD\n', '=======\n', '>>>>>>> feature\n'])
      assert.equal(read(text.replace(marker, '')), null)
    assert.equal(read(text.replace('"cells"', 'cells')), null)
    assert.equal(read(new TextDecoder().decode(formatNotebook(base))), null)
    const other = of(t, { ...ours.cells[1]!, kind: 'markdown' }, b)
    assert.equal(mergeNotebooks(null, ours, other, LABELS), null)
  })

  it('is taken apart with line ends of Windows, and nested markers are not', () => {
    assert.deepEqual(sidesOf('a\r\n<<<<<<< x y\r\n1\r\n=======\r\n2\r\n>>>>>>> z\r\n'), {
      ours: 'a\r\n1\r\n',
      theirs: 'a\r\n2\r\n',
      base: null,
      labels: { ours: 'x y', theirs: 'z' }
    })
    assert.equal(sidesOf('<<<<<<< a\n<<<<<<< b\n=======\n=======\n>>>>>>> b\n>>>>>>> a\n'), null)
    const deeper = '<<<<<<< a\n1\n||||||| base\n<<<<<<<<< b\n0\n=========\n9\n>>>>>>>>> c\n=======\n2\n>>>>>>> d\n'
    assert.deepEqual([sidesOf(deeper)?.ours, sidesOf(deeper)?.theirs], ['1\n', '2\n'])
  })
})

describe('mergeNotebooks', () => {
  const base = of(ran('a', 'one\ntwo\nthree\nfour'), ran('b', 'b'), ran('c', 'c'))
  const [a, b, c] = base.cells as [Cell, Cell, Cell]
  const merged = (ours: Notebook, theirs: Notebook) => mergeNotebooks(base, ours, theirs, LABELS)!

  it('takes what one changed, and the lines that both changed apart', () => {
    const { notebook, conflicts } = merged(of(ran('a', 'ONE\ntwo\nthree\nfour'), b, c), of(ran('a', 'one\ntwo\nthree\nFOUR'), ran('b', 'B'), c)) // prettier-ignore
    assert.deepEqual([conflicts, ...notebook.cells.map(({ source }) => source)], [0, 'ONE\ntwo\nthree\nFOUR', 'B', 'c'])
    // Nobody has run the first text; the second is theirs with its output.
    assert.deepEqual(notebook.cells.map(told), [[], ['B'], ['c']])
  })

  it('removes what one removed and the other left alone, and asks where that changed it', () => {
    assert.deepEqual(merged(of(a, c), base).notebook.cells.map(({ id }) => id), ['a', 'c']) // prettier-ignore
    const { notebook, conflicts } = merged(of(a, c), of(a, ran('b', 'B'), c))
    assert.equal(conflicts, 1)
    assert.equal(notebook.cells[1]!.source, '<<<<<<< ours\n\n=======\nB\n>>>>>>> theirs')
  })

  it('takes the outputs of the one that ran the cell', () => {
    const fresh = of(cell('a', 'x'))
    const { notebook } = mergeNotebooks(fresh, fresh, of(ran('a', 'x')), LABELS)!
    assert.deepEqual(notebook.cells.map(told), [['x']])
  })
})

describe('the git that these tests ask', () => {
  it('is there', () => assert.match(execFileSync('git', ['--version'], { encoding: 'utf8' }), /^git version/))
})
