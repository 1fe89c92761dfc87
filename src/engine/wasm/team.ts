import { CHUNK, MOST_ITEMS } from '../kernels/fields'
import type { Layout } from '../layout'
import type { TrainingTask } from '../spec'
import { instantiate } from './kernels'

/** The memory that a team works on, a message that threads can send each other. */
export interface TeamWork {
  readonly memory: WebAssembly.Memory
  /** address of the run's table */
  readonly run: number
  /** how many helpers can be used */
  readonly helpers: number
}

/**
 * Other threads that help with a run's steps. They may come late or not at all: a step is shared among those who are there, and its
 * bits are the same for any number of them.
 */
export interface Team {
  /** threads that can be had */
  readonly helpers: number
  /** Asks them to `helpWith` this work, and no other, from now on; `dismiss` makes them return from it. */
  join(work: TeamWork, dismiss: () => void): void
  /** The run is over. */
  leave(): void
}

/** What a helper's thread does until the work is over; `worker`: its number, from 1. */
export function helpWith({ memory, run }: TeamWork, worker: number): void {
  const { help } = instantiate(memory)
  while (help(run, worker)) continue
}

/** From this width on a step is long enough to be shared. */
const LEAST_UNITS = 64

/** How many helpers a net can use. */
export function helpersFor({ batchSize, train }: TrainingTask, { layers }: Layout, team: Team | null): number {
  const chunks = Math.ceil(Math.min(batchSize, train.count) / CHUNK)
  const panels = layers.reduce((sum, { outputs }) => sum + Math.ceil(outputs / 8), 0)
  const mixes = layers.some(({ normalization }) => normalization === 'batch') // chunk with chunk
  const widest = Math.max(...layers.map(layer => layer.outputs))
  if (team === null || mixes || widest < LEAST_UNITS || Math.max(panels, chunks) > MOST_ITEMS) return 0
  return Math.min(team.helpers, chunks - 1)
}
