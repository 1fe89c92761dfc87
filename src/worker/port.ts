import type { Team } from '../engine'

/** One end of a channel, as the worker sees it. */
export interface Port<In, Out> {
  post(message: Out): void
  onMessage(listener: (message: In) => void): void
}

/** A running worker, as the host sees it. */
export interface WorkerHandle<In, Out> extends Port<Out, In> {
  /** Sends a message. `given`: buffers in it that become the worker's; they are empty here afterwards. */
  post(message: In, given?: readonly ArrayBuffer[]): void
  /** `reason` says in words why the worker ended without being asked to. */
  onDeath(listener: (reason: string) => void): void
  /** Ends the worker at once; `onDeath` stays silent. */
  terminate(): void
}

/** What `serve` needs of the machine it runs on. */
export interface Platform {
  /** milliseconds since some fixed moment */
  now(): number
  /** Lets messages in: resolves after those that have arrived were delivered. */
  pause(): Promise<void>
  /** The same numbers where other threads can read them, if the machine allows it. */
  share(values: Float64Array): Float64Array
  /** threads that help with wide nets, where memory can be shared */
  readonly team: Team | null
}
