import assert from 'node:assert/strict'
import { Queue, Worker, type Job } from 'bullmq'
import { DEFAULT_LIMITS, parseCell, readResolved, resolvedCell, type Experiment } from '../../../src/experiment'
import { encodeRuns } from '../../../src/queue'
import { fileDigests, runDigest } from '../../../src/sweep'
import { itWith } from '../../workbench/programs'
import { QueueFolder } from './queueFolder'
import type { RedisServer } from './redisServer'

const SWEEP = 'name: rates\nepochs: 1\nhidden_layers: [4]\nseeds: 4'
const SECRET = 'x,y\n1,2\n3,4\n'

function experimentOf(text: string): Experiment {
  const result = parseCell(text)
  assert.ok(result.ok && result.cell.kind === 'run')
  return result.cell.experiment
}

describe('a queue that somebody else writes to', function () {
  this.timeout(120_000)
  const folder = new QueueFolder()

  async function withQueue<T>({ port }: RedisServer, work: (queue: Queue) => Promise<T>): Promise<T> {
    const queue = new Queue('runs', { prefix: 'gradnb', connection: { port } })
    queue.on('error', () => {})
    try {
      return await work(queue)
    } finally {
      await queue.close()
    }
  }

  /** What a job of one run says that reads these files, as if they held `SECRET`. */
  function reading(path: string): unknown {
    const experiment = experimentOf(`dataset: {csv: ${path}, target: y}\nhidden_layers: [4]\nepochs: 1`)
    const files = fileDigests({ [path]: Buffer.from(SECRET) })
    return encodeRuns(files, [{ experiment, digest: runDigest(experiment, files) }])
  }

  itWith(
    'redis-server',
    'makes a worker neither fall nor read outside its folder, and its own runs are done',
    async () => {
      const server = await folder.redis()
      await folder.twice(SWEEP)
      await folder.write('secret.csv', SECRET)
      const good = experimentOf('hidden_layers: [4]\nepochs: 1')
      const [run] = (encodeRuns({}, [{ experiment: good, digest: runDigest(good, {}) }]) as { runs: { digest: string; cell: object }[] }).runs // prettier-ignore
      const message = { ...(encodeRuns({}, []) as object), runs: [run] }
      const jobs: readonly unknown[] = [
        ...[null, 7, 'rm -rf /', [], {}, { version: 1 }, { version: 2, runs: [] }, { ...message, runs: [] }],
        { ...message, runs: [{ ...run, digest: '0'.repeat(32) }] },
        { ...message, runs: Array(33).fill(run) },
        { ...message, runs: [{ ...run, cell: { ...run!.cell, epochs: 1e9 } }] },
        { ...message, runs: [{ ...run, cell: { ...run!.cell, hidden_layers: Array(20_000).fill(100_000) } }] },
        { ...message, runs: [{ ...run, cell: { ...run!.cell, constructor: { prototype: 1 } } }] },
        { ...message, files: { 'd.csv': 'no digest' } },
        JSON.parse('{"__proto__": {"version": 1}, "version": 1, "engine": ["1"]}')
      ]
      const paths = ['../secret.csv', folder.file('secret.csv'), 'link/../../secret.csv', 'C:\\secret.csv']
      const worker = await folder.worker(server.url, ['--folder', folder.file('out')])
      await withQueue(server, async queue => {
        for (const [i, data] of [...jobs, ...paths.map(reading)].entries())
          await queue.add('odd', data, { jobId: `j-${i}` })
        await queue.add('repeated', message, { attempts: 5, backoff: 1 })
        await server.asked(async own => {
          await own.hset('gradnb:runs:raw', { name: 'x', data: '{not JSON', opts: '{}', timestamp: '1', rjk: 'a' })
          await own.lpush('gradnb:runs:wait', 'raw')
        })
      })
      await worker.complained('a job of the queue is not a run of gradnb; it is left alone')
      const sweep = folder.sweep(server.url)
      // Events that nobody can read, too.
      await server.asked(redis => redis.xadd('gradnb:runs:events', '*', 'event', 'completed', 'jobId', 'x', 'returnvalue', '{')) // prettier-ignore
      assert.equal((await sweep.ended).status, 0)
      const { merge, merged, whole } = await folder.merged()
      assert.deepEqual([merge.status, merged], [0, whole])
      worker.kill('SIGTERM')
      const { status, stdout, stderr } = await worker.ended
      assert.equal(status, 0)
      assert.ok(!/3,4|at .*\.js/.test(stdout + stderr), stderr)
      await withQueue(server, async queue => {
        for (const i of paths.keys()) assert.notEqual(await queue.getJobState(`j-${jobs.length + i}`), 'completed')
      })
    }
  )

  /** A worker of the test's own. */
  async function pretend(server: RedisServer, work: (job: Job) => Promise<unknown>): Promise<Worker> {
    const worker = new Worker('runs', work, { prefix: 'gradnb', connection: { port: server.port } })
    worker.on('error', () => {})
    await worker.waitUntilReady()
    return worker
  }

  itWith('redis-server', 'gives answers that are no results: the runs fail, and the sweep ends', async () => {
    const server = await folder.redis()
    await folder.twice(SWEEP)
    const answers = [null, 'done', { type: 'results', worker: 'x', results: 7 }, { type: 'results', worker: 'x', results: [{ digest: 'x', task: null, summary: { parameters: 1 } }] }] // prettier-ignore
    let next = 0
    const worker = await pretend(server, async () => answers[next++ % answers.length])
    try {
      const { status, stderr } = await folder.sweep(server.url).ended
      assert.equal(status, 1)
      assert.match(stderr, /cell rates: run 0 failed: workers gave 3 answers that are not results/)
      assert.equal((await folder.lines()).length, 4)
    } finally {
      await worker.close(true)
    }
  })

  itWith('redis-server', 'does a run twice with two results: both are kept and told', async () => {
    const server = await folder.redis()
    await folder.twice(`${SWEEP}0`)
    const good = await folder.worker(server.url)
    assert.equal((await folder.sweep(server.url, {}, 'first').ended).status, 0)
    good.kill('SIGTERM')
    await good.ended
    const done = (await folder.lines('first')).map(line => JSON.parse(line) as { digest: string; summary: object })
    await server.asked(redis => redis.flushall())
    const answer = ({ data }: Job, name: string, parameters: number) => ({
      ...{ type: 'results', worker: name },
      results: (data as { runs: { digest: string }[] }).runs.map(({ digest }) => {
        const { summary } = done.find(line => line.digest === digest)!
        return { digest, task: 'classification', summary: { ...summary, parameters } }
      })
    })
    const worker = await pretend(server, async job => {
      await job.updateProgress(answer(job, 'slow:1', 7))
      return answer(job, 'quick:2', 8)
    })
    try {
      const { status, stderr } = await folder.sweep(server.url).ended
      assert.equal(status, 1)
      assert.match(stderr, /run \d+ has two different results, from the workers slow:1 and quick:2/)
      const { merge } = await folder.merged()
      assert.match(merge.stderr, /has two different results, in \S+:\d+ and \S+:\d+/)
    } finally {
      await worker.close(true)
    }
  })

  itWith('redis-server', 'is told that a worker has another engine', async () => {
    const server = await folder.redis()
    const worker = await folder.worker(server.url)
    const message = { ...(encodeRuns({}, []) as object), engine: '0.0' }
    await withQueue(server, queue => queue.add('runs', message, { jobId: 'other' }))
    await worker.complained('refuses runs: the sweep was started by engine 0.0, and this worker has engine ')
    await withQueue(server, queue => queue.add('runs', { ...message, engine: '1\n\u001b[2J' }, { jobId: 'odd' }))
    await worker.complained('the sweep was started by engine 1\\u000a\\u001b[2J, and')
  })

  it('has runs that say what their cells said, every key of them', () => {
    for (const text of [
      'hidden_layers: [8, 8]\nactivation: [relu, {name: leaky_relu, negative_slope: 0.2}]\ninitializer: [xavier, {name: random_normal, stddev: 0.01}, he]',
      'optimizer: {name: adam, clipnorm: 1}\nloss: mse\nnormalization: batch\nresidual: true\nhidden_layers: [8, 8]',
      'dataset: {csv: d.csv, target: y, ignore: [a], separator: ";"}\nhidden_layers: []\nstop: {loss_below: 0.1}'
    ]) {
      const experiment = experimentOf(text)
      const sent: unknown = JSON.parse(JSON.stringify(resolvedCell(experiment)))
      assert.deepEqual(readResolved(sent, DEFAULT_LIMITS), { experiment, excess: null })
    }
  })
})
