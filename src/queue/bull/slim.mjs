// BullMQ and ioredis without what a queue of runs never does: other stores and clients than ioredis, repeated jobs, families of jobs.
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Packages for other uses; what calls them fails. `debug` would write commands, passwords among them, to the console. */
const LEFT_OUT = /^(cron-parser|pg|@valkey\/valkey-glide|msgpackr-extract|debug|supports-color)$/
/** Scripts for Redis that are not for our kind of jobs. */
const OTHER_SCRIPTS =
  /^(relay\w+|\w+JobScheduler|addDelayedJob|addParentJob|addPrioritizedJob|addLog|changeDelay|changePriority|cleanJobsInSet|getCountsPerPriority|getDependencyCounts|getJobs|getMetrics|getRanges|getRateLimitTtl|getState|getStateV2|isMaxed|moveJobsToWait|moveJobFromActiveToWait|moveToWaitingChildren|obliterate|paginate|promote|releaseParentIfNoPendingDependencies|removeChildDependency|removeDeduplicationKey|removeOrphanedJobs|removeUnprocessedChildren|reprocessJob|updateData)-/

/** A plugin of esbuild's for the bundle with BullMQ. */
export const slimQueue = () => ({
  name: 'slim-queue',
  setup(build) {
    build.initialOptions.define = { ...build.initialOptions.define, ...NO_WARNINGS }
    build.onResolve({ filter: LEFT_OUT }, ({ path: name }) => ({
      path: name,
      namespace: 'left-out',
      sideEffects: false
    }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'exports.default = () => () => {}' }))
    // msgpackr's entry for Node looks for native code.
    build.onResolve({ filter: /^msgpackr$/ }, ({ resolveDir, kind }) => build.resolve('msgpackr/pack', { resolveDir, kind })) // prettier-ignore
    build.onResolve({ filter: /^(bullmq$|\.)/ }, async ({ path: name, pluginData, ...from }) => {
      const { resolveDir, kind, importer } = from
      if (pluginData === LEFT_OUT || !(name === 'bullmq' || importer.includes(BULLMQ))) return undefined
      const found = await build.resolve(name, { resolveDir, kind, importer, pluginData: LEFT_OUT })
      return { ...found, sideEffects: false, pluginData: undefined }
    })
    build.onLoad({ filter: /bullmq[\\/]dist[\\/]esm[\\/]scripts[\\/].*\.js$/ }, ({ path: file }) => ({
      contents: scriptAt(file)
    }))
  }
})

/** What ioredis would write to the console: what matters of it is told in sentences. */
const NO_WARNINGS = { 'console.warn': 'Boolean' }

const BULLMQ = `${path.sep}bullmq${path.sep}`

function scriptAt(file) {
  const text = readFileSync(file, 'utf8')
  const name = path.basename(file)
  if (name === 'index.js') return withoutOthers(text)
  return withoutComments(text)
}

const withoutOthers = text =>
  text
    .split('\n')
    .filter(line => !OTHER_SCRIPTS.test(/'\.\/([\w-]+)'/.exec(line)?.[1] ?? ''))
    .join('\n')

/** Lua's comments of one line, and what lines begin with. */
const withoutComments = text => text.replace(/^[ \t]*--(?!\[\[|\]\]).*\n/gm, '').replace(/^[ \t]+/gm, '')
