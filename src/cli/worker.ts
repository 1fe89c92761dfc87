import os from 'node:os'
import { RunWorker, type Taker } from '../queue'
import { transportNode } from '../queue/load.node'
import { visibleLine } from '../text'
import { RunPool } from '../worker'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { bundle, QUEUE } from './bundles'
import { CommandError, EXIT } from './exitStatus'
import { limitsIn, type LimitOptions } from './limitOptions'
import { complain } from './print'
import { queueIn } from './queueOption'
import { Remarks, type QuietOptions } from './remarks'
import type { Stop } from './stop'
import { CLI_TEXTS } from './texts'
import { workerFiles } from './workerFiles'

export interface WorkerOptions extends QuietOptions, Omit<LimitOptions, 'maxRuns'> {
  readonly queue?: string
  /** empty, as of a variable that is not set: none, and not the one where the worker was started */
  readonly folder?: string
  readonly workers?: number
  readonly timeLimit?: number
}

const AN_HOUR = 3600

/**
 * `gradnb worker`: takes runs from a queue until it is told to end. The first signal lets it finish what it has begun, which is a
 * success; the second ends it at once.
 */
export async function worker(options: WorkerOptions, stop: Stop): Promise<number> {
  const address = queueIn(options.queue, process.env, CLI_TEXTS.queues.noQueue)
  const threads = options.workers ?? coresNode()
  const limits = limitsIn(options)
  const pool = new RunPool(spawnNode(bundle('worker.node')), () => threads)
  const remarks = new Remarks(options)
  const never = new AbortController()
  let taker: Taker | null = null
  const runs = new RunWorker({
    ...{ pool, limits, signal: never.signal, mostSeconds: options.timeLimit ?? AN_HOUR },
    files: workerFiles(options.folder || null, limits.fileBytes, never.signal),
    name: `${os.hostname()}:${process.pid}`,
    say: sentence => complain(visibleLine(`gradnb: ${sentence}`)),
    onPace: isQuick => taker?.setSlots(threads + (isQuick ? 1 : 0)) // one more is at hand when a quick one ends
  })
  try {
    taker = await transportNode(QUEUE)().take(address, runs, threads).catch(unusable)
    await remarks.done(CLI_TEXTS.queues.takes(address.shown, threads))
    await stopped(stop.signal)
    endAtOnceNextTime()
    remarks.warn(`gradnb: ${CLI_TEXTS.queues.drains}`)
    await taker.drain()
  } finally {
    pool.dispose()
  }
  await remarks.done(CLI_TEXTS.queues.ended(runs.done))
  stop.status = EXIT.done // it ended as it was asked to
  return EXIT.done
}

function unusable(error: Error): never {
  throw new CommandError(error.message)
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))

/** Runs that are lost by it are given to other workers. */
function endAtOnceNextTime(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => process.exit(128 + os.constants.signals[signal]))
}
