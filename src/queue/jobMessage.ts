import { ENGINE_VERSION } from '../engine/version'
import { isMapping, readResolved, resolvedCell, type Excess, type Experiment, type Limits } from '../experiment'
import { runDigest, type FileDigests } from '../sweep'

/** A run as it goes over the queue. */
export interface QueuedRun {
  /** by which it is known */
  readonly digest: string
  readonly experiment: Experiment
}

/** Some runs that are done one after the other. */
export interface RunsMessage {
  readonly engine: string
  /** of all files that they read */
  readonly files: FileDigests
  readonly runs: readonly QueuedRun[]
  /** what of its runs is above the limits of whoever reads it; null where nothing is */
  readonly excess: Excess | null
}

const VERSION = 1
/** More in a message are nobody's. */
export const MOST_RUNS_A_JOB = 32
const MOST_FILES = 1000

/** The message as JSON: resolved experiments and digests, no data. */
export const encodeRuns = (files: FileDigests, runs: readonly QueuedRun[]): unknown => ({
  version: VERSION,
  engine: ENGINE_VERSION,
  files,
  runs: runs.map(({ digest, experiment }) => ({ digest, cell: resolvedCell(experiment) }))
})

/**
 * Reads what `encodeRuns` made, by the rules for cells; null for anything else: also for a run whose digest is not that of its experiment
 * and its files. Runs above `limits` are not to be done: a message raises no limits. Of another engine's message only the engine is read.
 */
export function parseRuns(value: unknown, limits: Limits): RunsMessage | null {
  if (!isMapping(value) || value['version'] !== VERSION) return null
  const { engine, files, runs } = value
  if (typeof engine !== 'string' || engine === '' || engine.length > 100) return null
  if (engine !== ENGINE_VERSION) return { engine, files: {}, runs: [], excess: null }
  if (!isMapping(files) || !areDigests(files) || !Array.isArray(runs)) return null
  if (runs.length === 0 || runs.length > MOST_RUNS_A_JOB) return null
  const read = runs.map(run => parseRun(run, files, limits))
  if (!read.every(run => run !== null)) return null
  return { engine, files, runs: read, excess: read.find(({ excess }) => excess !== null)?.excess ?? null }
}

function areDigests(files: Readonly<Record<string, unknown>>): files is FileDigests {
  const all = Object.values(files)
  return all.length <= MOST_FILES && all.every(digest => typeof digest === 'string' && /^[\da-f]{16}$/.test(digest))
}

interface ReadRun extends QueuedRun {
  readonly excess: Excess | null
}

function parseRun(value: unknown, files: FileDigests, limits: Limits): ReadRun | null {
  if (!isMapping(value)) return null
  const read = readResolved(value['cell'], limits)
  if (read === null) return null
  const digest = runDigest(read.experiment, files)
  return digest === value['digest'] ? { digest, ...read } : null
}
