import { SHARING_TEXTS } from './texts'

/** A file that an export gives. */
export interface SharedFile {
  /** beside the first one, which is the one that was asked for; with forward slashes */
  readonly path: string
  readonly bytes: Uint8Array
}

/** An exported notebook: its files, the one that was asked for first, and of each cell that was left out why, a sentence each. */
export interface Shared {
  readonly files: readonly SharedFile[]
  readonly leftOut: readonly string[]
}

/** What cannot be exported, in a sentence for people. */
export class NothingToShare extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NothingToShare'
  }
}

export const noRuns = (format: string): NothingToShare => new NothingToShare(SHARING_TEXTS.noRuns(format))

/** A file of UTF-8 text. */
export const textFile = (path: string, text: string): SharedFile => ({ path, bytes: new TextEncoder().encode(text) })

/** Letters with their marks, digits and single dashes: a part of a file's name anywhere. */
export const slug = (text: string): string =>
  Array.from(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'))
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '') || 'run'

/** Characters: of four bytes each they leave room for an ending in the 255 bytes that file systems give to a name. */
const LONGEST = 50

/** The same of ASCII alone, as TeX wants the names of files. */
export const asciiSlug = (text: string): string => slug(text.normalize('NFKD').replace(/[^\x20-\x7e]+/g, ''))

/** The folder beside a file that holds what belongs to it. */
export const filesFolder = (file: string): string => `${file.replace(/\.[^.]*$/, '')}_files`
