import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { bundle, type Bundle } from './bundles'

/** How a program asks for the parts that it shares with others. */
const REQUIRED = /\brequire\("\.\/([\w.-]+\.js)"\)/g

/**
 * The program `name` with all parts that it asks for in one expression, whose value is what it exports: each part is a
 * function, called when it is first asked for, as Node does it. The text comes in pieces, of which those of the same part are the same.
 */
export async function wholeProgram(name: Bundle): Promise<string[]> {
  const parts = new Map<string, string>()
  const add = async (name: string): Promise<void> => {
    if (parts.has(name)) return
    const text = await textOf(name)
    parts.set(name, text)
    for (const [, needed] of text.matchAll(REQUIRED)) await add(needed!)
  }
  const main = path.basename(bundle(name))
  await add(main)
  const functions = [...parts].map(
    ([name, text]) => `${JSON.stringify(`./${name}`)}(module, exports, require) {\n${text}\n},\n`
  )
  return [LOADED, ...functions, `}, ${JSON.stringify(`./${main}`)})\n`]
}

/** Calls the functions that follow, by their names. */
const LOADED = `((parts, main) => {
const made = {}
const require = name => {
  if (!(name in made)) parts[name]((made[name] = { exports: {} }), made[name].exports, require)
  return made[name].exports
}
return require(main)
})({
`

/** A part; what only such programs need ships compressed. */
async function textOf(name: string): Promise<string> {
  const file = path.join(path.dirname(bundle('page')), name)
  const plain = await readFile(file).catch(() => null)
  return (plain ?? brotliDecompressSync(await readFile(`${file}.br`))).toString()
}
