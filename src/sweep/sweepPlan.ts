import { ENGINE_VERSION } from '../engine/version'
import { dataKey, dataName, dataShape, resolvedCell, withData, type Cell, type Files, type Task } from '../experiment'
import {
  SWEEP_VERSION,
  type Json,
  type JsonObject,
  type SweepMetric,
  type SweepRecord,
  type SweepRunPlan,
  isAccuracy
} from '../record'
import type { StopSignal } from '../worker'
import { fileDigests, runDigest } from './digest'
import { sweepParameters } from './parameters'

/** A cell of many runs that can run. */
export type SweepCell = Extract<Cell, { kind: 'sweep' }>

/** A sweep before its first run. */
export interface SweepPlan {
  /** all but its runs' outcomes, and what its data tell */
  readonly head: Omit<SweepRecord, 'runs' | 'experiment' | 'data'>
  readonly runs: readonly SweepRunPlan[]
  /** [runs] of their data */
  readonly keys: readonly string[]
}

/** So many runs are planned before others have a turn. */
const AT_ONCE = 100

/** Knows every run of a cell by its digest, and trains none; stops early, with fewer runs, when it is told to. */
export async function planSweep({ name, expansion }: SweepCell, files: Files, signal: StopSignal): Promise<SweepPlan> {
  const digests = fileDigests(files)
  const runs: SweepRunPlan[] = []
  const keys: string[] = []
  for (let index = 0; index < expansion.count && !signal.aborted; index++) {
    const { variant, parameters, seed, experiment } = expansion.run(index)
    const values = parameters.map(({ value }) => value as Json)
    runs.push({ label: variant, values, seed, digest: runDigest(experiment, digests) })
    keys.push(dataKey(experiment))
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise<void>(resolve => setTimeout(resolve))
  }
  const { metric, labels, repeats } = expansion
  const head = {
    ...({ version: SWEEP_VERSION, engine: ENGINE_VERSION, name, variants: labels, seeds: repeats } as const),
    parameters: sweepParameters(expansion, runs),
    metric: metric && ({ name: metric, goal: isAccuracy(metric) ? 'maximize' : 'minimize' } satisfies SweepMetric)
  }
  return { head, runs, keys }
}

/** What the record says of the first run, once its data's task is known. */
export function firstRun({ first }: SweepCell, task: Task): Pick<SweepRecord, 'experiment' | 'data'> {
  const { name: _, ...cell } = resolvedCell(withData(first, task))
  return { experiment: { name: first.name, ...cell } as JsonObject, data: { name: dataName(first.dataset), task } }
}

/** The task of the first run's data; null where a file decides it. */
export const knownTask = ({ first }: SweepCell): Task | null => dataShape(first.dataset)?.task ?? null
