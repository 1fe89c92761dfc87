import { parentPort } from 'node:worker_threads'
import { serve } from './serve'

const port = parentPort!
serve(
  { post: message => port.postMessage(message), onMessage: listener => port.on('message', listener) },
  { now: () => performance.now(), pause: () => new Promise(resolve => setImmediate(resolve)) }
)
