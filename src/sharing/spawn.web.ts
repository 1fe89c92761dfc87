import { classicWorker } from '../worker/classicWorker.web'
import type { SpawnSharer } from './sharer'

/** Starts the sharing bundle `source` as a classic Web Worker. */
export const spawnSharerWeb =
  (source: Uint8Array): SpawnSharer =>
  () =>
    classicWorker(source, 'gradnb sharing')
