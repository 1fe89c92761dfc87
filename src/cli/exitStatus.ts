/** What a command ends with; one that a signal ended, with 128 and the signal's number (`Stop`). */
export const EXIT = {
  done: 0,
  /** a cell has problems or failed, or an output could not be written */
  problems: 1,
  /** wrong usage, or a file that cannot be read or written */
  usage: 2
} as const

/** A command that cannot go on: the sentence goes to stderr, `status` to the shell. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly status: number = EXIT.usage
  ) {
    super(message)
    this.name = 'CommandError'
  }
}
