import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'

const page = readFileSync('SECURITY.md', 'utf8')

/** Each promise: a list entry, with the files and titles of tests that it names. */
const promises = page
  .split(/^- /m)
  .slice(1)
  .map(entry => entry.split(/\n\n/)[0]!.replace(/\s+/g, ' '))

/** The files that a promise names, each with the titles behind it. */
const testsOf = (promise: string): { readonly file: string; readonly titles: readonly string[] }[] =>
  promise
    .split(/`(?=test\/)/)
    .slice(1)
    .map(part => {
      const [file, rest = ''] = part.split('`')
      return { file: file!, titles: [...rest.matchAll(/“([^”]*)”/g)].map(([, title]) => title!) }
    })

describe('SECURITY.md', () => {
  it('names for each promise tests that are there', () => {
    assert.ok(promises.length >= 15)
    for (const promise of promises) {
      const tests = testsOf(promise)
      assert.ok(tests.length > 0, `no test proves: ${promise}`)
      for (const { file, titles } of tests) {
        assert.ok(existsSync(file), file)
        const text = readFileSync(file, 'utf8')
        for (const title of titles) assert.ok(text.includes(title), `${file} has no test “${title}”`)
      }
    }
  })
})
