// An esbuild plugin: programs that share code, as CommonJS files of which each piece of code is in one. esbuild splits only ES modules, whose
// files a worker of a page that is a file cannot load; CommonJS runs in Node as it is, and a page's programs can be put together of it.
import { transform } from 'esbuild'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** How a build with this plugin goes: for Node and browsers at once, so Node's modules are left alone and nothing is taken for either. */
export const shared = {
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['module', 'main'],
  external: ['node:*', ...builtinModules],
  format: 'esm',
  splitting: true
}

/** How a file asks for another. */
const REQUIRED = /\brequire\("\.\/([\w.-]+\.js)"\)/g

/**
 * How esbuild gives a file's exports to others: as copies, all of whose getters look up a name that they close over. V8 looks it up at each
 * call, which takes longer than what a step of training calls. The exports themselves have a getter of its own for each name, which V8 inlines.
 */
const COPIED = /^module\.exports = __toCommonJS\((\w+)\);$/m

/** An ES module's text as CommonJS. `options`: how small it is to be. */
async function commonJs(text, options) {
  const module = { format: 'cjs', platform: 'neutral', target: options.target, legalComments: options.legalComments }
  const { code } = await transform(text, module)
  const direct = code.replace(COPIED, 'module.exports = $1;')
  return options.minify ? (await transform(direct, { ...module, minify: true })).code : direct
}

/** The names of the files of `parts` that these need, themselves among them. */
function neededBy(names, parts) {
  const needed = new Set(names)
  for (const name of needed) for (const [, other] of parts.get(name).matchAll(REQUIRED)) needed.add(other)
  return needed
}

/**
 * Writes the build's files into `folder`, which holds nothing else then, and `launcher`, a program of Node that runs `main` of them. What
 * ships is small: files that neither `main` nor `threads` need are for programs that are put together, and lie there compressed.
 */
export const commonJsChunks = (folder, { launcher, main, threads }) => ({
  name: 'CommonJS chunks',
  setup(build) {
    const { initialOptions } = build
    const { minify } = initialOptions
    initialOptions.write = false
    build.onEnd(async ({ errors, outputFiles = [] }) => {
      if (errors.length > 0) return
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      const parts = new Map()
      for (const { path: file, text } of outputFiles.filter(({ path: file }) => file.endsWith('.js')))
        parts.set(path.basename(file), await commonJs(text, initialOptions))
      const plain = minify ? neededBy([main, ...threads], parts) : parts
      for (const [name, code] of parts) {
        if (plain.has(name)) await writeFile(path.join(folder, name), code)
        else await writeFile(path.join(folder, `${name}.br`), brotliCompressSync(code))
      }
      const required = path.relative(path.dirname(launcher), path.join(folder, main))
      await writeFile(launcher, `#!/usr/bin/env node\nrequire('./${required}')\n`, { mode: 0o755 })
    })
  }
})
