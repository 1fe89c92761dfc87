import type { WorkerHandle } from './port'

/** Starts a bundle as a classic Web Worker: the web extension host, and a page that is a file, cannot load one from a file. */
export function classicWorker<In, Out>(source: Uint8Array, name: string): WorkerHandle<In, Out> {
  const url = URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }))
  const worker = new Worker(url, { name })
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
