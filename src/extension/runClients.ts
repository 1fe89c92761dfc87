import { RunClient, type Spawn } from '../worker'
import { PerNotebook } from './perNotebook'

/** How long a worker is kept that has nothing to do. The next run then waits a quarter of a second for a new one. */
const IDLE_MS = 120_000

/** A worker for every notebook whose cells run. */
export class RunClients extends PerNotebook<RunClient> {
  constructor(spawn: Spawn) {
    super(() => new RunClient(spawn, IDLE_MS))
  }
}
