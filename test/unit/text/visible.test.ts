import assert from 'node:assert/strict'
import { visible, visibleLine } from '../../../src/text'

describe('visible(text)', () => {
  it('shows what a terminal would obey as \\u and four digits', () => {
    assert.equal(visible('a\u001b[31mb\u0007\u009bc\u007f'), 'a\\u001b[31mb\\u0007\\u009bc\\u007f')
  })

  it('shows marks that turn the direction of text', () => {
    assert.equal(visible('\u202eabc\u2066\u2069\u200f'), '\\u202eabc\\u2066\\u2069\\u200f')
  })

  it('leaves letters of all scripts, emoji, line feeds and tabs alone', () => {
    const text = 'größe δ\tחזק 数据 🙂\nnext'
    assert.equal(visible(text), text)
  })
})

describe('visibleLine(text)', () => {
  it('keeps a name with line breaks in one line', () =>
    assert.equal(visibleLine('a\nb\tc\r'), 'a\\u000ab\\u0009c\\u000d'))
})
