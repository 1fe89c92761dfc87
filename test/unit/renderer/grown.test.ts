import assert from 'node:assert/strict'
import { sceneOf, type Scene } from '../../../renderers/run/chart/scene'
import { DEFAULT_LOOK } from '../../../renderers/run/numbers/look'
import { FIGURE_QUANTITIES, type FigureQuantity } from '../../../renderers/run/numbers/quantities'
import { THEMES } from '../../../renderers/run/paint/theme'
import { hasGrown, type RunRecord } from '../../../src/record'
import { exploding, healthy, regression, upTo, vanishing, zeros } from './records'

const sceneFor = (record: RunRecord, quantity: FigureQuantity, known?: Scene): Scene =>
  sceneOf(record, THEMES.dark, 800, { ...DEFAULT_LOOK, quantity }, undefined, known)

/** What of a scene comes from the record's numbers. */
const numbers = ({ heats, curves }: Scene) => ({ heats, curves })

describe('a run that has grown', () => {
  for (const [name, make] of Object.entries({ exploding, healthy, regression, vanishing, zeros }))
    it(`is worked out from its new columns alone as it would be anew: ${name}`, () => {
      const whole = make()
      for (const quantity of FIGURE_QUANTITIES) {
        let scene = sceneFor(upTo(whole, 1), quantity)
        for (const columns of [2, 3, 9, whole.columns].filter(columns => columns <= whole.columns)) {
          const next = sceneFor(upTo(whole, columns), quantity, scene)
          const fresh = sceneFor(upTo(whole, columns), quantity)
          assert.deepEqual(numbers(next), numbers(fresh))
          scene = next
        }
      }
    })

  it('keeps the rows of its curves, while their axis is the same', () => {
    const whole = vanishing()
    const before = sceneFor(upTo(whole, 5), 'delta_rms')
    const after = sceneFor(upTo(whole, 9), 'delta_rms', before)
    assert.equal(after.curves.points[9], before.curves.points[9])
  })

  it('is told from another run with the same layers', () => {
    const one = vanishing()
    assert.ok(hasGrown(upTo(one, 3), one))
    assert.ok(!hasGrown(one, upTo(one, 3)))
    assert.ok(!hasGrown(upTo(vanishing(), 3), one))
  })
})
