// AssemblyScript → WebAssembly, and an esbuild plugin that embeds the bytes: `import bytes from '…/kernels/kernels.wasm'`.
import asc from 'assemblyscript/asc'
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
export async function compileKernels(name = 'kernels.wasm') {
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

/** Compiles each module once per build, however many bundles embed it; under --watch again when a source has changed. */
export function kernelsPlugin() {
  const compiled = new Map()
  return {
    name: 'kernels',
    setup(build) {
      build.onStart(() => compiled.clear())
      build.onResolve({ filter: /[/\\](kernels|ceiling)\.wasm$/ }, ({ path: name }) => ({
        path: path.basename(name),
        namespace: 'kernels'
      }))
      build.onLoad({ filter: /.*/, namespace: 'kernels' }, async ({ path: name }) => {
        if (!compiled.has(name)) compiled.set(name, compileKernels(name))
        return { contents: await compiled.get(name), loader: 'binary', watchDirs: [path.join(folder, 'assembly')] }
      })
    }
  }
}
