import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseNotebook } from '../../../src/notebook'
import { cell, Gradnb, gradnb, notebook, TestFolder } from './gradnb'

const SWEEP =
  'name: rates\nepochs: 2\nvariants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [16]}}\nsweep: {parameters: {optimizer.lr: [0.1, 0.5]}}\nseeds: 2'

describe('gradnb sweep and gradnb merge', function () {
  this.timeout(120_000)
  const { write, file } = new TestFolder()
  const linesOf = async (name: string) => (await readFile(file(name), 'utf8')).trimEnd().split('\n')
  const runsOf = async (name: string) => (await linesOf(name)).map(line => (JSON.parse(line) as { run: number }).run)
  const shard = (name: string, which: string, ...more: string[]) =>
    gradnb(['sweep', file(name), '--cell', 'rates', '--shard', which, '--out', file('out'), ...more])
  const merge = (name: string) => gradnb(['merge', file(name), file('out')])

  /** Two notebooks of one cell: "n.gradnb", and "whole.gradnb" as one machine runs it. */
  async function twice(source: string): Promise<void> {
    for (const name of ['n.gradnb', 'whole.gradnb']) await write(name, notebook(cell('aaaa', source)))
    await gradnb(['run', file('whole.gradnb')])
  }

  /** `remark`: what is said of the files beside it. */
  async function assertMerged(remark = /^$/): Promise<void> {
    const { status, stdout, stderr } = await merge('n.gradnb')
    assert.equal(status, 0)
    assert.match(stderr, remark)
    assert.match(stdout, /rates: \d+ runs merged into .*n\.gradnb/)
    assert.equal(await readFile(file('n.gradnb'), 'utf8'), await readFile(file('whole.gradnb'), 'utf8'))
  }

  it('write the same bytes as one machine, whatever the number of shards and threads', async () => {
    await twice(SWEEP)
    for (const which of ['2/3', '0/3', '1/3']) {
      const { status, stdout, stderr } = await shard('n.gradnb', which, '--workers', '2')
      assert.deepEqual([status, stderr], [0, ''])
      assert.ok(stdout.includes(`shard ${which}: ${which === '2/3' ? 2 : 3} runs, 0 of them done before`), stdout)
    }
    assert.deepEqual((await runsOf('out/rates.1-of-3.jsonl')).sort(), [1, 4, 7])
    await assertMerged()
  })

  it('say at once of a place that takes no folder that it takes none', async () => {
    await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    const into = (out: string) => gradnb(['sweep', file('n.gradnb'), '--shard', '0/1', '--out', out])
    const taken = await into(file('n.gradnb'))
    assert.deepEqual([taken.status, taken.stderr], [2, `gradnb: ${file('n.gradnb')} is not a folder; choose another name with --out\n`]) // prettier-ignore
    for (const out of [file('n.gradnb/below'), '/proc/no/such', '/dev/null/x']) {
      const { status, stderr } = await into(out)
      assert.equal(status, 2, out)
      assert.match(stderr, /rates\.0-of-1\.jsonl cannot be written: /)
    }
    assert.match((await into(file('deep/er/out'))).stdout, /8 runs, 0 of them done before/)
  })

  it('count one run and none as a person does', async () => {
    await twice('name: rates\nepochs: 1\nhidden_layers: [2]\nseeds: 1\nsweep: {parameters: {optimizer.lr: [0.1]}}')
    const told = async (which: string) => (await shard('n.gradnb', which)).stdout.replace(/; in .*/, '').trim()
    assert.equal(await told('0/2'), 'rates, shard 0/2: 1 run, not done before')
    assert.equal(await told('0/2'), 'rates, shard 0/2: 1 run, done before')
    assert.equal(await told('1/2'), 'rates, shard 1/2: no runs, as the cell makes fewer than there are shards')
    assert.match((await merge('n.gradnb')).stdout, /rates: 1 run merged into /)
  })

  it('do so where only the data of a file tell what is to be predicted', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},${(i * i) / 7}`)
    await write('d.csv', ['x,y', ...rows].join('\n'))
    await twice('name: rates\ndataset: {csv: d.csv, target: y}\nepochs: 1\nhidden_layers: [4]\nseeds: 3')
    for (const which of ['1/2', '0/2']) assert.equal((await shard('n.gradnb', which)).status, 0)
    await assertMerged()
  })

  it('do what is missing of a shard, and a half-written last line again', async () => {
    await twice(SWEEP)
    await shard('n.gradnb', '0/1')
    const lines = await linesOf('out/rates.0-of-1.jsonl')
    const last = lines.at(-1)!
    const kept = `${lines.slice(0, 5).join('\n')}\n${last.slice(0, last.length / 2)}`
    await writeFile(file('out/rates.0-of-1.jsonl'), kept)
    const again = await shard('n.gradnb', '0/1')
    assert.equal(again.status, 0)
    assert.match(again.stdout, /8 runs, 5 of them done before/)
    const now = await linesOf('out/rates.0-of-1.jsonl')
    assert.equal(now.length, 5 + 1 + 3)
    assert.ok(now.join('\n').startsWith(kept))
    assert.match((await shard('n.gradnb', '0/1')).stdout, /8 runs, 8 of them done before/)
    assert.deepEqual(await readdir(file('out')), ['rates.0-of-1.jsonl'])
    await assertMerged()
  })

  it('keep a run that failed as one, as gradnb run does, and do it again when asked', async () => {
    await twice(SWEEP)
    await shard('n.gradnb', '0/1')
    const [first, ...others] = await linesOf('out/rates.0-of-1.jsonl')
    const { summary: _, ...plan } = JSON.parse(first!)
    const failed = JSON.stringify({ ...plan, failed: 'out of memory' })
    await writeFile(file('out/rates.0-of-1.jsonl'), `${[failed, ...others].join('\n')}\n`)
    const { status, stderr } = await merge('n.gradnb')
    assert.deepEqual([status, stderr], [1, `gradnb: cell rates: run ${plan.run} failed: out of memory\n`])
    assert.match((await shard('n.gradnb', '0/1')).stdout, /8 runs, 7 of them done before/)
    await assertMerged()
  })

  it('go on after the process was killed', async () => {
    await twice('name: rates\nepochs: 20\nhidden_layers: [32, 32]\nseeds: 12')
    const target = file('out/rates.0-of-1.jsonl')
    const args = ['sweep', file('n.gradnb'), '--cell', 'rates', '--shard', '0/1', '--out', file('out')]
    const running = new Gradnb([...args, '--workers', '1'])
    while (!existsSync(target) || !(await readFile(target, 'utf8')).includes('\n')) await sleep(5)
    running.kill('SIGKILL')
    await running.ended
    const before = (await readFile(target, 'utf8')).split('\n').length - 1
    assert.ok(before >= 1)
    const { stdout } = await gradnb(args)
    assert.ok(stdout.includes(`12 runs, ${before} of them done before`), stdout)
    assert.deepEqual(await readdir(file('out')), ['rates.0-of-1.jsonl'])
    await assertMerged()
  })

  it('leave the notebook alone and say which command makes the runs that are missing', async () => {
    await twice(SWEEP)
    const before = await readFile(file('n.gradnb'), 'utf8')
    await shard('n.gradnb', '1/3')
    const { status, stderr } = await merge('n.gradnb')
    assert.equal(status, 1)
    assert.match(stderr, /5 of 8 runs are missing: 0, 2–3, 5–6/)
    assert.equal(await readFile(file('n.gradnb'), 'utf8'), before)
    const commands = stderr.split('\n').filter(line => line.startsWith('gradnb sweep '))
    assert.deepEqual(
      commands.map(line => / --shard (\S+)/.exec(line)![1]),
      ['0/3', '2/3']
    )
    for (const command of commands) await gradnb(command.split(' ').slice(1))
    await assertMerged()
  })

  it('merge a cell that is complete below one that is not', async () => {
    const other = 'name: other\nepochs: 1\nhidden_layers: [4]\nseeds: 2'
    const path = await write('n.gradnb', notebook(cell('aaaa', SWEEP), cell('bbbb', other)))
    await shard('n.gradnb', '0/2')
    await gradnb(['sweep', path, '--cell', 'other', '--shard', '0/1', '--out', file('out')])
    const { status, stdout, stderr } = await merge('n.gradnb')
    assert.equal(status, 1)
    assert.match(stderr, /cell rates: 4 of 8 runs are missing/)
    assert.match(stdout, /^other: 2 runs merged/)
    const { cells } = parseNotebook(await readFile(path))
    assert.deepEqual(
      cells.map(({ outputs }) => outputs.length),
      [0, 1]
    )
  })

  it('say which lines disagree where a run was done twice', async () => {
    await twice(SWEEP)
    for (const which of ['0/1', '1/2']) await shard('n.gradnb', which)
    await assertMerged()
    const lines = await linesOf('out/rates.1-of-2.jsonl')
    const wrong = { ...JSON.parse(lines[0]!), summary: { ...JSON.parse(lines[0]!).summary, parameters: 7 } }
    await writeFile(file('out/rates.1-of-2.jsonl'), [JSON.stringify(wrong), ...lines.slice(1), ''].join('\n'))
    const { status, stderr } = await merge('n.gradnb')
    assert.equal(status, 1)
    const place = (await runsOf('out/rates.0-of-1.jsonl')).indexOf(wrong.run) + 1
    assert.ok(stderr.includes(`run ${wrong.run} has two different results`), stderr)
    assert.ok(stderr.includes(`rates.0-of-1.jsonl:${place} and `) && stderr.includes('rates.1-of-2.jsonl:1;'), stderr)
  })

  it('take no runs of another engine or another cell', async () => {
    await twice(SWEEP)
    await shard('n.gradnb', '0/1')
    const lines = (await linesOf('out/rates.0-of-1.jsonl')).map(line => JSON.parse(line))
    const [first, second] = lines
    lines[0] = { ...first, engine: '0', digest: 'of the old one' }
    lines[1] = { ...second, digest: 'of another cell' }
    await writeFile(file('out/rates.0-of-1.jsonl'), lines.map(line => `${JSON.stringify(line)}\n`).join(''))
    const { status, stderr } = await merge('n.gradnb')
    assert.equal(status, 1)
    assert.match(stderr, /rates\.0-of-1\.jsonl:1 was made by engine 0, but this is engine /)
    assert.match(stderr, /rates\.0-of-1\.jsonl:2 does not fit the cell/)
    assert.match(stderr, /2 of 8 runs are missing/)
    await shard('n.gradnb', '0/1')
    await assertMerged(/2 lines are ignored, the first in .*rates\.0-of-1\.jsonl:1: they are from before/)
  })

  it('take the shard from the scheduler with --shard auto', async () => {
    await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    const env = { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '2', SLURM_ARRAY_TASK_COUNT: '4' }
    const args = ['sweep', file('n.gradnb'), '--shard', 'auto', '--out', file('out')]
    assert.equal((await gradnb(args, { env })).status, 0)
    assert.deepEqual((await runsOf('out/rates.1-of-4.jsonl')).sort(), [1, 5])
  })

  it('refuse what they cannot do with a sentence', async () => {
    await write('n.gradnb', notebook(cell('aaaa', 'name: one\nepochs: 1'), cell('bbbb', SWEEP)))
    await write('s.yaml', SWEEP)
    const out = ['--out', file('out')]
    const refused = async (args: string[], sentence: RegExp) => {
      const { status, stderr } = await gradnb(args)
      assert.equal(status, 2)
      assert.match(stderr, sentence)
    }
    await refused(['sweep', file('n.gradnb'), '--shard', '4/4', ...out], /--shard 4\/4: expected i\/n/)
    await refused(['sweep', file('n.gradnb'), '--cell', 'one', '--shard', '0/2', ...out], /one does not make many runs/)
    await refused(['merge', file('s.yaml'), file('out')], /takes no outputs/)
    await refused(['merge', file('n.gradnb'), ''], /name the folder that holds the files of the shards/)
    await refused(['sweep', file('n.gradnb'), '--shard', '0/1', '--out', ''], /say with --out in which folder/)
    await refused(['merge', file('n.gradnb'), file('out')], /out cannot be read: there is no such folder$/m)
    await refused(['merge', file('n.gradnb'), file('.')], /holds no shards/)
  })

  it('tell the problems of a cell that may be meant, and their places', async () => {
    const broken = cell('aaaa', SWEEP.replace('epochs: 2', 'epochs: many'))
    const first = cell('bbbb', 'name: one\nepochs: 1')
    const out = file('out')
    await write('n.gradnb', notebook(first, broken))
    for (const chosen of [[], ['--cell', 'rates'], ['--cell', '2']])
      for (const words of [
        ['sweep', file('n.gradnb'), '--shard', '0/1', '--out', out],
        ['sweep', file('n.gradnb'), '--emit', 'slurm'],
        ['merge', file('n.gradnb'), out]
      ]) {
        // prettier-ignore
        const { status, stdout, stderr } = await gradnb([...words, ...chosen])
        assert.deepEqual([status, stdout], [1, ''], stderr)
        assert.match(stderr, /^gradnb: \S+n\.gradnb:2:2:9 \S+ .*\n$/)
      }
    await write('n.gradnb', notebook(broken, cell('cccc', 'name: good\nepochs: 1\nhidden_layers: [2]\nseeds: 2')))
    assert.equal((await gradnb(['sweep', file('n.gradnb'), '--shard', '0/1', '--out', out])).status, 0)
    assert.match((await gradnb(['merge', file('n.gradnb'), out])).stdout, /^good: 2 runs merged/)
  })
})
