import { TEXTS } from './texts'

/** Why a file cannot be used: a sentence that lacks its subject, the file's name. */
export class FileProblem extends Error {
  constructor(
    message: string,
    /** the system's code, if it was the system that refused; else one of ours, where the one who asked can say what to do */
    readonly code: string | null = null
  ) {
    super(message)
    this.name = 'FileProblem'
  }
}

/** It is larger than it may be. */
export const TOO_LARGE = 'too-large'
/** It is a link that leads out of the folder in which it was looked for. */
export const OUTSIDE = 'outside'

/** The problem of a file that is another now than when its reading began: half of the old one and half of the new is neither. */
export const changed = (): FileProblem => new FileProblem(TEXTS.changed)

/** The problem of a file of `size` bytes where `most` are allowed. */
export const tooLarge = (size: number, most: number): FileProblem =>
  new FileProblem(TEXTS.tooLarge(size, most), TOO_LARGE)
