import { Worker } from 'node:worker_threads'
import type { Spawn } from './client'
import { threadHandle } from './threadHandle.node'

/** Starts the worker bundle at `path` as a thread of Node. */
export const spawnNode =
  (path: string): Spawn =>
  () =>
    threadHandle(new Worker(path))
