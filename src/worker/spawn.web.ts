import type { Spawn } from './client'

/** Starts the worker bundle `source` as a classic Web Worker: the web extension host cannot load one from a file. */
export const spawnWeb =
  (source: Uint8Array): Spawn =>
  () => {
    const url = URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }))
    const worker = new Worker(url, { name: 'gradnb' })
    return {
      post: (message, given = []) => worker.postMessage(message, [...given]),
      onMessage: listener => worker.addEventListener('message', event => listener(event.data)),
      onDeath: listener =>
        worker.addEventListener('error', event => {
          worker.terminate()
          listener(event.message)
        }),
      terminate: () => {
        worker.terminate()
        URL.revokeObjectURL(url)
      }
    }
  }
