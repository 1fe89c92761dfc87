import { hashText } from '../arithmetic'
import { dataShape, expectedSecondsOfMany, type DataShape, type Experiment, type Files } from '../experiment'
import type { PoolRun } from '../worker'
import { MOST_RUNS_A_JOB } from './jobMessage'

/** A run and by what it is known. */
export interface KnownRun extends PoolRun {
  readonly digest: string
}

/** Runs that are one job. */
export interface Batch {
  /** known by its runs */
  readonly id: string
  readonly runs: readonly KnownRun[]
}

/** A job costs the queue about a millisecond, whatever it holds; and what a killed worker had is done again. */
const SECONDS_A_JOB = 0.12

/**
 * How many runs as large as this one are a job: a power of two, which depends on the run alone, so that all who divide a sweep divide
 * it alike.
 */
export function runsAJob(experiment: Experiment, bytes: number): number {
  const seconds = expectedSecondsOfMany(experiment, dataShape(experiment.dataset) ?? guessed(bytes))
  let size = 1
  while (2 * size <= MOST_RUNS_A_JOB && 2 * size * seconds <= SECONDS_A_JOB) size *= 2
  return size
}

/** Data of which only a file knows: short lines of few numbers, rather too many of them. */
const guessed = (bytes: number): DataShape => ({
  task: 'classification',
  inputs: 16,
  outputs: 4,
  samples: Math.ceil(bytes / 16)
})

export const bytesOf = (files: Files, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (files[name]?.length ?? 0), 0)

/** Divides runs, in rising order, into jobs: runs of one size and one part of the sweep. */
export function* batches(runs: Iterable<KnownRun>, sizeOf: (run: KnownRun) => number): Iterable<Batch> {
  const open = new Map<number, KnownRun[]>()
  for (const run of runs) {
    for (const [size, waiting] of open)
      if (partOf(waiting[0]!, size) !== partOf(run, size)) {
        open.delete(size)
        yield batchOf(waiting)
      }
    const size = sizeOf(run)
    open.set(size, [...(open.get(size) ?? []), run])
  }
  for (const waiting of open.values()) yield batchOf(waiting)
}

const partOf = ({ index }: KnownRun, size: number): number => Math.floor(index / size)

/** The job of these runs. */
export const batchOf = (runs: readonly KnownRun[]): Batch => ({ id: idOf(runs.map(({ digest }) => digest)), runs })

/** "run-" and the digest of a single run, or a digest of all of them. */
function idOf(digests: readonly string[]): string {
  if (digests.length === 1) return `run-${digests[0]!}`
  const text = digests.join()
  return `runs-${[1, 2, 3, 4].map(seed => hashText(text, seed).toString(16).padStart(8, '0')).join('')}`
}
