import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import path from 'node:path'
import { version } from '../../../package.json'
import { EXAMPLES } from '../../../src/cli/program/examples'
import { cell, Gradnb, gradnb, notebook, TestFolder } from './gradnb'

const SOUND = 'name: deep\nhidden_layers: [8]\nactivation: tanh\nepochs: 30'
const COMMANDS = [
  'run',
  'check',
  'doctor',
  'predict',
  'verify',
  'sweep',
  'worker',
  'merge',
  'export',
  'diff',
  'text',
  'merge-driver'
]

describe('the help of gradnb', function () {
  this.timeout(120_000)
  const folder = new TestFolder()

  it('lists the commands, what a status means, and the version', async () => {
    const { status, stdout, stderr } = await gradnb(['--help'])
    assert.deepEqual([status, stderr], [0, ''])
    for (const command of COMMANDS) assert.match(stdout, new RegExp(`^  ${command} `, 'm'))
    assert.match(stdout, /Exit status:\n {2}0 {2}done\n/)
    assert.equal((await gradnb(['--version'])).stdout, `${version}\n`)
  })

  it('has options and examples for each command', async () => {
    for (const command of COMMANDS) {
      const { status, stdout } = await gradnb([command, '--help'])
      assert.equal(status, 0)
      assert.match(stdout, new RegExp(`^Usage: gradnb ${command} [^]*\nExamples?:\n {2}\\$ `))
    }
  })

  it('goes to standard error with status 2 when no command is given', async () => {
    const { status, stdout, stderr } = await gradnb([])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^Usage: gradnb/)
  })

  it('is cut short without a word where nobody reads on', async () => {
    const help = new Gradnb(['--help'])
    help.stopReading()
    const { status, stderr } = await help.ended
    assert.deepEqual([status, stderr], [0, ''])
  })

  for (const [words, meant, more] of [
    [['swep', 'n.gradnb'], 'sweep', 'gradnb'],
    [['run', 'n.gradnb', '--cel', 'a'], '--cell', 'gradnb run'],
    [['export', 'n.gradnb', '--to', 'html', '--forc'], '--force', 'gradnb export']
  ] as const)
    it(`asks after "${words.join(' ')}" whether ${meant} was meant`, async () => {
      const { status, stdout, stderr } = await gradnb(words)
      assert.deepEqual([status, stdout], [2, ''])
      assert.ok(stderr.endsWith(`(Did you mean ${meant}?)\n(${more} --help says more)\n`), stderr)
    })

  it('gives examples that are all understood', async () => {
    const cells = [cell('aaaa', SOUND), cell('bbbb', 'name: rates\nepochs: 1\nseeds: 4')]
    await folder.write('lesson.gradnb', notebook(...cells))
    await folder.write('before.gradnb', notebook(cells[0]!))
    await folder.write('experiment.yaml', 'epochs: 1')
    await promisify(execFile)('git', ['init', '-q'], { cwd: folder.path })
    await gradnb(['sweep', 'lesson.gradnb', '--cell', 'rates', '--shard', '0/1', '--out', 'runs'], { cwd: folder.path })
    const lines = Object.values(EXAMPLES).flatMap(examples => examples.map(([line]) => line))
    for (const line of lines.filter(line => !/--queue|worker/.test(line))) assert.ok((await statusOf(line)) < 2, line) // doctor finds what cannot be mended
    assert.equal((await readFile(folder.file('runs.jsonl'), 'utf8')).trimEnd().split('\n').length, 1)
  })

  /** What a shell gets for a line of the examples, in a task of a job array. */
  async function statusOf(line: string): Promise<number> {
    const script = `gradnb() { "${process.execPath}" "${path.resolve('dist/cli.js')}" "$@"; }\n${line}`
    const task = { SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '2' }
    const options = { cwd: folder.path, env: { ...process.env, ...task } }
    return promisify(execFile)('bash', ['-c', script], options).then(
      () => 0,
      (error: { code: number }) => error.code
    )
  }
})

describe('gradnb --quiet', function () {
  this.timeout(180_000)
  const { write, file } = new TestFolder()
  const SWEEP = 'name: rates\nepochs: 1\nseeds: 2'

  it('keeps remarks to itself, and tells results and errors', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', SWEEP), cell('bbbb', 'name: lone\nepochs: 1')))
    const shard = ['sweep', path, '--shard', '0/1', '--out', file('out')]
    assert.deepEqual(await gradnb([...shard, '--quiet']), { status: 0, stdout: '', stderr: '' })
    assert.deepEqual(await gradnb(['merge', path, file('out'), '-q']), { status: 0, stdout: '', stderr: '' })
    assert.match((await gradnb(['verify', path, '-q'])).stdout, /cell rates: /)
    const wrong = await gradnb(['run', await write('a.yaml', 'epoch: 1'), '-q'])
    assert.equal(wrong.status, 1)
    assert.match(wrong.stderr, /unknown-key/)
  })

  it('does not warn of data', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},${200_000 + 1e4 * i}`)
    await write('d.csv', ['x,y', ...rows].join('\n'))
    const path = await write('a.yaml', 'dataset: {csv: d.csv, target: y}\nhidden_layers: [4]\nepochs: 1')
    assert.match((await gradnb(['run', path])).stderr, /targets are of size/)
    assert.equal((await gradnb(['run', path, '--quiet'])).stderr, '')
  })
})
