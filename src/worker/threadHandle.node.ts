import type { Worker } from 'node:worker_threads'
import type { WorkerHandle } from './port'
import { TEXTS } from './texts'

/** A thread of Node as the host sees it. */
export function threadHandle<In, Out>(thread: Worker): WorkerHandle<In, Out> {
  let asked = false
  return {
    post: (message, given = []) => thread.postMessage(message, given),
    onMessage: listener => thread.on('message', listener),
    onDeath: listener => {
      let reason: string | null = null
      thread.on('error', error => (reason = error.message))
      thread.on('exit', code => asked || listener(reason ?? TEXTS.exitCode(code)))
    },
    terminate: () => {
      asked = true
      void thread.terminate()
    }
  }
}
