import type { WorkerHandle } from '../worker'
import type { FromSharer, ToSharer } from './messages'
import type { ShareRequest } from './share'
import { NothingToShare, type Shared } from './sharedFile'

/** Starts a worker that exports. */
export type SpawnSharer = () => WorkerHandle<ToSharer, FromSharer>

/** `share` in a worker of its own, which ends with it. Rejects with `NothingToShare` and a sentence for people. */
export async function shareIn(spawn: SpawnSharer, request: ShareRequest): Promise<Shared> {
  const worker = spawn()
  try {
    return await new Promise((resolve, reject) => {
      worker.onDeath(reason => reject(new NothingToShare(`the worker that exports ended: ${reason}`)))
      worker.onMessage(answer => ('files' in answer ? resolve(answer) : reject(new NothingToShare(answer.problem))))
      worker.post(request)
    })
  } finally {
    worker.terminate()
  }
}
