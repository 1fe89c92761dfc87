import type { Spawn } from '../worker'

/** All that differs between the desktop's extension host and the browser's. */
export interface Platform {
  /** Starts the worker that trains. */
  readonly spawn: Spawn
}
