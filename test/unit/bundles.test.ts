import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What only those who train need: the kernels, as esbuild embeds them, and the reader of CSV files. */
const MARKS = {
  WebAssembly: Buffer.from('\0asm\x01\0\0\0').toString('base64').slice(0, 10),
  'the CSV reader': 'BAD_DELIMITERS'
}

/** A bundle with all that it requires of what is built with it. */
function textOf(bundle: string, known = new Set<string>()): string {
  known.add(bundle)
  const text = readFileSync(path.join('dist', bundle), 'utf8')
  const needed = [...text.matchAll(/\brequire\("\.\/([\w.-]+\.js)"\)/g)].map(([, name]) =>
    path.join(path.dirname(bundle), name!)
  )
  return [text, ...needed.filter(name => !known.has(name)).map(name => textOf(name, known))].join('\n')
}

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>
}

describe('a bundle holds only what it runs', () => {
  for (const bundle of ['extension.node.js', 'extension.web.js', 'cli/main.js', 'renderer.js'])
    it(`${bundle} neither trains nor reads data`, () => {
      const text = textOf(bundle)
      for (const [what, mark] of Object.entries(MARKS)) assert.ok(!text.includes(mark), what)
    })

  for (const bundle of ['worker.node.js', 'worker.web.js', 'cli/worker.node.js', 'cli/worker.web.js'])
    it(`${bundle} does both`, () => {
      const text = textOf(bundle)
      for (const [what, mark] of Object.entries(MARKS)) assert.ok(text.includes(mark), what)
    })

  it('and what the command line trains with calls across files without a search for a name', () => {
    const worker = path.resolve('dist/cli/worker.node.js')
    const names = [...readFileSync(worker, 'utf8').matchAll(/\brequire\("(\.\/[\w.-]+\.js)"\)/g)].map(
      ([, name]) => name!
    )
    assert.ok(names.length > 1)
    for (const name of names) {
      const given = Object.values(Object.getOwnPropertyDescriptors(createRequire(worker)(name)))
      const getters = given.map(({ get }) => String(get))
      assert.equal(new Set(getters).size, getters.length, `${name} has one getter for many names`)
    }
  })

  it('and the command line, with what it starts and puts into pages, has each piece of code once', () => {
    const metafiles = JSON.parse(readFileSync('dist/metafiles.json', 'utf8')) as Metafile[]
    const pieces = metafiles
      .flatMap(({ outputs }) => Object.entries(outputs))
      .filter(([name]) => name.startsWith('dist/cli/'))
      .flatMap(([, { inputs }]) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([name]) => name)
    assert.ok(pieces.length > 500)
    assert.equal(new Set(pieces).size, pieces.length)
  })
})
