import assert from 'node:assert/strict'
import { TEXTS } from '../../../src/queue/texts'

describe('what is said of a queue', () => {
  it('tells one as one, and many as many', () => {
    assert.match(TEXTS.noWorker(1), /^one run is waiting and no worker takes it; /)
    assert.match(TEXTS.noWorker(2000), /^2,000 runs are waiting and no worker takes any; /)
    assert.match(TEXTS.behindOthers(1), /^one run is waiting, as the workers are busy with other runs in this queue; /)
    assert.match(TEXTS.behindOthers(20), /^20 runs are waiting, as /)
    assert.equal(TEXTS.noResult(1), 'a worker gave an answer that is not a result')
    assert.equal(TEXTS.noResult(3), 'workers gave 3 answers that are not results')
    assert.match(TEXTS.stillLost('redis://lab', 1), /has not answered for a second;/)
  })

  it('gives reasons that fit one refused run and many', () => {
    const excess = { limit: 'epochs', value: 2, most: 1 } as const
    const reasons = [
      TEXTS.otherEngine('1', '2'),
      TEXTS.otherData('d.csv'),
      TEXTS.aboveLimit(excess),
      TEXTS.aboveLimit({ ...excess, value: null }),
      TEXTS.noFolder('d.csv'),
      TEXTS.unreadable('d.csv', 'there is no such file'),
      TEXTS.tooLarge('d.csv', 'has 5 bytes')
    ]
    for (const why of reasons) {
      const one = TEXTS.refusesSome('w', [3], why)
      assert.ok(one.startsWith('the worker w refuses run 3: '), one)
      assert.doesNotMatch(one, /\b(they|them|it|its) (need|are|is|read)/)
      assert.ok(TEXTS.refusesSome('w', [3, 4], why).startsWith('the worker w refuses runs 3–4: '))
    }
  })
})
