import assert from 'node:assert/strict'
import { sweepCsv, sweepText, sweepTitle } from '../../../src/export'
import { sampleSweep } from '../record/sampleSweep'

const text = (sweep = sampleSweep()) => sweepText(sweep, { color: 'none', width: 100 })

describe('sweepText(record, options)', () => {
  it('has no line that is wider than it may be', () => {
    const wide = text().filter(line => line.length > 100)
    assert.deepEqual(wide, [])
  })

  it('says what the sweep is, the verdict, and a row a group with delta by layer, its number and what went wrong', () => {
    const lines = text()
    assert.equal(lines[0], 'rates — spiral; 16 runs: 2 variants × learning_rate (4) × 2 seeds')
    assert.match(lines[1]!, /^Best is \S+, learning_rate \S+: loss 0\.\d+ \(median of 2 seeds\)/)
    const rows = lines.filter(line => /learning_rate \S+ {2}/.test(line))
    assert.equal(rows.length, 8)
    assert.match(rows[0]!, /^sigmoid\+xavier, learning_rate 0\.001 +×*.*│.* – {2}2: 1 diverged, 1 failed$/)
    assert.match(rows[7]!, /^relu\+he, learning_rate 1 +[.:=+░▒▓█-]+│[.:=+░▒▓█-]+ +0\.\d+ {2}2: 1 has not been run$/)
  })

  it('lets no name act on a terminal', () => {
    const { variants, runs, ...rest } = sampleSweep()
    const bad = '\u001b[2Jx'
    const named = {
      ...rest,
      name: bad,
      variants: variants.map(label => label + bad),
      runs: runs.map(run => ({ ...run, label: run.label + bad }))
    }
    assert.ok(text(named).every(line => !line.includes('\u001b')))
  })

  it('can be made before any run has ended', () => {
    const { runs, ...rest } = sampleSweep()
    const missing = runs.map(({ label, values, seed, digest }) => ({ label, values, seed, digest, state: 'missing' as const })) // prettier-ignore
    const lines = text({ ...rest, runs: missing })
    assert.equal(lines[1], 'No run has ended yet.')
  })
})

describe('sweepTitle(record)', () => {
  it('leaves out what there is only one of', () => {
    const { runs, ...rest } = sampleSweep()
    const one = { ...rest, name: null, variants: [], parameters: [], seeds: 1, runs: [{ ...runs[2]!, label: null, values: [] }] } // prettier-ignore
    assert.equal(sweepTitle(one), 'spiral; 1 run')
  })
})

describe('the title of a random sweep', () => {
  it('names what was drawn', () => {
    const { runs, ...rest } = sampleSweep()
    assert.equal(sweepTitle({ ...rest, runs: runs.slice(0, 5) }), 'rates — spiral; 5 runs: random learning_rate')
  })
})

describe('sweepCsv(record)', () => {
  it('has a row a run with its parameters, what became of it and its numbers', () => {
    const [head, ...rows] = sweepCsv(sampleSweep(), 0.35).trimEnd().split('\r\n')
    assert.equal(rows.length, 16)
    const column = (name: string) => head!.split(',').indexOf(name)
    const field = (row: number, name: string) => rows[row]!.split(',')[column(name)]
    assert.equal(field(3, 'optimizer.learning_rate'), '0.01')
    assert.deepEqual([0, 1, 2, 15].map(row => field(row, 'state')), ['diverged', 'failed', 'learned', 'missing']) // prettier-ignore
    assert.equal(field(0, 'loss_last'), 'NaN')
    assert.ok(Number(field(2, 'converged_epoch')) > 5)
    assert.ok(Number(field(2, 'delta_rms_decades_last')) < 0)
    assert.equal(new Set(rows.map(row => row.split(',').length)).size, 1)
    assert.match(rows[0]!, /^0,"sigmoid\+xavier",/)
  })

  it('makes no formula of a name', () => {
    const { runs, variants, ...rest } = sampleSweep()
    const csv = sweepCsv({ ...rest, variants, runs: runs.map(run => ({ ...run, label: '=1+1' })) })
    assert.match(csv, /,"'=1\+1",/)
  })
})
