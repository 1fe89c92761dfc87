import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'

const DOCS = path.join('media', 'docs')

/** Paths in the project that a page names in `code`, without those that end in a pattern. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|test|renderers|media)\/[\w./-]*[\w])\/?`/g)].map(([, name]) => name!)

describe('the pages about the code', () => {
  for (const page of ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'scale.md']) {
    it(`${page} names files that are there`, () => {
      const missing = pathsIn(readFileSync(path.join(DOCS, page), 'utf8')).filter(name => !existsSync(name))
      assert.deepEqual(missing, [])
    })
  }

  it('tell of every room', () => {
    const text = readFileSync(path.join(DOCS, 'ARCHITECTURE.md'), 'utf8')
    const rooms = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory())
    const untold = rooms.map(({ name }) => name).filter(name => !text.includes(`**${name}**`))
    assert.deepEqual(untold, [])
  })
})
