import assert from 'node:assert/strict'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { summaryOf } from '../../../src/diagnosis'
import { dataKey, DEFAULT_LIMITS, parseCell, type Expansion } from '../../../src/experiment'
import { encodeSummary, type SweepOutcome } from '../../../src/record'
import { RunClient, RunPool, type PoolJob, type PoolProgress, type Spawn } from '../../../src/worker'
import { spawnNode } from '../../../src/worker/spawn.node'

const real = spawnNode(path.resolve('dist/worker.node.js'))

function expansionOf(text: string): Expansion {
  const result = parseCell(text)
  assert.ok(result.ok && result.cell.kind === 'sweep', JSON.stringify(result))
  return result.cell.expansion
}

type Outcomes = Map<number, SweepOutcome>

function jobOf(expansion: Expansion, outcomes: Outcomes, more: Partial<PoolJob> = {}): PoolJob {
  const experimentOf = (index: number) => expansion.run(index).experiment
  return {
    runs: Array.from({ length: expansion.count }, (_, index) => ({ index, key: dataKey(experimentOf(index)) })),
    experimentOf,
    files: {},
    limits: DEFAULT_LIMITS,
    signal: new AbortController().signal,
    onOutcome: (index, outcome) => {
      assert.ok(!outcomes.has(index), `run ${index} ended twice`)
      outcomes.set(index, outcome)
    },
    ...more
  }
}

/** Workers of which the first, or all, end when they are given run `index`. */
const fragile = (index: number, deaths: number): Spawn => {
  let left = deaths
  return () => {
    const handle = real()
    let died: (reason: string) => void = () => {}
    return {
      ...handle,
      onDeath: listener => handle.onDeath((died = listener)),
      post: (message, given) => {
        if (message.type !== 'summarize' || message.experiment.seed !== index || left === 0)
          return handle.post(message, given)
        left--
        handle.terminate()
        setTimeout(() => died('out of memory'))
      }
    }
  }
}

const encoded = (outcomes: Outcomes): unknown[] =>
  [...outcomes]
    .sort(([a], [b]) => a - b)
    .map(([, outcome]) => (outcome.state === 'done' ? encodeSummary(outcome.summary) : outcome))

