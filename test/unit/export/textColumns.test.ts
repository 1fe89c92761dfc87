import assert from 'node:assert/strict'
import { axisText, bucketsOf, type Bucket } from '../../../src/export/textColumns'
import { shownOf } from '../../../renderers/run/numbers/shown'
import type { RunRecord } from '../../../src/record'
import { healthy, oneHidden, upTo } from '../renderer/records'
import { blowingUp } from '../renderer/stepRecords'

const shown = (record: RunRecord, unfolded = false) => shownOf(record, unfolded)
const axis = (record: RunRecord, room: number, unfolded = false) =>
  axisText(bucketsOf(shown(record, unfolded), room), shown(record, unfolded).timeline)
const columnsIn = (buckets: readonly Bucket[]): number[] =>
  buckets.flatMap((bucket, i) =>
    bucket === 'parting' || buckets[i - 1] === bucket
      ? []
      : Array.from({ length: bucket.to - bucket.from }, (_, column) => bucket.from + column)
  )

describe('the columns of a heatmap in text', () => {
  it('are all there, in order, whatever the room', () => {
    for (const [record, unfolded] of [
      [healthy(200), false],
      [blowingUp(), true],
      [upTo(healthy(), 7), false],
      [oneHidden(), false]
    ] as const)
      for (const room of [10, 40, 300]) {
        const { columns } = shown(record, unfolded)
        const buckets = bucketsOf(shown(record, unfolded), room)
        assert.deepEqual(
          columnsIn(buckets),
          Array.from({ length: columns }, (_, column) => column)
        )
        assert.ok(buckets.length <= room, `${buckets.length} in ${room}`)
      }
  })

  it('have labels that keep apart: the ends, the step in which a run broke, and of few columns all', () => {
    assert.match(axis(healthy(), 60), /^init +50$/)
    assert.equal(axis(oneHidden(), 60), 'init   1')
    const steps = axis(blowingUp(), 60, true)
    assert.match(steps, /^init .*\b88\b *7$/)
    const numbers = steps.trim().split(/\s+/).slice(1)
    assert.equal(new Set(numbers).size, numbers.length, steps)
  })
})
