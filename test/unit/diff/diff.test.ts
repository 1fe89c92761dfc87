import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { notebookDiff, notebookText } from '../../../src/diff'
import { errorOutput, output, type Cell, type Notebook } from '../../../src/notebook'
import {
  encodeRecord,
  encodeSweep,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../../../src/record'
import { cell, gradnb, notebook, TestFolder } from '../cli/gradnb'
import { sampleSweep } from '../record/sampleSweep'
import { healthy, vanishing } from '../renderer/records'

const shown = (source: string, record: RunRecord, id = 'a'): Cell => ({
  ...cell(id, source),
  outputs: [output(RECORD_MIME, encodeRecord(record))]
})

const of = (...cells: Cell[]): Notebook => ({ metadata: {}, cells, extra: {} })

describe('notebookDiff', () => {
  it('shows lines of sources, and of an output what matters in one line', () => {
    const before = shown('name: a\nactivation: sigmoid\nepochs: 9', vanishing(8, 9))
    const after = shown('name: a\nactivation: tanh\nepochs: 9', healthy(9))
    const lines = notebookDiff(of(before), of(after))
    assert.deepEqual(lines.slice(0, 4), ['=== cell 1', '  name: a', '- activation: sigmoid', '+ activation: tanh'])
    assert.match(lines[4]!, /^output: delta at hidden 1: \d\S* → \d\S*, verdict: Vanishing → \w+/)
    assert.doesNotMatch(lines.join('\n'), /[\w+/]{60}/)
  })

  it('says of many runs which is best, and how many went wrong', () => {
    const swept = (record: SweepRecord): Cell => ({
      ...cell('a', 'seeds: 2'),
      outputs: [output(SWEEP_MIME, encodeSweep(record))]
    })
    const before = sampleSweep()
    const onlyOf = (label: string) => ({ ...before, runs: before.runs.filter(run => run.label === label) })
    const told = (after: SweepRecord) => notebookDiff(of(swept(before)), of(swept(after)))
    assert.match(
      told(onlyOf('relu+he'))[1]!,
      /^output: best: sigmoid\+xavier, .*, loss \d\S* → relu\+he, .*, loss \d\S*, runs: 16 → 8, diverged: 1 → 0, failed: 1 → 0$/
    )
    assert.equal(told(onlyOf('sigmoid+xavier'))[1], 'output: runs: 16 → 8, not run: 1 → 0')
    assert.deepEqual(notebookText(of(swept(before))).slice(2, 3), ['output: rates, 16 runs'])
  })

  it('tells a failure in one line, however long its message is', () => {
    const failed = { ...cell('a', 'x'), outputs: [errorOutput('Training failed', 'one\ntwo')] }
    assert.deepEqual(notebookDiff(of(cell('a', 'x')), of(failed)), ['=== cell 1', 'output: none → failed: one', ''])
  })

  it('has nothing to say of a notebook that is the same', () => {
    const same = of(cell('t', '# A', 'markdown'), shown('epochs: 9', vanishing(8, 9)))
    assert.deepEqual(notebookDiff(same, same), [])
  })

  it('tells of cells that were added, removed and moved, and of outputs that came and went', () => {
    const [a, b, c] = [cell('a', 'epochs: 1'), cell('b', 'epochs: 2'), cell('c', 'epochs: 3')]
    const lines = notebookDiff(
      of(a, b, c),
      of(c, { ...a, outputs: [errorOutput('Training failed', 'no')] }, cell('d', 'x'))
    )
    assert.deepEqual(lines, [
      ...['cells are in another order', '', '=== cell 2 was removed', '- epochs: 2', ''],
      ...['=== cell 2', 'output: none → failed: no', '', '=== cell 3 was added', '+ x', '']
    ])
  })

  it('reads damaged outputs without an end', () => {
    const broken = { ...cell('a', 'x'), outputs: [output(RECORD_MIME, { version: 3 }), output('a/b', null)] }
    const change = 'output: none → an output that is damaged'
    assert.deepEqual(notebookDiff(of(cell('a', 'x')), of(broken)), ['=== cell 1', change, ''])
  })
})

describe('notebookText', () => {
  it('has sources as they are, and outputs in words', () => {
    const lines = notebookText(of(cell('t', '# A', 'markdown'), shown('epochs: 9', vanishing(8, 9))))
    assert.deepEqual(lines.slice(0, 5), ['=== cell 1, markdown', '# A', '', '=== cell 2, experiment', 'epochs: 9'])
    assert.match(lines[6]!, /^output: Vanishing: /)
    assert.match(lines[7]!, /^output: delta at hidden 1: \S+ before training, \S+ in epoch 9$/)
  })

  it('has the text of other programs’ outputs, but not that beside a record', () => {
    const beside = output(RECORD_MIME, encodeRecord(vanishing(2, 3)))
    const items = [...beside.items, { mime: 'text/plain', data: 'not this' }]
    const outputs = [output('text/plain', 'two\nlines'), output('image/png', 'AA=='), { ...beside, items }]
    const lines = notebookText(of({ ...cell('a', 'epochs: 3'), outputs }))
    assert.deepEqual(lines.slice(2, 5), ['output: two', 'output: lines', 'output: image/png'])
    assert.ok(!lines.includes('output: not this'))
  })
})

describe('gradnb diff and text', () => {
  const folder = new TestFolder()
  const run = promisify(execFile)

  it('ends with 1 where notebooks differ', async () => {
    const [a, b] = [await folder.write('a.gradnb', notebook(cell('a', 'x: 1'))), await folder.write('b.gradnb', notebook(cell('a', 'x: 2\u001b')))] // prettier-ignore
    assert.deepEqual(await gradnb(['diff', a, a]), { status: 0, stdout: '', stderr: '' })
    assert.deepEqual(await gradnb(['diff', a, b]), {
      status: 1,
      stdout: '=== cell 1\n- x: 1\n+ x: 2\\u001b\n',
      stderr: ''
    })
    assert.equal((await gradnb(['diff', a, folder.file('no.gradnb')])).status, 2)
  })

  it('makes git show what a person changed, as the README says', async () => {
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder.path })
    await git('init', '-q')
    await git('config', 'diff.gradnb.textconv', `"${process.execPath}" "${path.resolve('dist/cli.js')}" text`)
    await folder.write('.gitattributes', '*.gradnb diff=gradnb\n')
    await folder.write('a.gradnb', notebook(shown('activation: sigmoid', vanishing(8, 9))))
    await git('add', '.')
    await git('commit', '-qm', 'first')
    await folder.write('a.gradnb', notebook(shown('activation: tanh', healthy(9))))
    const { stdout } = await git('diff')
    assert.match(stdout, /^-activation: sigmoid$[^]*^\+activation: tanh$/m)
    assert.match(stdout, /^-output: delta at hidden 1: .* before training.*$/m)
    assert.doesNotMatch(stdout, /[\w+/]{80}/)
  })
})
