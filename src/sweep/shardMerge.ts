import type { Task } from '../experiment'
import { encodeSweepOf, encodeSweepRun, type JsonObject } from '../record'
import type { ReadShardLine } from './shardLine'
import { firstRun, knownTask, type SweepCell, type SweepPlan } from './sweepPlan'

/** Two lines that say different things of the same run. */
export interface Disagreement {
  readonly run: number
  /** where the lines stand */
  readonly places: readonly [string, string]
}

/** Lines that have something in common. */
export interface LinesOfAKind {
  readonly lines: number
  /** where the first of them stands */
  readonly first: string
}

/** Encoded, an outcome takes a tenth of the memory, and need not be encoded for the notebook. */
interface Kept {
  readonly encoded: JsonObject
  readonly place: string
}

/** A run that failed, and why. */
export interface FailedRun {
  readonly run: number
  readonly why: string
}

/** Puts the runs of shards in order. Lines come in any order, some of them twice; one that failed yields to one that did not. */
export class ShardMerge {
  readonly disagreements: Disagreement[] = []
  /** where lines of other engines stand, by the engine's version: the first of each */
  readonly otherEngines = new Map<string, string>()
  private readonly kept: (Kept | undefined)[]
  /** runs with lines of this engine and another digest: of another cell, or of other data */
  private readonly others = new Map<number, string>()
  /** lines that tell of no run of the cell as it is now: how many, and where the first stands */
  private unused: LinesOfAKind | null = null
  private task: Task | null

  constructor(
    private readonly cell: SweepCell,
    private readonly plan: SweepPlan
  ) {
    this.kept = new Array<undefined>(plan.runs.length).fill(undefined)
    this.task = knownTask(cell)
  }

  /** The engine that all runs must come from, */
  get engine(): string {
    return this.plan.head.engine
  }

  /** and how many there must be. */
  get runs(): number {
    return this.plan.runs.length
  }

  /** `place`: where the line stands, for a person. */
  add({ run, digest, engine, task, encoded }: ReadShardLine, place: string): void {
    const { runs, keys } = this.plan
    if (runs[run]?.digest !== digest) return this.addOther(run, engine, place)
    if (keys[run] === keys[0]) this.task ??= task
    const before = this.kept[run]
    if (before === undefined || isFailed(before.encoded)) this.kept[run] = { encoded, place }
    else if (!isFailed(encoded) && JSON.stringify(before.encoded) !== JSON.stringify(encoded))
      this.disagreements.push({ run, places: [before.place, place] })
  }

  /** Lines that tell of runs which the cell, with its data and this engine, does not make; null where there are none. */
  get strangers(): LinesOfAKind | null {
    return this.unused
  }

  private addOther(run: number, engine: string, place: string): void {
    this.unused = { lines: (this.unused?.lines ?? 0) + 1, first: this.unused?.first ?? place }
    if (engine === this.engine) this.others.set(run, place)
    else if (!this.otherEngines.has(engine)) this.otherEngines.set(engine, place)
  }

  /** The runs that no line tells of. */
  get missing(): readonly number[] {
    return [...this.kept.keys()].filter(run => this.kept[run] === undefined)
  }

  /** Where the line of a missing run stands that another cell, or other data, gave; null where there is none. */
  get stale(): string | null {
    const run = this.missing.find(run => this.others.has(run))
    return run === undefined ? null : this.others.get(run)!
  }

  /** The runs that have failed. */
  get failures(): readonly FailedRun[] {
    return this.kept.flatMap((kept, run) =>
      kept !== undefined && isFailed(kept.encoded) ? [{ run, why: kept.encoded['failed'] as string }] : []
    )
  }

  /** The runs as `encodeSweepRun` gives them; what is missing is missing in them. */
  get encodedRuns(): readonly JsonObject[] {
    return this.plan.runs.map((run, i) => encodeSweepRun(run, this.kept[i]?.encoded ?? {}))
  }

  /** The record as one machine would have made it, as `encodeSweep` gives it, of `encodedRuns`. */
  encoded(runs: readonly JsonObject[]): JsonObject {
    return encodeSweepOf({ ...this.plan.head, ...firstRun(this.cell, this.task ?? 'classification') }, runs)
  }
}

const isFailed = (encoded: JsonObject): boolean => 'failed' in encoded