describe('RunPool', () => {
  const pools: RunPool[] = []
  const pool = (size: number, spawn = real, idleMs?: number): RunPool => {
    const made = new RunPool(spawn, () => size, idleMs)
    pools.push(made)
    return made
  }
  afterEach(() => pools.splice(0).forEach(one => one.dispose()))

  it('gives each run the summary of the run by itself, in whatever number of threads', async () => {
    const expansion = expansionOf(
      'epochs: 3\nhidden_layers: [8, 8]\nvariants: {zeros: {initializer: zeros}, relu: {activation: relu}, broken: {optimizer.lr: 1.0e+30}}\nseeds: 2'
    )
    const [one, three]: [Outcomes, Outcomes] = [new Map(), new Map()]
    await pool(1).run(jobOf(expansion, one))
    await pool(3).run(jobOf(expansion, three))
    assert.equal(one.size, 6)
    assert.deepEqual(encoded(three), encoded(one))
    const client = new RunClient(real)
    for (let index = 0; index < 6; index++) {
      const { experiment } = expansion.run(index)
      const record = await client.run({
        experiment,
        files: {},
        limits: DEFAULT_LIMITS,
        signal: new AbortController().signal,
        onProgress: () => {}
      })
      assert.deepEqual(encoded(one)[index], encodeSummary(summaryOf(record)), `run ${index}`)
    }
    client.dispose()
  })

  it('makes data once for all runs that have the same', async () => {
    const asked: string[] = []
    const watched: Spawn = () => {
      const handle = real()
      return {
        ...handle,
        post: (message, given) => {
          asked.push(message.type === 'summarize' && message.data !== null ? 'given' : message.type)
          handle.post(message, given)
        }
      }
    }
    const outcomes: Outcomes = new Map()
    await pool(2, watched).run(
      jobOf(
        expansionOf('epochs: 1\nsweep: {parameters: {optimizer.lr: [0.1, 0.2, 0.3], batch_size: [8, 16]}}\nseeds: 2'),
        outcomes
      )
    )
    assert.equal(outcomes.size, 12)
    assert.equal(asked.filter(type => type === 'prepare').length, 2)
    assert.ok(asked.filter(type => type === 'given').length <= 2, asked.join())
    assert.equal(asked.filter(type => type === 'summarize' || type === 'given').length, 12)
  })

  it('does a run again whose worker died, and leaves the others unharmed', async () => {
    const outcomes: Outcomes = new Map()
    await pool(2, fragile(3, 1)).run(jobOf(expansionOf('epochs: 1\nseeds: 8'), outcomes))
    assert.deepEqual(
      [...outcomes.values()].map(({ state }) => state),
      Array(8).fill('done')
    )
  })

  it('fails a run whose worker died twice, with the reason', async () => {
    const outcomes: Outcomes = new Map()
    await pool(2, fragile(3, 9)).run(jobOf(expansionOf('epochs: 1\nseeds: 8'), outcomes))
    assert.deepEqual(outcomes.get(3), { state: 'failed', why: 'the worker that trained it ended twice: out of memory' })
    assert.equal([...outcomes.values()].filter(({ state }) => state === 'done').length, 7)
  })

  it('gives up where no worker lives', async () => {
    let started = 0
    const dying: Spawn = () => {
      started++
      const worker = new Worker('process.exit(7)', { eval: true })
      return {
        post: () => {},
        onMessage: () => {},
        onDeath: listener => worker.on('exit', code => listener(`exit code ${code}`)),
        terminate: () => void worker.terminate()
      }
    }
    const outcomes: Outcomes = new Map()
    await pool(2, dying).run(jobOf(expansionOf('epochs: 1\nseeds: 50'), outcomes))
    assert.equal(outcomes.size, 50)
    assert.ok(
      [...outcomes.values()].every(outcome => outcome.state === 'failed' && outcome.why.endsWith('exit code 7'))
    )
    assert.ok(started < 20, String(started))
  })

  it('takes a run that throws for a result that says why, and goes on', async () => {
    const outcomes: Outcomes = new Map()
    const expansion = expansionOf(
      'dataset: {csv: a.csv, target: y}\nepochs: 1\nsweep: {parameters: {loss: [mse, binary_crossentropy], optimizer.lr: [0.1, 0.2]}}'
    )
    const rows = Array.from({ length: 40 }, (_, i) => `${i / 7},${i * 0.37}`)
    const files = { 'a.csv': new TextEncoder().encode(`x,y\n${rows.join('\n')}`) }
    await pool(2).run(jobOf(expansion, outcomes, { files }))
    assert.deepEqual(
      [0, 1, 2, 3].map(index => outcomes.get(index)?.state),
      ['done', 'done', 'failed', 'failed']
    )
    assert.match(JSON.stringify(outcomes.get(2)), /a.csv is a regression, so its loss must be mse/)
  })

  it('fails the runs whose file cannot be read', async () => {
    const outcomes: Outcomes = new Map()
    await pool(2).run(
      jobOf(expansionOf('variants: {good: {epochs: 1}, bad: {dataset: {csv: a.csv, target: y}}}'), outcomes)
    )
    assert.equal(outcomes.get(0)?.state, 'done')
    assert.deepEqual(outcomes.get(1), { state: 'failed', why: 'a.csv was not read' })
  })

  it('stops at once, and keeps what is done', async () => {
    const stop = new AbortController()
    const outcomes: Outcomes = new Map()
    const expansion = expansionOf(
      'hidden_layers: {depth: 5, units: 64}\nvariants: {short: {epochs: 1}, long: {epochs: 100000}}\nseeds: 2'
    )
    let stoppedAt = 0
    const onOutcome = (index: number, outcome: SweepOutcome) => {
      outcomes.set(index, outcome)
      if (outcomes.size === 2) setTimeout(() => ((stoppedAt = performance.now()), stop.abort()), 100)
    }
    await pool(2).run(jobOf(expansion, outcomes, { signal: stop.signal, onOutcome }))
    const took = performance.now() - stoppedAt
    assert.deepEqual([...outcomes.keys()].sort(), [0, 1])
    assert.ok(took < 2000, `${took} ms`) // generous: the machine may be busy
  })

  it('does not start what is stopped already, and takes the next sweep', async () => {
    const stopped = new AbortController()
    stopped.abort()
    const [none, all]: [Outcomes, Outcomes] = [new Map(), new Map()]
    const one = pool(2)
    await one.run(jobOf(expansionOf('seeds: 3'), none, { signal: stopped.signal }))
    await one.run(jobOf(expansionOf('epochs: 1\nseeds: 3'), all))
    assert.deepEqual([none.size, all.size], [0, 3])
  })

  it('tells how far it is', async () => {
    const told: PoolProgress[] = []
    const outcomes: Outcomes = new Map()
    await pool(2).run(
      jobOf(expansionOf('epochs: 2\nseeds: 6'), outcomes, { onProgress: progress => told.push(progress) })
    )
    assert.ok(told.every(({ done, failed, left }) => done + failed + left === 6))
    const { secondsLeft, ...last } = told.at(-1)!
    assert.deepEqual(last, { done: 6, failed: 0, left: 0, running: 0 })
    assert.equal(secondsLeft, 0)
    assert.ok(told.some(({ running }) => running === 2))
  })

  it('ends its threads when it had nothing to do', async () => {
    const alive = new Set<number>()
    let started = 0
    const counted: Spawn = () => {
      const id = started++
      const handle = real()
      alive.add(id)
      return { ...handle, terminate: () => (alive.delete(id), handle.terminate()) }
    }
    const outcomes: Outcomes = new Map()
    await pool(2, counted, 30).run(jobOf(expansionOf('epochs: 1\nseeds: 4'), outcomes))
    assert.equal(alive.size, 2)
    for (let i = 0; i < 100 && alive.size > 0; i++) await new Promise(resolve => setTimeout(resolve, 20))
    assert.equal(alive.size, 0)
  })
})
