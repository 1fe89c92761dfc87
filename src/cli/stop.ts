import { EXIT } from './exitStatus'
import { complain } from './print'
import { reasonOf } from '../disk'

/** The signals that end a command early, and its status then: 128 and the signal's number, as shells have it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** What a program ends with that writes into a pipe nobody reads any more: 128 and the number of SIGPIPE. */
const NOBODY_READS = 141

/** Whether a command is to end early. The first reason counts. */
export class Stop {
  private readonly controller = new AbortController()
  /** what the command ends with, once it is to stop */
  status: number | null = null

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Asks the command to end with `status` as soon as what is done is safe; `sentence` goes to standard error. */
  request(status: number, sentence?: string): void {
    if (this.status !== null) return
    this.status = status
    if (sentence !== undefined) complain(sentence)
    this.controller.abort()
  }
}

/** Runs `command` with a stop that signals and a standard output that takes no more ask for; gives its status. */
export async function stoppable(command: (stop: Stop) => Promise<number>): Promise<number> {
  const stop = new Stop()
  process.stdout.on('error', error => outputLost(stop, error))
  process.stderr.on('error', () => {}) // nowhere to say it
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => {}) // a file above `ulimit -f`: the writing itself tells
  for (const [signal, status] of Object.entries(SIGNALS)) process.on(signal, () => stop.request(status))
  return command(stop)
}

function outputLost(stop: Stop, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') stop.request(NOBODY_READS)
  else stop.request(EXIT.problems, `gradnb: standard output cannot be written: ${reasonOf(error)}`)
}
