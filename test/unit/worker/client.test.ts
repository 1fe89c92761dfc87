import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DEFAULT_LIMITS, parseExperiment, type Experiment } from '../../../src/experiment'
import type { RunRecord } from '../../../src/record'
import { RunClient, RunFailed, StoppedEarly, type Job, type Spawn } from '../../../src/worker'
import { spawnNode } from '../../../src/worker/spawn.node'

const real = spawnNode(path.resolve('dist/worker.node.js'))

function experiment(text: string): Experiment {
  const result = parseExperiment(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.experiment
}

const job = (text: string, more: Partial<Job> = {}): Job => ({
  experiment: experiment(text),
  files: {},
  limits: DEFAULT_LIMITS,
  signal: new AbortController().signal,
  onProgress: () => {},
  ...more
})

/** A thread that serves nothing and ends on its own. */
const dying: Spawn = () => {
  const worker = new Worker('setTimeout(() => process.exit(7), 20)', { eval: true })
  return {
    post: () => {},
    onMessage: () => {},
    onDeath: listener => worker.on('exit', code => listener(`exit code ${code}`)),
    terminate: () => void worker.terminate()
  }
}

describe('RunClient', () => {
  let client: RunClient
  beforeEach(() => (client = new RunClient(real)))
  afterEach(() => client.dispose())

  it('gives the record of a whole run', async () => {
    const record = await client.run(job('epochs: 3\nname: short'))
    assert.equal(record.columns, 4)
    assert.equal(record.name, 'short')
    assert.deepEqual(record.events.stop, { reason: 'completed', epoch: 3 })
    assert.equal(record.layers.map(layer => layer.name).join(), 'hidden 1,hidden 2,output')
  })

  it('tells progress as epochs arrive', async () => {
    const columns: number[] = []
    const onProgress: Job['onProgress'] = (_, record) => columns.push(record().columns)
    await client.run(job('epochs: 200\nhidden_layers: [64, 64]', { onProgress }))
    assert.ok(new Set(columns).size > 3, `too few pictures: ${columns.join()}`)
    assert.equal(columns.at(-1), 201)
    assert.deepEqual(
      columns,
      [...columns].sort((a, b) => a - b)
    )
  })

  it('serves runs in the order they were asked for', async () => {
    const ends: string[] = []
    const note = (name: string) => (record: { name: string | null }) => ends.push(`${name} ${record.name}`)
    await Promise.all([
      client.run(job('name: a\nepochs: 20')).then(note('1')),
      client.run(job('name: b\nepochs: 0')).then(note('2'))
    ])
    assert.deepEqual(ends, ['1 a', '2 b'])
  })

  it('stops in the middle and keeps what was measured', async () => {
    const stop = new AbortController()
    const onProgress: Job['onProgress'] = (_, record) => record().columns > 2 && stop.abort()
    const record = await client.run(job('epochs: 100000', { signal: stop.signal, onProgress }))
    assert.equal(record.events.stop?.reason, 'cancelled')
    assert.ok(record.columns > 2 && record.columns < 100000)
    assert.equal(record.events.stop?.epoch, record.columns - 1)
  })

  it('stops a net whose single step takes longer than the patience, and the next run works', async () => {
    const stop = new AbortController()
    const wide =
      'dataset: {name: spiral, samples: 20000}\nhidden_layers: [900, 900, 900]\nbatch_size: 16000\nepochs: 100'
    const run = client.run(job(wide, { signal: stop.signal }))
    await new Promise(resolve => setTimeout(resolve, 1500))
    stop.abort()
    await run.then(
      record => assert.equal(record.events.stop?.reason, 'cancelled'),
      error => assert.ok(error instanceof RunFailed && error.message === 'stopped before the first step', String(error))
    )
    assert.equal((await client.run(job('epochs: 1'))).columns, 2)
  })

  it('stops at the end of the epoch after after_seconds', async () => {
    const record = await client.run(job('epochs: 100000\nstop: {after_seconds: 0.2}'))
    assert.equal(record.events.stop?.reason, 'after_seconds')
    assert.equal(record.events.stop?.epoch, record.columns - 1)
  })

  it('reports the death of the worker; the next run gets a new one', async () => {
    let spawned = 0
    const mortal = new RunClient(() => (spawned++ === 0 ? dying() : real()))
    await assert.rejects(mortal.run(job('epochs: 1')), /the worker that trains ended: exit code 7/)
    assert.equal((await mortal.run(job('epochs: 1'))).columns, 2)
    mortal.dispose()
  })

  it('reports a damaged data file and goes on', async () => {
    const files = { 'iris.csv': new TextEncoder().encode('not iris') }
    await assert.rejects(client.run(job('dataset: iris', { files })), RunFailed)
    assert.equal((await client.run(job('epochs: 1'))).columns, 2)
  })

  it('fails the runs that wait when it is disposed, and starts nothing for them', async () => {
    let spawned = 0
    const closing = new RunClient(() => (spawned++, real()))
    const runs: Promise<RunRecord>[] = []
    const begun = new Promise<void>(resolve =>
      runs.push(closing.run(job('epochs: 100000', { onProgress: () => resolve() })))
    )
    for (const seed of [2, 3]) runs.push(closing.run(job(`epochs: 100000\nseed: ${seed}`)))
    await begun
    closing.dispose()
    const ends = await Promise.allSettled([...runs, closing.run(job('epochs: 1'))])
    for (const end of ends)
      assert.match(
        String(end.status === 'rejected' && end.reason),
        /RunFailed: gradnb was closed before this run ended/
      )
    assert.equal(spawned, 1)
  })

  it('starts no worker for a run that was stopped while it waited', async () => {
    const never = new RunClient(() => assert.fail('a worker was started'))
    await assert.rejects(never.run(job('epochs: 1', { signal: AbortSignal.abort() })), StoppedEarly)
  })

  it('listens for a stop only while a run goes on', async () => {
    const stop = new AbortController()
    for (const text of ['epochs: 1', 'epochs: 0']) await client.run(job(text, { signal: stop.signal }))
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0)
  })

  it('gives the files of a run away, whole buffers at once and parts of one as copies', async () => {
    const iris = await readFile('media/datasets/iris.csv')
    const whole = new Uint8Array(iris)
    const shared = new Uint8Array(new Uint8Array([...iris, 0]).buffer, 0, iris.length)
    for (const bytes of [whole, shared]) {
      const record = await client.run(job('dataset: iris\nepochs: 1', { files: { 'iris.csv': bytes } }))
      assert.equal(record.data.name, 'iris')
    }
    assert.deepEqual([whole.length, shared.length], [0, iris.length])
  })

  it('ends a worker that has nothing to do, and starts another for the next run', async () => {
    let spawned = 0
    const ended: number[] = []
    let rest = () => {}
    const rested = new Promise<void>(resolve => (rest = resolve))
    const resting = new RunClient(() => {
      const [worker, number] = [real(), ++spawned]
      return { ...worker, terminate: () => (ended.push(number), rest(), worker.terminate()) }
    }, 50)
    await Promise.all([resting.run(job('epochs: 1')), resting.run(job('epochs: 1'))])
    assert.deepEqual([spawned, ended], [1, []])
    await rested
    assert.deepEqual(ended, [1])
    assert.equal((await resting.run(job('epochs: 1'))).columns, 2)
    assert.equal(spawned, 2)
    resting.dispose()
  })

  it('records the same bits for the same cell', async () => {
    const bits = async () => {
      const { quantities, curves, data } = await client.run(
        job('epochs: 4\nhidden_layers: {depth: 6, units: 7}\nseed: 5')
      )
      return JSON.stringify(
        [data.digest, Object.values(quantities), Object.values(curves)]
          .flat()
          .map(table => (typeof table === 'string' ? table : [...table.mantissa, ...table.exponent]))
      )
    }
    assert.equal(await bits(), await bits())
  })
})
