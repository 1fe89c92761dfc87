import { Worker } from 'node:worker_threads'
import type { Spawn } from './client'

/** Starts the worker bundle at `path` as a thread of Node. */
export const spawnNode =
  (path: string): Spawn =>
  () => {
    const worker = new Worker(path)
    let asked = false
    return {
      post: (message, given = []) => worker.postMessage(message, given),
      onMessage: listener => worker.on('message', listener),
      onDeath: listener => {
        let reason: string | null = null
        worker.on('error', error => (reason = error.message))
        worker.on('exit', code => asked || listener(reason ?? `exit code ${code}`))
      },
      terminate: () => {
        asked = true
        void worker.terminate()
      }
    }
  }
