import assert from 'node:assert/strict'
import { sweepVerdict, sweepVerdictText } from '../../../src/diagnosis'
import { chosenMetric, summarize, type Json, type SweepRecord, type SweepRun } from '../../../src/record'
import { diverged, madeRecord, sampleSweep } from '../record/sampleSweep'

type Made = number | 'diverged' | 'failed' | 'missing'

/** A run whose loss falls from 0.7 to `last` in equal ratios over 10 epochs, or that went wrong. */
function run(made: Made, values: readonly Json[], seed = 1): SweepRun {
  const plan = { label: null, values, seed, digest: '' }
  if (made === 'missing') return { ...plan, state: 'missing' }
  if (made === 'failed') return { ...plan, state: 'failed', why: 'The worker ended.' }
  const fall = (last: number) => (column: number) => 0.7 * (last / 0.7) ** (column / 10)
  const record = made === 'diverged' ? diverged() : madeRecord({ epochs: 10, loss: fall(made), accuracy: c => 1 - fall(made)(c) }) // prettier-ignore
  return { ...plan, state: 'done', summary: summarize(record, null) }
}

const names = ['initializer', 'optimizer.learning_rate']
const sweep = (runs: readonly SweepRun[], seeds = 1): SweepRecord => ({
  ...sampleSweep(),
  variants: [],
  parameters: names.slice(0, runs[0]!.values.length).map(name => ({ name, values: [], log: false })),
  seeds,
  metric: null,
  runs
})
const told = (record: SweepRecord) => sweepVerdictText(sweepVerdict(record))

describe('the verdict on a sweep', () => {
  it('names the best group, by how much, and in how many epochs', () => {
    const record = sweep([run(0.3, ['zeros']), run(0.01, ['he']), run(0.04, ['xavier'])])
    assert.equal(
      told(record),
      'Best is he: loss 0.01, 4 times lower than the next best, xavier (0.04). Its loss falls to 0.35 by epoch 2, sooner than any other.'
    )
    assert.equal(sweepVerdict(record).tone, 'healthy')
  })

  it('goes by the median of a group’s seeds, to which a run that broke is the worst', () => {
    const seeds = (name: string, ...all: Made[]) => all.map((made, i) => run(made, [name], i))
    const record = sweep([...seeds('he', 0.001, 'diverged', 'diverged'), ...seeds('xavier', 0.02, 0.1, 0.09)], 3)
    assert.match(told(record), /^Best is xavier: loss 0\.09 \(median of 3 seeds\)\. /)
    assert.match(told(record), / 2 of 6 runs diverged \(all with initializer he\)\.$/)
  })

  it('says what failed, and what all of these have in common', () => {
    const record = sweep([
      ...[run(0.7, ['zeros', 0.1]), run(0.7, ['zeros', 1]), run('diverged', ['he', 1]), run('diverged', ['xavier', 1])],
      ...[run(0.02, ['he', 0.1]), run('failed', ['xavier', 0.1]), run('missing', ['xavier', 0.2])]
    ])
    const { failures, tone } = sweepVerdict(record)
    assert.equal(tone, 'warning')
    assert.equal(
      failures,
      '2 of 7 runs diverged (all with learning_rate 1), 2 did not learn (all with initializer zeros), 1 failed, 1 has not been run.'
    )
  })

  it('says so where nothing learned, and where nothing has ended', () => {
    assert.equal(told(sweep([run(0.7, ['zeros']), run('diverged', ['he'])])), 'None of the runs has learned. 1 of 2 runs diverged, 1 did not learn.') // prettier-ignore
    assert.deepEqual(sweepVerdict(sweep([run('missing', ['he'])])).tone, 'pending')
  })

  it('does not make much of a small difference', () => {
    assert.match(
      told(sweep([run(0.0101, ['he']), run(0.01, ['xavier'])])),
      /hardly better than the next best, he \(0\.0101\)/
    )
  })

  it('goes by accuracy, or by epochs to a level, where these are asked for', () => {
    const record = sweep([run(0.3, ['xavier']), run(0.1, ['he'])])
    const by = (name: 'accuracy' | 'converged') => sweepVerdict(record, chosenMetric(record, name)).best
    assert.match(
      by('accuracy'),
      /^Best is he: accuracy 90 %, 20 percentage points above the next best, xavier \(70 %\)\./
    )
    assert.match(
      by('converged'),
      /^Best is he: loss at 0\.35 in epoch 4, 5 epochs sooner than the next best, xavier \(9\)\.$/
    )
  })

  it('says who is first, where it is not the best', () => {
    const early = madeRecord({ epochs: 10, loss: column => (column === 0 ? 0.7 : 0.2) })
    const first: SweepRun = { ...run(0.2, ['relu']), state: 'done', summary: summarize(early, null) }
    assert.match(told(sweep([run(0.01, ['he']), first])), / The first to bring its loss down to 0\.35 is relu, by epoch 1 \(the best: by epoch 2\)\.$/) // prettier-ignore
  })
})
