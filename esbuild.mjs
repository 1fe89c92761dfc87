// One table of what is built and one build() over it.
//   node esbuild.mjs [--watch] [--only=PATH,PATH…]  for work on it, with tests; only: entry points whose path begins so
//   node esbuild.mjs --production                    what ships, small
import { build, context } from 'esbuild'
import { readdirSync, existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { commonJsChunks, shared as forBoth } from './.build/commonJsChunks.mjs'
import { kernelsPlugin } from './src/engine/kernels/compile.mjs'
import { slimQueue } from './src/queue/bull/slim.mjs'
import { slimVega } from './.build/slimVega.mjs'
import { writeNotices } from './.build/thirdPartyNotices.mjs'

const flags = new Set(process.argv.slice(2))
const production = flags.has('--production')

/** Every file below `folder` whose name ends with `ending`. */
const below = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(name => path.join(folder, name))
        .filter(name => name.endsWith(ending))
        .sort()
    : []

// jsonc-parser's CommonJS build requires its parts in a way no bundler can follow, so ES modules go first.
// yaml's build for Node is CommonJS too, of which nothing can be left out; its other one needs nothing of a browser.
const folderOf = name => path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
const alias = { yaml: path.join(folderOf('yaml'), 'browser', 'index.js') }
const node = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'], alias }
const browser = { platform: 'browser', target: 'es2022', format: 'cjs' }

const tests = below('test', '.test.ts')
/** Vega's build for Node waits at its top level, which CommonJS cannot: tests that draw take the browser's, as users do. */
const isForNode = name => !['renderer', 'sharing'].some(room => name.startsWith(path.join('test', 'unit', room)))

/** The command line and what it starts, or puts into a page, of which much is the same. */
const commandLine = {
  ...forBoth,
  alias,
  entryPoints: {
    main: 'src/cli/main.ts',
    'worker.node': 'src/worker/worker.node.ts',
    sharing: 'src/sharing/sharing.worker.ts',
    page: 'src/page/start.ts',
    renderer: 'renderers/run/main.ts',
    'worker.web': 'src/worker/worker.web.ts'
  },
  outdir: 'dist/cli',
  sourcemap: false,
  plugins: [commonJsChunks('dist/cli', { launcher: 'dist/cli.js', main: 'main.js', threads: ['worker.node.js'] })]
}

/** What people get. */
const shipped = [
  { ...node, entryPoints: ['src/extension/extension.node.ts'], outdir: 'dist', external: ['vscode'] },
  { ...browser, entryPoints: ['src/extension/extension.web.ts'], outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: ['src/worker/worker.node.ts'], outdir: 'dist' },
  { ...browser, entryPoints: ['src/worker/worker.web.ts'], outdir: 'dist', format: 'iife' },
  { ...browser, entryPoints: { sharing: 'src/sharing/sharing.worker.ts' }, outdir: 'dist', format: 'iife' },
  { ...browser, entryPoints: { page: 'src/page/start.ts' }, outdir: 'dist', format: 'esm' },
  { ...node, entryPoints: { queue: 'src/queue/bull/queue.main.ts' }, outdir: 'dist', plugins: [slimQueue()] },
  { ...browser, entryPoints: { renderer: 'renderers/run/main.ts' }, outdir: 'dist', format: 'esm' },
  commandLine
]

const forTests = [
  {
    ...node,
    entryPoints: [...tests.filter(isForNode), ...below('test', '.main.ts'), ...below('test/host', 'index.ts')],
    outbase: 'test',
    outdir: 'dist/test',
    external: ['vscode', 'mocha', 'playwright-core', '@vscode/test-electron'],
    sourcemap: 'inline'
  },
  {
    ...browser,
    entryPoints: tests.filter(name => !isForNode(name)),
    outbase: 'test',
    outdir: 'dist/test',
    external: ['node:*'],
    sourcemap: 'inline'
  }
]

const only = [...flags]
  .find(flag => flag.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const isWanted = name => only === undefined || only.some(start => name.startsWith(start))
/** An entry with those of its entry points that are wanted. */
const narrowed = entry => {
  const { entryPoints } = entry
  if (entry.outdir === commandLine.outdir) return isWanted(entryPoints.main) ? entry : { ...entry, entryPoints: {} } // in parts it is no use
  if (Array.isArray(entryPoints)) return { ...entry, entryPoints: entryPoints.filter(isWanted) }
  return { ...entry, entryPoints: Object.fromEntries(Object.entries(entryPoints).filter(([, name]) => isWanted(name))) }
}

const shared = { bundle: true, logLevel: 'warning' }
/** One for all builds: they wait for the same compilation. */
const kernels = kernelsPlugin()
const asShipped = {
  sourcemap: !production,
  minify: production,
  metafile: true,
  legalComments: 'eof' // what files say of their own licence; the notices hold that of whole packages
}
const builds = [...shipped.map(entry => ({ ...asShipped, ...entry })), ...(production ? [] : forTests)]
  .map(entry => narrowed({ ...shared, ...entry, plugins: [kernels, slimVega(), ...(entry.plugins ?? [])] }))
  .filter(({ entryPoints }) => Object.keys(entryPoints).length > 0)

/** Writes what the bundles are made of, for the tests, and the licences of it. */
function tellContents(metafiles) {
  writeFileSync('dist/metafiles.json', JSON.stringify(metafiles))
  writeNotices(metafiles, ['assemblyscript'], 'dist/ThirdPartyNotices.txt') // the kernels hold parts of its library
}

if (flags.has('--watch')) await Promise.all(builds.map(async entry => (await context(entry)).watch()))
else {
  const built = await Promise.all(builds.map(entry => build(entry)))
  if (only === undefined) tellContents(built.flatMap(({ metafile }) => metafile ?? []))
}
