import { parentPort, workerData } from 'node:worker_threads'
import { helpWith } from '../engine'
import { serve } from './serve'
import { sharedCopy } from './shared'
import { HELPER, ThreadTeam, type HelpWanted } from './threadTeam.node'

const port = parentPort!

if (workerData === HELPER) port.on('message', ({ work, worker }: HelpWanted) => helpWith(work, worker))
else
  serve(
    { post: message => port.postMessage(message), onMessage: listener => port.on('message', listener) },
    {
      now: () => performance.now(),
      pause: () => new Promise(resolve => setImmediate(resolve)),
      share: sharedCopy,
      team: new ThreadTeam(__filename)
    }
  )
