import assert from 'node:assert/strict'
import { shortened } from '../../../src/text'

describe('a long text in a sentence', () => {
  it('keeps its beginning, and is as long as it may be', () => {
    assert.equal(shortened('gradient', 8), 'gradient')
    assert.equal(shortened('gradients', 8), 'gradien…')
  })

  it('is not cut within a character', () => {
    assert.equal(shortened('net 🧠 of mine', 6), 'net …')
    assert.equal(shortened('net 🧠 of mine', 7), 'net 🧠…')
  })
})
