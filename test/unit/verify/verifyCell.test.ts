import assert from 'node:assert/strict'
import path from 'node:path'
import { DEFAULT_LIMITS, parseExperiment, problemLines, PROBLEMS_NAME } from '../../../src/experiment'
import { errorOutput, output, type Output } from '../../../src/notebook'
import {
  encodeRecord,
  QUANTITIES,
  QUANTITY_NAMES,
  RECORD_MIME,
  scaled,
  type RunRecord,
  type Scaled
} from '../../../src/record'
import { rerunner, verdictText, verifyCell, type Verdict } from '../../../src/verify'
import { FAILED_NAME, RunClient, RunFailed, type Job } from '../../../src/worker'
import { spawnNode } from '../../../src/worker/spawn.node'
import { EXPERIMENTS } from '../../workbench/experiments'

const CELL = 'dataset: xor\nhidden_layers: [4, 3]\nepochs: 4\nname: small'
const CSV = new TextEncoder().encode('x,y\n1,2\n2,3\n3,5\n4,4\n5,7\n6,6\n7,9\n8,8\n')

const saved = (record: RunRecord): Output =>
  output(RECORD_MIME, JSON.parse(JSON.stringify(encodeRecord(record))) as Output['items'][number]['data'])

describe('verifyCell', () => {
  let client: RunClient
  let files: Record<string, Uint8Array> = {}
  let runs = 0
  before(() => (client = new RunClient(spawnNode(path.resolve('dist/worker.node.js')))))
  after(() => client.dispose())
  beforeEach(() => ([files, runs] = [{}, 0]))

  const filesNow = () => Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.slice()]))

  function run(text: string, more: Partial<Job> = {}): Promise<RunRecord> {
    const parsed = parseExperiment(text)
    assert.ok(parsed.ok, text)
    const usual = { limits: DEFAULT_LIMITS, signal: new AbortController().signal, onProgress: () => {} }
    return client.run({ experiment: parsed.experiment, files: filesNow(), ...usual, ...more })
  }

  function verify(text: string, outputs: readonly Output[], signal = new AbortController().signal): Promise<Verdict> {
    const rerun = rerunner({
      ...{ client, signal, limits: DEFAULT_LIMITS, onProgress: () => {} },
      filesOf: async () => (runs++, filesNow())
    })
    return verifyCell({ text, parsed: parseExperiment(text), outputs }, rerun)
  }

  for (const [name, text] of Object.entries(EXPERIMENTS))
    if (name !== 'digits' && name !== 'iris')
      it(`finds the same in what was saved of a run: ${name}`, async () => {
        assert.deepEqual(await verify(text, [saved(await run(text))]), { kind: 'same', stoppedAt: null })
      })

  it('finds the same whatever the cell says between its values', async () => {
    const record = await run(CELL)
    assert.equal((await verify(`# new words\n${CELL}`, [saved(record)])).kind, 'same')
  })

  it('names the first number that differs, with its layer and epoch and both values', async () => {
    const record = await run(CELL)
    const verdict = await verify(CELL, [saved(withNumber(record, 'delta_rms', 2, 0))])
    assert.match(
      verdictText(verdict),
      /^differs: delta of hidden 1 in epoch 2 is 0\.5 in the file, but 0?\.?[\d.e-]+ now$/
    )
  })

  it('finds a change of the last bit that is saved, in every quantity', async () => {
    const record = await run(CELL)
    for (const name of QUANTITY_NAMES) {
      const verdict = await verify(CELL, [saved(withNumber(record, name, 4, 2, QUANTITIES[name].bits))])
      assert.ok(verdict.kind === 'differs' && verdict.difference.what === 'number', name)
      assert.deepEqual([verdict.difference.name, verdict.difference.layer], [name, 'output'])
      assert.deepEqual(verdict.difference.at, { unit: 'epoch', number: 4 })
    }
  })

  it('finds what was changed beside the tables', async () => {
    const record = await run(CELL)
    const frame = { epoch: 0, values: record.frames[0]!.values.map(value => 255 - value) }
    const changed: Partial<RunRecord>[] = [
      { parameters: 1 },
      { baseline: null },
      { frames: [frame, ...record.frames.slice(1)] },
      { outcomes: record.outcomes.slice(1) },
      { distributions: record.distributions.slice(1) },
      { events: { ...record.events, duplicateUnits: { initial: [1, 1, 1], last: null } } }
    ]
    for (const change of changed) {
      const verdict = await verify(CELL, [saved({ ...record, ...change })])
      assert.deepEqual(verdict, {
        kind: 'differs',
        difference: { what: 'part', part: Object.keys(change)[0] as keyof RunRecord }
      })
    }
  })

  it('calls an output stale whose cell says something else, and runs nothing for it', async () => {
    const record = await run(CELL)
    assert.deepEqual(await verify(CELL.replace('epochs: 4', 'epochs: 5'), [saved(record)]), { kind: 'stale' })
    assert.deepEqual(await verify('activation: sigmod', [saved(record)]), { kind: 'stale' })
    assert.equal(runs, 0)
  })

  it('tells of outputs that another version of the engine made, and of cells without one', async () => {
    const record = { ...(await run(CELL)), engine: '1' }
    assert.deepEqual(await verify(CELL, [saved(record)]), { kind: 'other engine', engine: '1' })
    assert.deepEqual(await verify(CELL, []), { kind: 'no output' })
    assert.equal(runs, 0)
  })

  it('tells of data that has changed', async () => {
    files = { 'some.csv': CSV }
    const text = 'dataset: {csv: some.csv, target: y, task: regression}\nepochs: 2'
    const record = await run(text)
    assert.equal((await verify(text, [saved(record)])).kind, 'same')
    files = { 'some.csv': new TextEncoder().encode(new TextDecoder().decode(CSV).replace('3,5', '3,6')) }
    assert.deepEqual(await verify(text, [saved(record)]), { kind: 'differs', difference: { what: 'data' } })
  })

  it('compares a run that was stopped as far as it came, and goes no further', async () => {
    const text = 'hidden_layers: {depth: 6, units: 24}\nepochs: 4000'
    const stop = new AbortController()
    const record = await run(text, {
      signal: stop.signal,
      onProgress: (_, soFar) => soFar().columns > 8 && stop.abort()
    })
    assert.equal(record.events.stop?.reason, 'cancelled')
    assert.deepEqual(await verify(text, [saved(record)]), { kind: 'same', stoppedAt: record.columns - 1 })
    const verdict = await verify(text, [saved(withNumber(record, 'weight_l2', 3, 1))])
    assert.match(verdictText(verdict), /^differs: weight norm of hidden 2 in epoch 3 is 0.5 in the file/)
  })

  it('compares a run that its clock stopped, however fast this machine is', async () => {
    const text = 'hidden_layers: {depth: 6, units: 24}\nepochs: 100000\nstop: {after_seconds: 0.3}'
    const record = await run(text)
    assert.equal(record.events.stop?.reason, 'after_seconds')
    assert.deepEqual(await verify(text, [saved(record)]), { kind: 'same', stoppedAt: record.columns - 1 })
  })

  it('compares a run that broke down', async () => {
    const text = 'optimizer: {name: sgd, learning_rate: 1e30}\nactivation: relu\nepochs: 3'
    const record = await run(text)
    assert.equal(record.events.stop?.reason, 'nonfinite')
    assert.equal((await verify(text, [saved(record)])).kind, 'same')
  })

  it('knows the problems of a cell again', async () => {
    const text = 'activation: sigmod'
    const parsed = parseExperiment(text)
    assert.ok(!parsed.ok)
    const told = errorOutput(PROBLEMS_NAME, problemLines(text, parsed.problems))
    assert.equal((await verify(text, [told])).kind, 'same')
    assert.equal((await verify('activation: sigmoi', [told])).kind, 'stale')
    assert.equal((await verify('activation: sigmoid', [told])).kind, 'stale')
  })

  it('knows a failure again, and says when it cannot run the cell', async () => {
    const text = 'dataset: {csv: some.csv, target: y}'
    const failed = await run(text).catch((error: unknown) => error)
    assert.ok(failed instanceof RunFailed)
    assert.equal((await verify(text, [errorOutput(FAILED_NAME, failed.message)])).kind, 'same')
    assert.equal((await verify(text, [errorOutput(FAILED_NAME, 'in other words')])).kind, 'failed')
    files = { 'some.csv': CSV }
    const verdict = await verify(text, [errorOutput(FAILED_NAME, failed.message)])
    assert.deepEqual(verdict, { kind: 'differs', difference: { what: 'failure' } })
  })

  it('finds outputs that no run of ours writes', async () => {
    const own = saved(await run(CELL))
    const page = { mime: 'text/html', data: '<b>0.99</b>' }
    for (const outputs of [
      [output(page.mime, page.data)],
      [own, output(page.mime, page.data)],
      [own, own],
      [{ ...own, items: [...own.items, page] }],
      [{ ...own, items: [page, ...own.items] }],
      [{ items: [], extra: {} }],
      [errorOutput('Training failed', 'no'), own],
      [own, errorOutput('Training failed', 'no'), own]
    ]) {
      const verdict = await verify(CELL, outputs)
      assert.ok(verdict.kind === 'differs' && verdict.difference.what === 'foreign', JSON.stringify(verdict))
    }
    assert.equal(runs, 0)
  })

  it('tells of damaged outputs with the place', async () => {
    const own = saved(await run(CELL))
    const { data } = own.items[0]!
    const broken = output(RECORD_MIME, { ...(data as object), columns: 17 })
    assert.match(verdictText(await verify(CELL, [broken])), /^its output is damaged: .*curves/)
    assert.equal((await verify(CELL, [{ items: [], extra: {}, damaged: 7 }])).kind, 'damaged')
  })

  it('ends when it is told to', async () => {
    const record = await run(CELL)
    const stop = new AbortController()
    stop.abort()
    await assert.rejects(verify(CELL, [saved(record)], stop.signal), /stopped/)
  })
})

/** The record with one number changed: to 0.5, or, where `bits` are given, by one unit in the last place of so many. */
function withNumber(
  record: RunRecord,
  name: keyof RunRecord['quantities'],
  column: number,
  layer: number,
  bits?: number
): RunRecord {
  const table = record.quantities[name]
  const place = column * table.layers + layer
  const [mantissa, exponent] = [table.mantissa.slice(), table.exponent.slice()]
  const number =
    bits === undefined ? scaled(0.5) : nextTo({ mantissa: mantissa[place]!, exponent: exponent[place]! }, bits)
  mantissa[place] = number.mantissa
  exponent[place] = number.exponent
  return { ...record, quantities: { ...record.quantities, [name]: { ...table, mantissa, exponent } } }
}

/** A neighbour among the numbers of so many bits; 1 for what does not apply, and the smallest for 0. */
function nextTo({ mantissa, exponent }: Scaled, bits: number): Scaled {
  if (Number.isNaN(mantissa)) return scaled(1)
  if (mantissa === 0) return { mantissa: 1, exponent: -100_000 }
  const step = 2 ** (1 - bits)
  return scaled(Math.sign(mantissa) * (Math.abs(mantissa) + (Math.abs(mantissa) > 1.5 ? -step : step)), exponent)
}
