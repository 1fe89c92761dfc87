import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createLifetime } from '../../../workbench/lifetime'
import { isInstalled, itWith } from '../../../workbench/programs'
import { startSlurm, type Slurm } from '../../../workbench/slurm'
import { HOSTILE_FOLDER } from './hostileNames'
import { SweepFolder } from '../sweepFolder'

/** Six runs, of which the last takes long enough to be killed in. */
const SLOW_LAST = `hidden_layers: [64, 64]\nepochs: 1\nvariants: {a: {seed: 1}, b: {seed: 2}, c: {seed: 3}, d: {seed: 4}, e: {seed: 5}, slow: {epochs: 6000}}`

describe('npm run slurm', function () {
  this.timeout(600_000)

  itWith('slurm', 'does a sample as a job array, to the same bytes as one process', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['dist/test/workbench/slurm.main.js'])
    assert.match(stdout + stderr, /initialization: 120 runs merged[^]*are the same \d+ bytes/)
  })
})

describe('a job array of a real Slurm', function () {
  this.timeout(600_000)
  const folder = new SweepFolder()
  const lifetime = createLifetime()
  let slurm: Slurm

  before(async () => {
    if (isInstalled('slurm')) slurm = await startSlurm(lifetime)
  })
  after(() => lifetime.end())

  const run = (command: string, ...args: string[]) => slurm.run(command, args, folder.path)
  /** The state of a job, or of one of its tasks. */
  const stateOf = async (job: string) => /JobState=(\S+)/.exec(await run('scontrol', 'show', 'job', job))![1]!
  const linesOf = async (file: string) =>
    (await readFile(folder.file(file), 'utf8').catch(() => '')).split('\n').length - 1

  itWith('slurm', 'does a sweep that merges to the same bytes as one machine writes', async () => {
    await folder.fill(HOSTILE_FOLDER, `${HOSTILE_FOLDER}.gradnb`, 'räte_漢字')
    await writeFile(folder.file('job.sh'), await folder.emit('slurm', '--shards', '4'))
    await run('sbatch', '--wait', 'job.sh')
    await run('bash', 'job.sh', 'merge')
    assert.ok(await folder.isMerged())
  })

  itWith('slurm', 'sends itself, and merges when all tasks have ended', async () => {
    await folder.fill('lesson')
    await mkdir(folder.file('logs'))
    await writeFile(folder.file('job.sh'), await folder.emit('slurm', '--shards', '3'))
    const told = (await slurm.run('bash', ['../job.sh'], folder.file('logs'))).trim()
    const [, tasks, merge] = /^Slurm does the tasks as job (\d+), and merges them as job (\d+)\.$/.exec(told)!
    await slurm.idle()
    assert.deepEqual([await stateOf(`${tasks}_0`), await stateOf(merge!)], ['COMPLETED', 'COMPLETED'])
    assert.ok(await folder.isMerged())
    const log = await readFile(folder.file(`logs/gradnb-n-rates-${tasks}_1.log`), 'utf8')
    assert.match(log, /^rates, shard 1\/3: 3 runs, 0 of them done before; in /)
    assert.match(
      await readFile(folder.file(`logs/gradnb-n-rates-merge-${merge}_0.log`), 'utf8'),
      /^rates: 8 runs merged/
    )
  })

  itWith('slurm', 'goes on where a task was killed when that task alone is sent again', async () => {
    await folder.fill('lesson', 'n.gradnb', 'rates', SLOW_LAST)
    await writeFile(folder.file('job.sh'), await folder.emit('slurm', '--shards', '3'))
    const job = (await run('sbatch', '--parsable', 'job.sh')).trim()
    while ((await linesOf('lesson/runs/rates.2-of-3.jsonl')) < 1) await pause(20)
    await run('scancel', '--signal=KILL', '--full', `${job}_2`)
    await slurm.idle()
    assert.equal(await linesOf('lesson/runs/rates.2-of-3.jsonl'), 1)
    const merging = promisify(execFile)('bash', [folder.file('job.sh'), 'merge'])
    await assert.rejects(merging, ({ stderr }: { stderr: string }) =>
      /run 5 of 6 is missing.*--shard 2\/3/s.test(stderr)
    )
    await run('sbatch', '--wait', '--array=2', '--output=again.log', 'job.sh')
    assert.match(await readFile(folder.file('again.log'), 'utf8'), /shard 2\/3: 2 runs, 1 of them done before/)
    await run('bash', 'job.sh', 'merge')
    assert.ok(await folder.isMerged())
  })
})
