import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What only those who train need: the kernels, as esbuild embeds them, and the reader of CSV files. */
const MARKS = {
  WebAssembly: Buffer.from('\0asm\x01\0\0\0').toString('base64').slice(0, 10),
  'the CSV reader': 'BAD_DELIMITERS'
}

const textOf = (bundle: string): string => readFileSync(path.join(process.cwd(), 'dist', bundle), 'utf8')

describe('a bundle holds only what it runs', () => {
  for (const bundle of ['extension.node.js', 'extension.web.js', 'cli.js', 'renderer.js'])
    it(`${bundle} neither trains nor reads data`, () => {
      const text = textOf(bundle)
      for (const [what, mark] of Object.entries(MARKS)) assert.ok(!text.includes(mark), what)
    })

  for (const bundle of ['worker.node.js', 'worker.web.js'])
    it(`${bundle} does both`, () => {
      const text = textOf(bundle)
      for (const [what, mark] of Object.entries(MARKS)) assert.ok(text.includes(mark), what)
    })
})
