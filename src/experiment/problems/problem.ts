/** A place in the text of a cell, in UTF-16 units from its start; `end` is the first unit behind it. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What can be wrong with a cell. Codes are stable: tools may filter by them. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'strange-character'
  | 'merge-conflict'
  | 'empty-cell'
  | 'not-a-mapping'
  | 'duplicate-key'
  | 'unknown-key'
  | 'misplaced-key'
  | 'unsupported-key'
  | 'unknown-name'
  | 'missing-name'
  | 'missing-key'
  | 'wrong-type'
  | 'out-of-range'
  | 'wrong-format'
  | 'wrong-length'
  | 'conflict'
  | 'limit'
  | 'too-many-aliases'
  | 'unreadable-file'
  | 'unknown-cell'
  | 'circle'
  | 'broken-cell'

/** One finding about a cell's text: where it is and a sentence that says what would be right. */
export interface Problem extends Range {
  readonly code: ProblemCode
  readonly message: string
  /** a text that would be right in the range's place, for a quick fix */
  readonly suggestion?: string
  /** the key into whose mapping the range's key belongs */
  readonly home?: string
}

/** The part of a problem that a text to write instead makes, if there is one. */
export const suggesting = (text: string | null): Pick<Problem, 'suggestion'> =>
  text === null ? {} : { suggestion: text }
