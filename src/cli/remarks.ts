import { complain, print } from './print'
import { ProgressBar, type Unit } from './progressBar'

/** What `--quiet` means for a command. */
export interface QuietOptions {
  readonly quiet?: boolean
}

/** What a command says beside its results and errors; nothing where `--quiet` is given. */
export class Remarks {
  private readonly isQuiet: boolean

  constructor({ quiet = false }: QuietOptions) {
    this.isQuiet = quiet
  }

  /** A warning: a line of standard error. */
  warn(sentence: string): void {
    if (!this.isQuiet) complain(sentence)
  }

  /** What was done: a line of standard output. */
  async done(sentence: string): Promise<void> {
    if (!this.isQuiet) await print(`${sentence}\n`)
  }

  /** How far something is. */
  progress(name: string, unit?: Unit): ProgressBar {
    return new ProgressBar(name, unit, !this.isQuiet && process.stderr.isTTY && process.env['TERM'] !== 'dumb')
  }
}
