import { RunPool, type Spawn } from '../worker'
import { PerNotebook } from './perNotebook'
import { sweepWorkers } from './settings'

/** How long the workers of a pool are kept that have nothing to do. */
const IDLE_MS = 30_000

/** A pool of workers for every notebook whose sweeps run. */
export class RunPools extends PerNotebook<RunPool> {
  /** `cores` of this machine: as many workers as a setting does not say otherwise. */
  constructor(
    spawn: Spawn,
    private readonly cores: number
  ) {
    super(() => new RunPool(spawn, () => this.size, IDLE_MS))
  }

  /** How many workers the next sweep has. */
  get size(): number {
    return sweepWorkers(this.cores)
  }
}
