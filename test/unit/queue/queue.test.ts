import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { itWith } from '../../workbench/programs'
import { gradnb } from '../cli/gradnb'
import { QueueFolder } from './queueFolder'

const SWEEP =
  'name: rates\nepochs: 2\nvariants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [16]}}\nsweep: {parameters: {optimizer.lr: [0.1, 0.5]}}\nseeds: 5'
const DATA = 'name: rates\ndataset: {csv: d.csv, target: y}\nepochs: 1\nhidden_layers: [4]\nseeds: 3'
/** Three runs of a second and more. */
const SLOW = 'name: rates\nepochs: 300\nhidden_layers: [64, 64]\nseeds: 3'

const rows = (factor: number) => ['x,y', ...Array.from({ length: 40 }, (_, i) => `${i},${factor * i}`)].join('\n')

describe('gradnb sweep --queue and gradnb worker', function () {
  this.timeout(180_000)
  const folder = new QueueFolder()

  async function assertMerged(out?: string): Promise<void> {
    const { merge, merged, whole } = await folder.merged(out)
    assert.deepEqual([merge.status, merge.stderr], [0, ''])
    assert.equal(merged, whole)
  }

  itWith('redis-server', 'write the same bytes as one machine, whoever does which run', async () => {
    const { url } = await folder.redis()
    await folder.twice(SWEEP)
    await Promise.all([folder.worker(url), folder.worker(url)])
    const { status, stdout, stderr } = await folder.sweep(url).ended
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /rates, shard 0\/1: 20 runs, 0 of them done before; in .*rates\.0-of-1\.jsonl/)
    await assertMerged()
  })

  itWith('redis-server', 'do what is missing when started again, and nothing twice', async () => {
    const { url } = await folder.redis()
    await folder.twice(SWEEP)
    await folder.worker(url)
    await folder.sweep(url).ended
    const lines = await folder.lines()
    const kept = `${lines.slice(0, 7).join('\n')}\n${lines[7]!.slice(0, 50)}`
    await writeFile(folder.file('out/rates.0-of-1.jsonl'), kept)
    assert.match((await folder.sweep(url).ended).stdout, /20 runs, 7 of them done before/)
    assert.equal((await folder.lines()).length, 7 + 1 + 13)
    assert.match((await folder.sweep(url).ended).stdout, /20 runs, 20 of them done before/)
    await assertMerged()
  })

  itWith('redis-server', 'serve two who give the same sweep at once', async () => {
    const { url } = await folder.redis()
    await folder.twice(SWEEP)
    const both = [folder.sweep(url), folder.sweep(url, {}, 'other')]
    const worker = await folder.worker(url)
    for (const { status, stderr } of await Promise.all(both.map(one => one.ended)))
      assert.deepEqual([status, stderr], [0, ''])
    for (const out of ['out', 'other']) await assertMerged(out)
    worker.kill('SIGTERM')
    assert.match((await worker.ended).stdout, /\n20 runs done\n/) // not 40
  })

  itWith('redis-server', 'read data below --folder alone, and refuse runs whose data are others', async () => {
    const { url } = await folder.redis()
    await folder.write('d.csv', rows(2))
    await folder.twice(DATA)
    await mkdir(folder.file('same'))
    await mkdir(folder.file('other'))
    await folder.write('same/d.csv', rows(2))
    await folder.write('other/d.csv', rows(3))
    const without = await folder.worker(url)
    const sweep = folder.sweep(url)
    await sweep.complained('refuses runs 0–2: d.csv is needed there; start the worker with --folder')
    without.kill('SIGTERM')
    await without.ended
    const empty = await folder.worker(url, ['--folder', ''])
    await empty.complained('d.csv is needed there; start the worker with --folder')
    empty.kill('SIGTERM')
    await empty.ended
    const wrong = await folder.worker(url, ['--folder', folder.file('other')])
    await sweep.complained("refuses runs 0–2: d.csv in this worker's folder does not hold the same data")
    await wrong.complained("refuses runs: d.csv in this worker's folder does not hold the same data")
    await folder.worker(url, ['--folder', folder.file('same')]) // beside the other
    assert.equal((await sweep.ended).status, 0)
    await assertMerged()
  })

  itWith('redis-server', 'do what is above their usual limits only where the worker itself allows it', async () => {
    const { url } = await folder.redis()
    await folder.twice(SWEEP)
    await folder.worker(url, ['--max-epochs', '1'])
    const sweep = folder.sweep(url)
    await sweep.complained(
      "refuses runs 0–19: 2 epochs are above this worker's limit of 1; to allow it, start the worker with --max-epochs 2, or set GRADNB_MAX_EPOCHS there"
    )
    await folder.worker(url, [], { GRADNB_MAX_EPOCHS: '2' })
    assert.equal((await sweep.ended).status, 0)
    await assertMerged()
  })

  itWith('redis-server', 'refuse files with more than they allow, and do not fail their runs', async () => {
    const server = await folder.redis()
    const { url } = server
    await folder.write('d.csv', rows(2))
    await folder.twice(DATA)
    for (const [option, sentence] of [
      [
        '--max-samples',
        "there are more samples than this worker's limit of 39; to allow it, start the worker with --max-samples N,"
      ],
      [
        '--max-file-bytes',
        'd.csv has 228 bytes, above the limit of 39; to allow it, start the worker with --max-file-bytes, or set GRADNB_MAX_FILE_BYTES there'
      ]
    ] as const) {
      const worker = await folder.worker(url, ['--folder', folder.path, option, '39'])
      const sweep = folder.sweep(url, {}, option)
      await sweep.complained(`refuses runs 0–2: ${sentence}`)
      worker.kill('SIGTERM')
      await worker.ended
      const other = await folder.worker(url, ['--folder', folder.path])
      const { status, stderr } = await sweep.ended
      assert.equal(status, 0, stderr)
      assert.ok(stderr.includes(sentence), stderr)
      await assertMerged(option)
      other.kill('SIGTERM')
      await other.ended
      await server.asked(redis => redis.flushall()) // which holds its results
    }
  })

  itWith('redis-server', 'say that no worker takes the runs', async () => {
    const { url } = await folder.redis()
    await folder.twice(SWEEP)
    const sweep = folder.sweep(url)
    await sweep.complained('20 runs are waiting and no worker takes any; start one with gradnb worker --queue')
    await folder.worker(url)
    assert.equal((await sweep.ended).status, 0)
  })

  itWith('redis-server', 'take queued runs off the queue when the sweep is stopped', async () => {
    const server = await folder.redis()
    await folder.twice(SWEEP)
    const sweep = folder.sweep(server.url)
    const waiting = () => server.asked(redis => redis.llen('gradnb:runs:wait'))
    await folder.until(async () => (await waiting()) > 0)
    sweep.kill('SIGINT')
    assert.equal((await sweep.ended).status, 130)
    assert.equal(await waiting(), 0)
  })

  itWith(
    'redis-server',
    'finish what a worker has begun when it is told to end, and leave the rest to others',
    async () => {
      const { url } = await folder.redis()
      await folder.twice(SLOW)
      const worker = await folder.worker(url)
      const sweep = folder.sweep(url)
      await folder.hasLine()
      worker.kill('SIGTERM')
      const { status, stdout, stderr } = await worker.ended
      assert.equal(status, 0)
      assert.match(stderr, /finishing the runs that have begun/)
      const done = Number(/(\d+) runs done|one run done/.exec(stdout)![1] ?? 1)
      assert.ok(done >= 1 && done <= 3, stdout)
      const next = await folder.worker(url)
      assert.equal((await sweep.ended).status, 0)
      next.kill('SIGTERM')
      assert.match((await next.ended).stdout, [/0 runs done/, /one run done/, /2 runs done/][3 - done]!)
      await assertMerged()
    }
  )

  itWith('redis-server', 'end a worker at once with the second signal', async () => {
    const server = await folder.redis()
    await folder.write('endless.yaml', 'name: rates\nepochs: 100000\nhidden_layers: [8]\nseeds: 2')
    const args = ['endless.yaml', 'out'].map(name => folder.file(name))
    const sweep = folder.start(['sweep', args[0]!, '--queue', server.url, '--out', args[1]!])
    const worker = await folder.worker(server.url)
    await folder.until(() => server.asked(async redis => (await redis.llen('gradnb:runs:active')) > 0))
    worker.kill('SIGINT')
    await worker.complained('press Ctrl+C again')
    worker.kill('SIGINT')
    assert.equal((await worker.ended).status, 130)
    sweep.kill('SIGINT')
    assert.equal((await sweep.ended).status, 130)
  })

  itWith('redis-server', 'give a run no more than --time-limit, and go on with others', async () => {
    const { url } = await folder.redis()
    const source = 'name: rates\nhidden_layers: [64]\nsweep: {parameters: {epochs: [100000, 1]}}'
    await folder.write('s.yaml', source)
    await folder.worker(url, ['--time-limit', '1'])
    const args = ['sweep', folder.file('s.yaml'), '--queue', url, '--out', folder.file('out')]
    const { status, stderr } = await gradnb(args)
    assert.equal(status, 1)
    assert.match(stderr, /cell rates: run 0 failed: it took longer than a second/)
    assert.equal((await folder.lines()).length, 2)
  })
})
