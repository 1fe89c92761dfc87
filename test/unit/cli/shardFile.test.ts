import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { itWith } from '../../workbench/programs'
import { some } from '../some'
import { Gradnb, gradnb } from './gradnb'
import { SWEEP, SweepFolder } from './sweepFolder'

const [ROUNDS, NOBODY] = [24, 65534]

describe('the file of a shard', function () {
  this.timeout(600_000)
  const folder = new SweepFolder()
  const target = (which: string) => folder.file(`out/rates.${which}.jsonl`)
  /** What all tasks of a shard wrote, one after the other. */
  function text(which: string): string {
    let all = ''
    for (let task = 1; ; task++) {
      const file = target(task === 1 ? which : `${which}.${task}`)
      if (!existsSync(file)) return all
      all += readFileSync(file, 'utf8')
    }
  }

  it(`keeps every line over ${ROUNDS} rounds in which its process is killed at any moment`, async () => {
    await folder.fill('lesson', 'n.gradnb', 'rates', 'epochs: 12\nhidden_layers: [24, 24]\nseeds: 150')
    const random = xoroshiro128plus(18)
    const below = (bound: number) => (random.next() >>> 0) % bound
    for (let round = 0; round < ROUNDS; round++) {
      const which = `${below(2)}-of-2`
      const before = text(which)
      const running = new Gradnb(folder.shardWords(which.replace('-of-', '/'), '--workers', String(1 + below(2))))
      // Half of the rounds end at any time from the start on, half of them within a few runs.
      if (round % 2 === 0) await Promise.race([pause(below(1500)), running.ended])
      else await grown(which, before.length + below(4000), running.ended)
      running.kill('SIGKILL')
      await running.ended
      assert.ok(text(which).startsWith(before), `round ${round} lost lines`)
    }
    for (const which of ['0/2', '1/2']) await folder.shard(which)
    await folder.assertMerges()
  })

  /** Resolves when a shard's file has more than so many bytes, or its process has ended. */
  async function grown(which: string, bytes: number, ended: Promise<unknown>): Promise<void> {
    let isOver = false
    void ended.then(() => (isOver = true))
    while (!isOver && text(which).length <= bytes) await pause(2)
  }

  it('is one of its own for each of two tasks at once, which may be killed at any moment', async () => {
    await folder.fill('lesson', 'n.gradnb', 'rates', 'epochs: 12\nhidden_layers: [24, 24]\nseeds: 100')
    const random = xoroshiro128plus(3)
    const below = (bound: number) => (random.next() >>> 0) % bound
    const start = () => new Gradnb(folder.shardWords('0/1', '--workers', '1'))
    let [one, other] = [start(), start()]
    for (let round = 0; round < ROUNDS / 2; round++) {
      const before = text('0-of-1').length
      await grown('0-of-1', before + below(4000), Promise.all([one.ended, other.ended]))
      const killed = one
      killed.kill('SIGKILL')
      await killed.ended
      ;[one, other] = [other, start()]
    }
    for (const { status, stderr } of await Promise.all([one.ended, other.ended]))
      assert.deepEqual([status, stderr], [0, ''])
    await folder.assertMerges()
    const whole = (await folder.lines('0-of-1')).filter(line => line.endsWith('}'))
    assert.ok(some(whole).every(line => (JSON.parse(line) as { run: number }).run < 100))
  })

  it('is not touched where a process of another machine may be writing it', async () => {
    await folder.fill('lesson')
    await folder.shard('0/1')
    const [first] = await folder.lines('0-of-1')
    await writeFile(target('0-of-1'), `${first}\n`)
    await writeFile(`${target('0-of-1')}.lock`, JSON.stringify({ host: 'another', pid: 1 }))
    for (const done of [1, 8]) {
      const { status, stdout } = await gradnb(folder.shardWords('0/1'))
      assert.equal(status, 0)
      assert.ok(stdout.includes(`8 runs, ${done} of them done before`), stdout)
    }
    assert.equal(readFileSync(target('0-of-1'), 'utf8'), `${first}\n`)
    assert.deepEqual(await readdir(folder.file('out')), [
      'rates.0-of-1.2.jsonl',
      'rates.0-of-1.jsonl',
      'rates.0-of-1.jsonl.lock'
    ])
    await folder.assertMerges()
  })

  it('is written by two processes at once without losing or mixing up a line', async () => {
    await folder.fill('lesson', 'n.gradnb', 'rates', 'epochs: 2\nhidden_layers: [4]\nseeds: 60')
    const both = await Promise.all([0, 1].map(() => gradnb(folder.shardWords('0/1'))))
    assert.deepEqual(
      both.map(({ status, stderr }) => [status, stderr]),
      [
        [0, ''],
        [0, '']
      ]
    )
    const runs = (await folder.lines('0-of-1')).map(line => (JSON.parse(line) as { run: number }).run)
    assert.equal(new Set(runs).size, 60)
    await folder.assertMerges()
  })

  itWith(
    'unshare',
    'keeps what it has where the disk is full, says so, and goes on where there is room again',
    async () => {
      await folder.fill('lesson', 'n.gradnb', 'rates', SWEEP.replace('seeds: 2', 'seeds: 20'))
      await mkdir(folder.file('out'))
      await mkdir(folder.file('kept'))
      const command = [process.execPath, path.resolve('dist/cli.js'), ...folder.shardWords('0/1', '--workers', '2')]
      // A disk of three pages, one of them for the lock, that only this process and what it starts can see.
      const script = `mount -t tmpfs -o size=12k tmpfs "$1"; cp=$2; shift 2; "$@"; status=$?; cp "$OUT"/* "$cp"; exit $status`
      const inside = ['--mount', 'bash', '-c', script, 'bash', folder.file('out'), folder.file('kept'), ...command]
      const env = { ...process.env, OUT: folder.file('out') }
      const full = promisify(execFile)('unshare', ['--user', '--map-root-user', ...inside], { env })
      await assert.rejects(full, ({ code, stderr }: { code: number; stderr: string }) => {
        assert.equal(stderr, `gradnb: ${target('0-of-1')} cannot be written: the disk is full\n`)
        assert.equal(code, 2)
        return true
      })
      await copyFile(folder.file('kept/rates.0-of-1.jsonl'), target('0-of-1'))
      const kept = text('0-of-1')
      assert.equal(kept.length, 8192)
      const { stdout } = await gradnb(folder.shardWords('0/1'))
      assert.ok(stdout.includes(`80 runs, ${kept.split('\n').length - 1} of them done before`), stdout)
      assert.ok(text('0-of-1').startsWith(kept))
      await folder.assertMerges()
    }
  )

  itWith('bash', 'keeps what it has where the system allows no larger file, as merge, run and export do', async () => {
    await folder.fill('lesson', 'n.gradnb', 'rates', SWEEP.replace('seeds: 2', 'seeds: 20'))
    const before = await readFile(folder.notebook)
    /** The command with a limit of kilobytes: its status and what it complains of. */
    const limited = (kilobytes: number, ...words: string[]): Promise<{ code: number; stderr: string }> => {
      const command = ['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, path.resolve('dist/cli.js')]
      return promisify(execFile)('bash', [...command, ...words]).then(
        ({ stderr }) => ({ code: 0, stderr }),
        ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr })
      )
    }
    const sentence = (file: string) => `gradnb: ${file} cannot be written: the system allows no larger file\n`
    const shard = await limited(4, ...folder.shardWords('0/1'))
    assert.deepEqual(shard, { code: 2, stderr: sentence(target('0-of-1')) })
    await folder.shard('0/1')
    const safe = `gradnb: nothing is lost: the runs are still in ${folder.file('out')}, and can be merged again\n`
    for (const [words, rest] of [
      [['merge', folder.notebook, folder.file('out')], safe],
      [['run', folder.notebook], '']
    ] as const) {
      const { code, stderr } = await limited(4, ...words, '--quiet')
      assert.equal(code, 2, stderr)
      assert.ok(stderr.startsWith(sentence(folder.notebook) + rest), stderr)
      assert.deepEqual(await readFile(folder.notebook), before)
    }
    const page = folder.file('lesson/page.html')
    const made = await limited(1, 'export', folder.notebook, '--to', 'html', '--out', page)
    assert.deepEqual(made, { code: 2, stderr: sentence(page) })
    assert.deepEqual(await readdir(folder.file('lesson')), ['n.gradnb'])
    await folder.assertMerges()
  })

  it('is refused before anything is trained in a folder that takes no files', async () => {
    await folder.fill('lesson')
    await mkdir(folder.file('out'))
    await chmod(folder.file('out'), 0o555)
    await chmod(folder.path, 0o755)
    const refused = await gradnb(folder.shardWords('0/1'), await asOrdinaryUser())
    const sentence = `gradnb: ${target('0-of-1')} cannot be written: permission denied\n`
    assert.deepEqual(refused, { status: 2, stdout: '', stderr: sentence })
    await chmod(folder.file('out'), 0o755)
  })

  it('is left alone where the notebook takes no output, and merge gives no advice of another command', async () => {
    await folder.fill('lesson')
    await folder.shard('0/1')
    await chmod(folder.notebook, 0o444)
    await chmod(folder.path, 0o755)
    const start = await asOrdinaryUser()
    const { status, stdout, stderr } = await gradnb(['merge', folder.notebook, folder.file('out')], start)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /n\.gradnb cannot be written: permission denied\n$/)
  })

  /** Root may write everywhere. */
  async function asOrdinaryUser(): Promise<{ uid?: number; cli?: string }> {
    if (process.getuid?.() !== 0) return {}
    await mkdir(folder.file('dist'))
    await cp('dist/cli', folder.file('dist/cli'), { recursive: true })
    await copyFile('dist/cli.js', folder.file('dist/cli.js'))
    return { uid: NOBODY, cli: folder.file('dist/cli.js') }
  }

  it('is refused where a file is in the place of its folder, or a folder in its own', async () => {
    await folder.fill('lesson')
    await writeFile(folder.file('out'), '')
    const refused = await gradnb(folder.shardWords('0/1'))
    assert.equal(refused.status, 2)
    assert.match(refused.stderr, /out is not a folder; choose another name with --out/)
    await mkdir(folder.file('runs/rates.0-of-1.jsonl'), { recursive: true })
    const other = await gradnb(['sweep', folder.notebook, '--shard', '0/1', '--out', folder.file('runs')])
    assert.deepEqual([other.status, other.stdout], [2, ''])
    assert.match(other.stderr, /rates\.0-of-1\.jsonl is a folder, not a file/)
  })

  it('is left alone where another cell of that name is done into the same folder: each run is known by its digest', async () => {
    await folder.fill('lesson')
    await folder.shard('0/1')
    const before = await readFile(target('0-of-1'), 'utf8')
    await folder.fill('second', 'n.gradnb', 'rates', SWEEP.replace('epochs: 2', 'epochs: 1'))
    await folder.shard('0/1')
    assert.ok(text('0-of-1').startsWith(before))
    await folder.assertMerges(/8 lines are ignored/)
  })
})
