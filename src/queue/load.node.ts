import { createRequire } from 'node:module'
import type { Transport } from './transport'

/** Loads the bundle with BullMQ at `path` when it is asked for. */
export const transportNode = (path: string) => (): Transport =>
  (createRequire(path)(path) as { readonly transport: Transport }).transport

/** How a queue is reached from Node, with the variables that may hold the user and the password. */
export const queuesNode = (path: string) => ({ load: transportNode(path), environment: process.env })
