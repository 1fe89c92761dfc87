import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { fourthRuns, heldOutRuns, laterRuns, reportedRuns } from '../../corpus/reported'
import { halfOf } from '../../corpus/corpusCase'
import { badCases, healthyCases } from '../../corpus/seeded/seededCases'
import { tallies, type CaseRun, type Tally } from '../../corpus/tally'

const ours = (all: readonly Tally[]): Tally => {
  const found = all.find(({ half, rules }) => half === 'test' && rules === 'gradnb')
  assert.ok(found)
  return found
}

/** At least (or at most) so much of a whole; sentences tell which it was. */
const atLeast = (part: number, whole: number, share: number, what: string): void =>
  assert.ok(part >= share * whole, `${what}: ${part} of ${whole}, and at least ${share} was due`)
const atMost = (part: number, whole: number, share: number, what: string): void =>
  assert.ok(part <= share * whole, `${what}: ${part} of ${whole}, and at most ${share} was allowed`)

/** Half of what `npm run corpus` looks at, of every kind. */
function* someSeeded(): Generator<CaseRun> {
  for (const one of badCases(4)) if (one.half === 'test') yield one
  for (const one of healthyCases(8)) if (one.half === 'test') yield one
}

/** Misses of the other half were read when rules were last changed. */
function* untuned(): Generator<CaseRun> {
  yield* heldOutRuns(id => halfOf(id) === 'test')
  yield* laterRuns(id => halfOf(id) === 'test')
  yield* fourthRuns(id => halfOf(id) === 'test')
}

describe('the rules', function () {
  this.timeout(300_000)

  it('find seeded faults and their layers, mend them, and leave healthy cells alone', () => {
    const t = ours(tallies(someSeeded(), { repairs: true }))
    assert.ok(t.bad >= 20 && t.good >= 20)
    atLeast(t.named, t.bad, 0.95, 'named')
    atLeast(t.rightLayer, t.layered, 0.9, 'right layer')
    atMost(t.falseAlarms, t.good, 0.05, 'false alarms')
    atLeast(t.repaired, t.tried, 0.9, 'repaired')
  })

  it('find faults that people reported, and say nothing of their mended cells', () => {
    const t = ours(tallies(reportedRuns(), { repairs: false }))
    assert.equal(t.bad + t.good, 74)
    atLeast(t.named, t.bad, 0.9, 'named')
    atLeast(t.very, t.bad, 0.7, 'the very cause')
    atMost(t.falseAlarms, t.good, 0.1, 'false alarms')
  })

  it('find reported faults that nothing was tuned to', () => {
    const t = ours(tallies(untuned(), { repairs: false }))
    assert.ok(t.bad >= 55 && t.good >= 65)
    atLeast(t.named, t.bad, 0.9, 'named')
    atLeast(t.very, t.bad, 0.7, 'the very cause')
    atMost(t.falseAlarms, t.good, 0.1, 'false alarms')
  })

  it('say nothing of good cells that look odd', () => {
    const t = [
      ...tallies(
        fourthRuns(id => id.startsWith('odd-')),
        { repairs: false }
      )
    ].filter(each => each.rules === 'gradnb')
    assert.deepEqual(
      [t.reduce((sum, { good }) => sum + good, 0), t.reduce((sum, each) => sum + each.falseAlarms, 0)],
      [11, 0]
    )
  })
})
