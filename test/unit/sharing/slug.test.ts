import assert from 'node:assert/strict'
import { asciiSlug, slug } from '../../../src/sharing/sharedFile'

describe('a name as a part of a file’s name', () => {
  it('keeps letters of every script with their marks', () => {
    assert.equal(slug('हिन्दी नोट'), 'हिन्दी-नोट')
    assert.equal(slug('Cafe\u0301'), 'Café')
    assert.equal(slug('a/b\\c:*?"<>|.'), 'a-b-c')
    assert.equal(slug('😀'), 'run')
    assert.equal(asciiSlug('größe/数 %_x'), 'groe-x')
  })

  it('is never cut within a character, and leaves room for an ending', () => {
    const name = slug('x𠮷'.repeat(100))
    assert.doesNotMatch(name, /\p{Surrogate}/u)
    assert.ok(new TextEncoder().encode(slug('𠮷'.repeat(100))).length <= 200)
  })
})
