import { filesOf, pathsOf, type Experiment } from '../experiment'
import { fileDigests, runDigest, type FileDigests } from '../sweep'
import type { PoolJob } from '../worker'
import { batches, bytesOf, runsAJob, type Batch, type KnownRun } from './batches'
import { encodeRuns } from './jobMessage'
import type { GivenJob } from './transport'

/** The jobs of a sweep, one after the other, each made when its turn comes. */
export class PlannedJobs {
  private readonly digests: FileDigests
  private readonly left: Iterator<Batch>
  private readonly again: Batch[] = []

  constructor(private readonly job: PoolJob) {
    this.digests = fileDigests(job.files)
    this.left = batches(this.known(), run => this.sizeOf(run))[Symbol.iterator]()
  }

  /** Null where there is none now. */
  next(): Batch | null {
    const batch = this.again.shift()
    if (batch !== undefined) return batch
    const { done, value } = this.left.next()
    return done ? null : value
  }

  /** These are to be given once more. */
  putBack(batches: readonly Batch[]): void {
    this.again.push(...batches)
  }

  /** The job as it is given: every run once, and the digests of the files that they read. */
  given({ id, runs }: Batch): GivenJob {
    const once = new Map(runs.map(run => [run.digest, run]))
    const all = [...once.values()].map(({ digest, index }) => ({ digest, experiment: this.job.experimentOf(index) }))
    const names = new Set(all.flatMap(({ experiment }) => namesOf(experiment)))
    const files = Object.fromEntries([...names].flatMap(name => (name in this.digests ? [[name, this.digests[name]!]] : []))) // prettier-ignore
    return { id, data: encodeRuns(files, all) }
  }

  private *known(): Iterable<KnownRun> {
    for (const run of this.job.runs)
      yield { ...run, digest: run.digest ?? runDigest(this.job.experimentOf(run.index), this.digests) }
  }

  private sizeOf({ index }: KnownRun): number {
    const experiment = this.job.experimentOf(index)
    return runsAJob(experiment, bytesOf(this.job.files, namesOf(experiment)))
  }
}

const namesOf = (experiment: Experiment): readonly string[] => [...filesOf(experiment), ...pathsOf(experiment)]
