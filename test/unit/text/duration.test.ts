import assert from 'node:assert/strict'
import { duration } from '../../../src/text'

describe('a time that is left', () => {
  it('is told in the two largest units, rounded up', () => {
    const told = [0.2, 4, 59.5, 130, 3600, 3900].map(duration)
    assert.deepEqual(told, ['1 s', '4 s', '1 min 0 s', '2 min 10 s', '1 h 0 min', '1 h 5 min'])
  })
})
