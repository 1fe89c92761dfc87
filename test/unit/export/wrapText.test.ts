import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { wrapText } from '../../../src/export/wrapText'

describe('wrapText(text, width)', () => {
  it('breaks at blanks and breaks no word that fits', () =>
    assert.deepEqual(wrapText('hidden 1 gets 5.7 decades less', 12), ['hidden 1', 'gets 5.7', 'decades less']))

  it('cuts off a word that is wider than a line', () =>
    assert.deepEqual(wrapText('a supercalifragilistic name', 10), ['a', 'supercali…', 'name']))
})
