import assert from 'node:assert/strict'
import { Silence } from '../../../src/queue/silence'

describe('the silence of a queue', () => {
  let time = 0
  const silence = () => new Silence(() => time)
  const toldAt = (one: Silence, seconds: readonly number[]) =>
    seconds.filter(second => {
      time = second * 1000
      return one.isLong
    })

  beforeEach(() => void (time = 0))

  it('is told after ten seconds, and after twice as long each time', () => {
    assert.deepEqual(toldAt(silence(), [3, 9, 10, 12, 19, 20, 39, 41, 79, 80]), [10, 20, 41, 80])
  })

  it('begins anew when something happens', () => {
    const one = silence()
    assert.deepEqual(toldAt(one, [10, 15]), [10])
    one.end()
    assert.deepEqual(toldAt(one, [20, 25, 30, 35]), [25, 35])
  })

  it('is of busy workers as long as others have had theirs done lately, and goes on', () => {
    const one = silence()
    assert.equal(one.isOfOthers, false)
    toldAt(one, [9])
    one.others()
    assert.deepEqual(toldAt(one, [10]), [10])
    assert.equal(one.isOfOthers, true)
    assert.deepEqual(toldAt(one, [40]), [40])
    assert.equal(one.isOfOthers, false)
  })
})
