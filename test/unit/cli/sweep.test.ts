import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { output, parseNotebook, type Cell } from '../../../src/notebook'
import { COMPARE_MIME, encodeSweep, parseCompare, parseSweep, SWEEP_MIME, type SweepRecord } from '../../../src/record'
import { cell, gradnb, notebook, TestFolder } from './gradnb'
import { startUnderWay, UNDER_WAY } from './underWay'

const SWEEP =
  'name: rates\nepochs: 2\nvariants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [16]}}\nsweep: {parameters: {optimizer.lr: [0.1, 0.5]}}\nseeds: 2'

describe('gradnb run of a cell of many runs', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { write, file } = folder
  const itemsIn = async (name: string) =>
    parseNotebook(await readFile(file(name))).cells.map(({ outputs }) => outputs[0]?.items[0])
  const sweepIn = async (name: string): Promise<SweepRecord> => parseSweep((await itemsIn(name))[0]!.data)

  it('keeps a summary of every run in the notebook, and shows a table', async () => {
    await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    const { status, stdout, stderr } = await gradnb(['run', file('n.gradnb'), '--workers', '2'])
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /rates — spiral; 8 runs/)
    assert.match(stdout, /narrow/)
    const [item] = await itemsIn('n.gradnb')
    assert.equal(item!.mime, SWEEP_MIME)
    const { runs, parameters, variants, seeds } = await sweepIn('n.gradnb')
    assert.deepEqual([runs.length, variants, seeds], [8, ['narrow', 'wide'], 2])
    assert.deepEqual(parameters, [{ name: 'optimizer.learning_rate', values: [0.1, 0.5], log: false }])
    assert.ok(runs.every(({ state }) => state === 'done'))
    assert.equal(new Set(runs.map(({ digest }) => digest)).size, 8)
  })

  it('writes the same bytes whatever the number of threads', async () => {
    await write('one.gradnb', notebook(cell('aaaa', SWEEP)))
    await write('four.gradnb', notebook(cell('aaaa', SWEEP)))
    await gradnb(['run', file('one.gradnb'), '--workers', '1'])
    await gradnb(['run', file('four.gradnb'), '--workers', '4'])
    assert.equal(await readFile(file('four.gradnb'), 'utf8'), await readFile(file('one.gradnb'), 'utf8'))
  })

  it('adds the whole record of each run with --records, the same as of a run by itself', async () => {
    const broken = 'sweep: {parameters: {optimizer.lr: [0.1, 1.0e+30]}}'
    await write('n.gradnb', notebook(cell('aaaa', `hidden_layers: [4]\nepochs: 2\n${broken}`)))
    await write('one.yaml', 'hidden_layers: [4]\nepochs: 2\noptimizer: {name: sgd, lr: 0.1}')
    const { status, stdout, stderr } = await gradnb(['run', file('n.gradnb'), '--records'])
    assert.deepEqual([status, stderr], [0, ''])
    const lines = stdout.trimEnd().split('\n').map(line => JSON.parse(line)) // prettier-ignore
    const alone = JSON.parse((await gradnb(['run', file('one.yaml'), '--json'])).stdout)
    assert.deepEqual(lines[0].record, alone)
    assert.deepEqual(
      lines.map(({ run, loss, record }) => [run, loss.first === Math.fround(record.loss[0])]),
      [[0, true], [1, true]] // prettier-ignore
    )
    assert.equal(lines[1].record.experiment.optimizer.learning_rate, 1e30)
  })

  it('tells each run as a line of JSON, in their order', async () => {
    await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    const { stdout } = await gradnb(['run', file('n.gradnb'), '--json'])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    assert.deepEqual(
      lines.map(({ run, variant, parameters, seed }) => [run, variant, parameters['optimizer.learning_rate'], seed]),
      [
        [0, 'narrow', 0.1, 0],
        [1, 'narrow', 0.1, 1],
        [2, 'narrow', 0.5, 0],
        [3, 'narrow', 0.5, 1],
        [4, 'wide', 0.1, 0],
        [5, 'wide', 0.1, 1],
        [6, 'wide', 0.5, 0],
        [7, 'wide', 0.5, 1]
      ]
    )
    const [{ name, loss, test_loss, accuracy, stop, delta, decades, findings }] = lines
    assert.equal(name, 'rates')
    assert.deepEqual(Object.keys(loss), ['first', 'best', 'best_epoch', 'last'])
    assert.ok(loss.last > 0 && test_loss.last > 0 && accuracy.best <= 1)
    assert.ok(lines.some(line => line.epochs_to?.['0.5'] >= 0))
    assert.deepEqual(stop, { reason: 'completed', epoch: 2 })
    assert.equal(delta.init.length, 2)
    assert.deepEqual(Object.keys(decades), ['init', 'last'])
    assert.ok(Array.isArray(findings))
  })

  it('does only what its output does not have yet', async () => {
    await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    await gradnb(['run', file('n.gradnb')])
    const whole = await sweepIn('n.gradnb')
    const runs = whole.runs.map((run, i) =>
      i === 3 ? { ...run, state: 'failed' as const, why: 'out of memory' } : run
    )
    const marked = {
      ...whole,
      runs: runs.map(run => (run.state === 'done' ? { ...run, summary: { ...run.summary, parameters: 7 } } : run))
    }

    const kept: Cell = { ...cell('aaaa', SWEEP), outputs: [output(SWEEP_MIME, encodeSweep(marked))] }
    await write('n.gradnb', notebook(kept))
    assert.equal((await gradnb(['run', file('n.gradnb')])).status, 0)
    const again = await sweepIn('n.gradnb')
    assert.deepEqual(
      again.runs.map(run => run.state === 'done' && run.summary.parameters === 7),
      [true, true, true, false, true, true, true, true]
    )
  })

  it('keeps what is done when it is stopped, and goes on from there', async () => {
    const text = 'variants: {short: {epochs: 1}, long: {epochs: 100000}}\nhidden_layers: [64, 64]'
    await write('n.gradnb', notebook(cell('aaaa', text)))
    const run = await startUnderWay(folder, ['run', file('n.gradnb'), '--workers', '2'])
    run.kill('SIGINT')
    const { status, stderr } = await run.ended
    assert.deepEqual([status, stderr], [130, UNDER_WAY])
    const { runs } = await sweepIn('n.gradnb')
    assert.deepEqual(
      runs.map(({ state }) => state),
      ['done', 'missing']
    )
  })

  it('ends with 1 where a run threw, and keeps the others; one that is not finite is a result', async () => {
    await write('a.csv', `x,y\n${Array.from({ length: 40 }, (_, i) => `${i / 7},${i * 0.37}`).join('\n')}`)
    const text = 'dataset: {csv: a.csv, target: y}\nepochs: 1\nsweep: {parameters: {loss: [mse, binary_crossentropy]}}'
    await write('n.gradnb', notebook(cell('aaaa', text)))
    const { status } = await gradnb(['run', file('n.gradnb')])
    assert.equal(status, 1)
    assert.deepEqual(
      (await sweepIn('n.gradnb')).runs.map(({ state }) => state),
      ['done', 'failed']
    )
    await write('m.gradnb', notebook(cell('aaaa', 'epochs: 2\nsweep: {parameters: {optimizer.lr: [0.1, 1e+30]}}')))
    assert.equal((await gradnb(['run', file('m.gradnb')])).status, 0)
  })

  it('compares what other cells show, and what it makes again of a sweep', async () => {
    const one = 'name: one\nepochs: 1'
    await write(
      'n.gradnb',
      notebook(cell('aaaa', SWEEP), cell('bbbb', one), cell('cccc', 'compare: [one, rates, rates/wide, "rates#1"]'))
    )
    const { status, stderr, stdout } = await gradnb(['run', file('n.gradnb')])
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /rates\/wide\n/)
    const item = (await itemsIn('n.gradnb'))[2]!
    assert.equal(item.mime, COMPARE_MIME)
    assert.deepEqual(
      parseCompare(item.data).items.map(({ reference, kind }) => [reference, kind]),
      [
        ['one', 'run'],
        ['rates', 'sweep'],
        ['rates/wide', 'run'],
        ['rates#1', 'run']
      ]
    )
  })

  it('is verified run by run, and predicted net by net', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', SWEEP), cell('bbbb', 'compare: [rates, rates/wide]')))
    await gradnb(['run', path])
    const same = await gradnb(['verify', path])
    assert.deepEqual([same.status, same.stderr], [0, ''])
    assert.match(same.stdout, /2 cells, all the same/)
    const record = await sweepIn('n.gradnb')
    const runs = record.runs.map((run, i) =>
      i === 5 && run.state === 'done' ? { ...run, summary: { ...run.summary, parameters: 7 } } : run
    )
    const marked: Cell = { ...cell('aaaa', SWEEP), outputs: [output(SWEEP_MIME, encodeSweep({ ...record, runs }))] }
    await write('n.gradnb', notebook(marked, cell('cccc', `${SWEEP}\nl1: 0.5`)))
    const other = await gradnb(['verify', path])
    assert.equal(other.status, 1)
    assert.match(other.stdout, /cell rates: differs: run 5 does not give what the file has of it/)
    assert.match(other.stdout, /no output; run it first/)
    const predicted = await gradnb(['predict', '--json', await write('s.yaml', SWEEP)])
    assert.deepEqual(
      predicted.stdout
        .trimEnd()
        .split('\n')
        .map(line => (JSON.parse(line) as { name: string }).name),
      ['rates#0', 'rates#2', 'rates#4', 'rates#6']
    )
  })

  it('refuses a number of workers that is none, and weights of many runs', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', SWEEP)))
    const { status, stderr } = await gradnb(['run', path, '--workers', 'two'])
    assert.equal(status, 2)
    assert.match(stderr, /whole number from 1 to 1024/)
    const weights = await gradnb(['run', path, '--weights', file('w.safetensors')])
    assert.equal(weights.status, 2)
    assert.match(weights.stderr, /--weights takes the weights of one run, and cell rates does not make exactly one/)
  })
})
