// AssemblyScript → WebAssembly, and an esbuild plugin that embeds the bytes: `import bytes from '…/kernels/kernels.wasm'`.
import asc from 'assemblyscript/asc'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { InlineFolder } from './inlineFolder.mjs'

const folder = path.dirname(fileURLToPath(import.meta.url))

/** The module's name → its first file. */
const MODULES = {
  'kernels.wasm': 'assembly/index.ts',
  'ceiling.wasm': 'assembly/ceiling.ts' // only for test/bench
}

const OPTIONS = [
  '-O3',
  '--noAssert',
  '--runtime=stub', // no allocation: all memory is laid out by the caller
  '--importMemory',
  '--enable=simd,threads',
  '--sharedMemory',
  '--initialMemory=1',
  '--maximumMemory=65536',
  '--disable=bulk-memory'
]

/** The bytes of the WebAssembly module `name`; throws with the compiler's messages. */
async function compileKernels(name = 'kernels.wasm') {
  let bytes
  const { error, stderr } = await asc.main([MODULES[name], '--baseDir', folder, '--outFile', 'out.wasm', ...OPTIONS], {
    transforms: [InlineFolder],
    writeFile: (file, contents) => {
      if (file.endsWith('.wasm')) bytes = contents
    }
  })
  if (error !== null || bytes === undefined) throw new Error(`the kernels do not compile\n${stderr}`)
  return bytes
}

/** The same, from the cache where these very sources were compiled before: compiling takes most of a build's time. */
async function compiledKernels(name) {
  const file = path.join(CACHE, `${name}-${await digestOfSources()}`)
  try {
    return await readFile(file)
  } catch {
    const bytes = await compileKernels(name)
    await mkdir(CACHE, { recursive: true })
    await writeFile(`${file}.${process.pid}`, bytes)
    await rename(`${file}.${process.pid}`, file) // whole or not at all, whoever builds beside us
    return bytes
  }
}

const CACHE = path.join(folder, '../../../node_modules/.cache/gradnb')

/** A digest of all that decides the bytes: the sources, this file and its neighbours, and the compiler's version. */
async function digestOfSources() {
  const hash = createHash('sha256').update(asc.version)
  const names = (await readdir(folder, { recursive: true })).filter(name => /\.(ts|mjs|json)$/.test(name)).sort()
  for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Embeds the kernels; each module is made once per build. Under --watch a change to a source makes them anew. */
export function kernelsPlugin() {
  const made = new Map()
  return {
    name: 'kernels',
    setup(build) {
      build.onStart(() => made.clear())
      build.onResolve({ filter: /[/\\](kernels|ceiling)\.wasm$/ }, ({ path: name }) => ({
        path: path.basename(name),
        namespace: 'kernels'
      }))
      build.onLoad({ filter: /.*/, namespace: 'kernels' }, async ({ path: name }) => {
        if (!made.has(name)) made.set(name, compiledKernels(name))
        return { contents: await made.get(name), loader: 'binary', watchDirs: [path.join(folder, 'assembly')] }
      })
    }
  }
}
