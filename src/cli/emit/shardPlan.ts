import { longestShard, type SweepCost } from './cost'

/** How the runs of a cell are divided, and what each task may take. */
export interface ShardPlan {
  readonly runs: number
  readonly shards: number
  /** CPUs of a task, and threads that it uses */
  readonly workers: number
  /** expected seconds of the longest task, on a machine of 2024; null where a file decides */
  readonly taskSeconds: number | null
  /** the same of all runs on one CPU */
  readonly allSeconds: number | null
  /** minutes after which a task is ended */
  readonly limitMinutes: number
  readonly memoryMegabytes: number
}

export interface PlanOptions {
  readonly shards?: number
  readonly workers?: number
}

/** A task is worth its start when it takes about so long, */
const TASK_SECONDS = 600
/** and schedulers like so many at most: where it is all the same, */
const MOST_TASKS = 100
/** as it is where nobody knows how long runs take. */
const UNKNOWN_TASKS = 10
const UNKNOWN_MINUTES = 240

/** A cluster's CPU may be this much slower than expected, and busy; */
const SLACK = 4
/** starting takes a while on a slow file system. */
const LEAST_MINUTES = 10

/** Node.js and the program; a worker's own part of it; and how often a data set is held while it is read and handed on. */
const [BASE_BYTES, WORKER_BYTES, DATA_COPIES] = [400e6, 200e6, 3]
/** Tables in text are about this much smaller than what is made of them. */
const FILE_COPIES = 8

/** Divides `runs` runs. `fileBytes`: what all files together hold that they read. */
export function shardPlan(runs: number, cost: SweepCost, fileBytes: number, options: PlanOptions): ShardPlan {
  const { seconds } = cost
  const workers = options.workers ?? 1
  const allSeconds = seconds === null ? null : longestShard(seconds, 1)
  const shards = Math.min(runs, options.shards ?? usualShards(allSeconds, workers))
  const taskSeconds = seconds === null ? null : longestShard(seconds, shards) / workers
  const memory = memoryOf(cost, fileBytes, workers)
  return { ...{ runs, shards, workers, taskSeconds, allSeconds }, ...memory, limitMinutes: limitOf(taskSeconds) }
}

const usualShards = (allSeconds: number | null, workers: number): number =>
  allSeconds === null ? UNKNOWN_TASKS : clamped(Math.ceil(allSeconds / workers / TASK_SECONDS), 1, MOST_TASKS)

const limitOf = (taskSeconds: number | null): number =>
  taskSeconds === null ? UNKNOWN_MINUTES : Math.max(LEAST_MINUTES, roundedUp((SLACK * taskSeconds) / 60, 5))

function memoryOf({ runBytes, dataBytes }: SweepCost, fileBytes: number, workers: number) {
  const each = WORKER_BYTES + runBytes + dataBytes + FILE_COPIES * fileBytes
  const bytes = BASE_BYTES + workers * each + DATA_COPIES * dataBytes + FILE_COPIES * fileBytes
  return { memoryMegabytes: roundedUp(bytes / 2 ** 20, 512) }
}

const roundedUp = (value: number, step: number): number => Math.ceil(value / step) * step
const clamped = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
