import { Worker } from 'node:worker_threads'
import { threadHandle } from '../worker/threadHandle.node'
import type { SpawnSharer } from './sharer'

/** Starts the sharing bundle at `path`, which is one for browsers, as a thread of Node. */
export const spawnSharerNode =
  (path: string): SpawnSharer =>
  () =>
    threadHandle(new Worker(`${AS_IN_A_BROWSER}require(workerData)`, { eval: true, workerData: path }))

/** The same of a bundle that is at hand. */
export const spawnSharerText =
  (text: string): SpawnSharer =>
  () =>
    threadHandle(new Worker(`${AS_IN_A_BROWSER};${text}`, { eval: true }))

const AS_IN_A_BROWSER = `
const { parentPort, workerData } = require('node:worker_threads')
globalThis.postMessage = message => parentPort.postMessage(message)
globalThis.addEventListener = (_, listener) => parentPort.on('message', data => listener({ data }))
`
