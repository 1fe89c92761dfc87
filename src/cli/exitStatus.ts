/** What a command ends with. */
export const EXIT = {
  done: 0,
  /** a cell has problems or failed */
  problems: 1,
  /** wrong usage or an unreadable file */
  usage: 2,
  /** stopped with Ctrl-C; what was measured is kept */
  interrupted: 130
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
