import { classicWorker } from './classicWorker.web'
import type { Spawn } from './client'

/** Starts the worker bundle `source` as a classic Web Worker. */
export const spawnWeb =
  (source: Uint8Array): Spawn =>
  () =>
    classicWorker(source, 'gradnb')
