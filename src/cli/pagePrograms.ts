import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Programs } from '../sharing'
import { bundle, type Bundle } from './bundles'

/** What an exported page runs with, each in one piece: a page that is a file loads no other. */
export async function pagePrograms(): Promise<Programs> {
  return {
    page: await moduleOf('page', 'start'),
    renderer: await moduleOf('renderer', 'activate'),
    worker: await scriptOf('worker.web')
  }
}

const scriptOf = async (name: Bundle): Promise<Uint8Array> => bytesOf(await wholeProgram(bundle(name)))

/** An ES module that exports what the program exports as `exported`. */
const moduleOf = async (name: Bundle, exported: string): Promise<Uint8Array> =>
  bytesOf(`export const { ${exported} } = ${await wholeProgram(bundle(name))}`)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** How a program asks for the parts that it shares with others. */
const REQUIRED = /\brequire\("\.\/([\w.-]+\.js)"\)/g

/**
 * The program in the CommonJS file `main` with all parts that it asks for in one expression, whose value is what it exports: each part is a
 * function, called when it is first asked for, as Node does it.
 */
async function wholeProgram(main: string): Promise<string> {
  const parts = new Map<string, string>()
  const add = async (name: string): Promise<void> => {
    if (parts.has(name)) return
    const text = await readFile(path.join(path.dirname(main), name), 'utf8')
    parts.set(name, text)
    for (const [, needed] of text.matchAll(REQUIRED)) await add(needed!)
  }
  await add(path.basename(main))
  const functions = [...parts].map(
    ([name, text]) => `${JSON.stringify(`./${name}`)}(module, exports, require) {\n${text}\n}`
  )
  return `(parts => {
const made = {}
const require = name => {
  if (!(name in made)) parts[name]((made[name] = { exports: {} }), made[name].exports, require)
  return made[name].exports
}
return require(${JSON.stringify(`./${path.basename(main)}`)})
})({
${functions.join(',\n')}
})
`
}
