import type { SpawnSharer } from '../sharing'
import type { Transport } from '../queue'
import type { Spawn } from '../worker'

/** All that differs between the desktop's extension host and the browser's. */
export interface Platform {
  /** Starts the worker that trains. */
  readonly spawn: Spawn
  /** how many threads this machine runs at a time */
  readonly cores: number
  /** Gets ready to start a worker that exports. */
  readonly spawnSharer: () => Promise<SpawnSharer>
  /** Reads a file of a folder on this host's disk, links followed; null in a browser, which has none. */
  readonly readInFolder: ReadInFolder | null
  /** Whether the file at a path of this host's disk is write-protected; null in a browser, which has none. */
  readonly isLocked: ((path: string) => Promise<boolean>) | null
  /** null in a browser, which cannot reach a queue */
  readonly queues: Queues | null
}

/** How a queue is reached that other machines take runs from. */
export interface Queues {
  load(): Transport
  /** may hold the user and the password */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * The bytes of the regular file of at most `most` bytes that `name` leads to from `folder` and that lies in it. Rejects with a
 * `FileProblem`.
 */
export type ReadInFolder = (folder: string, name: string, most: number, signal: AbortSignal) => Promise<Uint8Array>
