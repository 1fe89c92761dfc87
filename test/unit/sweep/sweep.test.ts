import assert from 'node:assert/strict'
import path from 'node:path'
import { DEFAULT_LIMITS, parseCell, type Files } from '../../../src/experiment'
import { encodeSweep, parseSweep, type SweepRecord } from '../../../src/record'
import { fileDigests, isSameSweep, runDigest, runSweep, type SweepCell, type SweepJob } from '../../../src/sweep'
import { RunPool } from '../../../src/worker'
import { spawnNode } from '../../../src/worker/spawn.node'

function cellOf(text: string, cells: readonly string[] = []): SweepCell {
  const result = parseCell(text, { cells })
  assert.ok(result.ok && result.cell.kind === 'sweep', JSON.stringify(result))
  return result.cell
}

const digestOf = (text: string, files: Files = {}): string =>
  runDigest(cellOf(text).expansion.run(0).experiment, fileDigests(files))

describe('the digest of a run', () => {
  it('is the same for the same experiment, however it is written and called', () => {
    const one = digestOf('name: a\noptimizer: {name: sgd, lr: 0.1}\nseeds: 1')
    assert.match(one, /^[0-9a-f]{32}$/)
    assert.equal(digestOf('# a comment\nvariants: {x: {optimizer.learning_rate: 0.1}}'), one)
    assert.equal(digestOf('epochs: 30\nsweep: {parameters: {dataset: [spiral]}}'), one)
  })

  it('is another for another value, seed or file', () => {
    const texts = ['seeds: 1', 'seeds: 1\nseed: 1', 'seeds: 1\nepochs: 31', 'seeds: 1\nhidden_layers: [16]']
    assert.equal(new Set(texts.map(text => digestOf(text))).size, 4)
    const csv = 'seeds: 1\ndataset: {csv: a.csv, target: y}'
    const file = (text: string): Files => ({ 'a.csv': new TextEncoder().encode(text) })
    const files = ['x,y\n1,2', 'x,y\n1,3', 'x,y\n1,2\n', 'x,y\n1,2\0']
    assert.equal(new Set(files.map(text => digestOf(csv, file(text)))).size, 4)
    assert.equal(digestOf(csv, file(files[0]!)), digestOf(csv, { ...file(files[0]!), 'b.csv': new Uint8Array(3) }))
  })
})

describe('runSweep', () => {
  const pool = new RunPool(spawnNode(path.resolve('dist/worker.node.js')), () => 2)
  after(() => pool.dispose())

  const job = (text: string, more: Partial<SweepJob> = {}): SweepJob => ({
    ...{ cell: cellOf(text), files: {}, limits: DEFAULT_LIMITS, before: null },
    signal: new AbortController().signal,
    ...more
  })
  const run = async (text: string, more: Partial<SweepJob> = {}): Promise<SweepRecord> => {
    const record = await runSweep(job(text, more), pool)
    assert.ok(record)
    return record
  }

  it('gives a record of every run, which files keep whole', async () => {
    const record = await run(
      'name: both\nepochs: 1\nvariants: {a: {activation: relu}, b: {activation: tanh}}\nsweep: {metric: {name: val_accuracy}, parameters: {optimizer.lr: [0.01, 0.1, 1], batch_size: [16, 20]}}\nseeds: 2'
    )
    assert.deepEqual([record.name, record.variants, record.seeds, record.runs.length], ['both', ['a', 'b'], 2, 24])
    assert.deepEqual(record.metric, { name: 'test_accuracy', goal: 'maximize' })
    assert.deepEqual(record.data, { name: 'spiral', task: 'classification' })
    assert.deepEqual(record.parameters, [
      { name: 'optimizer.learning_rate', values: [0.01, 0.1, 1], log: true },
      { name: 'batch_size', values: [16, 20], log: false }
    ])
    assert.deepEqual(record.runs[23]!.values, [1, 20])
    const read = parseSweep(JSON.parse(JSON.stringify(encodeSweep(record))))
    assert.deepEqual(encodeSweep(read), encodeSweep(record))
  })

  it('knows which numbers are compared by their ratios', async () => {
    const isLog = async (values: string) =>
      (await run(`epochs: 0\nsweep: {method: random, run_cap: 3, parameters: {l1: ${values}}}`)).parameters[0]!.log
    assert.deepEqual(
      [await isLog('{distribution: log_uniform_values, min: 0.1, max: 1}'), await isLog('{min: 0.1, max: 1.5}')],
      [true, false]
    )
    const grid = async (values: string) =>
      (await run(`epochs: 0\nsweep: {parameters: {l1: ${values}}}`)).parameters[0]!.log
    assert.deepEqual(
      [
        await grid('[0.01, 0.03, 0.1, 0.3]'),
        await grid('[1, 2, 4, 8]'),
        await grid('[1, 2, 3, 4]'),
        await grid('[1, 2]'),
        await grid('[0, 1, 10]')
      ],
      [true, true, false, false, false]
    )
  })

  it('learns from the data what is predicted, where only a file tells', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i / 7},${i * 0.37}`)
    const files = { 'a.csv': new TextEncoder().encode(`x,y\n${rows.join('\n')}`) }
    const record = await run('dataset: {csv: a.csv, target: y}\nepochs: 1\nseeds: 2', { files })
    assert.deepEqual(record.data, { name: 'a.csv', task: 'regression' })
    assert.equal((record.experiment as { loss?: string }).loss, 'mse')
  })

  it('takes over what an earlier record has, and does the rest', async () => {
    const text = 'epochs: 1\nsweep: {parameters: {optimizer.lr: [0.1, 0.2]}}\nseeds: 2'
    const whole = await run(text)
    const before: SweepRecord = {
      ...whole,
      runs: whole.runs.map((run, i) => (i === 2 ? { ...run, state: 'missing' as const } : run))
    }
    const ended: number[] = []
    const again = await run(text, { before, onChange: indices => ended.push(...indices) })
    assert.deepEqual(ended, [2])
    assert.deepEqual(encodeSweep(again), encodeSweep(whole))
    const wider: number[] = []
    await run('epochs: 1\nsweep: {parameters: {optimizer.lr: [0.05, 0.1, 0.2]}}\nseeds: 2', {
      before: whole,
      onChange: indices => wider.push(...indices)
    })
    assert.deepEqual(wider.sort(), [0, 1])
  })

  it('is null where it is stopped before anything is known', async () => {
    const stop = new AbortController()
    stop.abort()
    assert.equal(await runSweep(job('seeds: 3', { signal: stop.signal }), pool), null)
  })

  it('gives records of which a cell knows whether they are its own', async () => {
    const text =
      'name: s\nepochs: 1\nvariants: {a: {activation: relu}, b: {l1: 0.5}}\nsweep: {parameters: {batch_size: [16, 32]}}'
    const json: unknown = JSON.parse(JSON.stringify(encodeSweep(await run(text))))
    const isFrom = (now: string) => isSameSweep(cellOf(now), json)
    assert.equal(isFrom(text), true)
    assert.equal(isFrom(`# said otherwise\n${text.replace('[16, 32]', '{values: [16, 32]}')}`), true)
    for (const [from, to] of [
      ['0.5', '0.25'],
      ['[16, 32]', '[16, 64]'],
      ['epochs: 1', 'epochs: 2'],
      ['a:', 'c:'],
      ['name: s', 'seed: 1']
    ] as const)
      assert.equal(isFrom(text.replace(from, to)), false, to)
  })
})
