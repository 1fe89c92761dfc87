import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Spawn } from './client'
import { threadHandle } from './threadHandle.node'

/** How many threads this machine runs at a time. */
export const coresNode = (): number => availableParallelism()

/** Starts the worker bundle at `path` as a thread of Node. */
export const spawnNode =
  (path: string): Spawn =>
  () =>
    threadHandle(new Worker(path))
