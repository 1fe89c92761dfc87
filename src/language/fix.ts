import type { Range } from '../experiment'

/** A change of a cell's text that mends a problem. */
export interface Fix {
  /** what is done, with the words it is done with */
  readonly does: FixKind
  readonly edits: readonly FixEdit[]
}

/** `text` in place of `range`. */
export interface FixEdit extends Range {
  readonly text: string
}

/** What a fix does, from which its title is made. */
export type FixKind =
  | { readonly type: 'replace'; readonly by: string }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'move'; readonly key: string; readonly home: string }
  | { readonly type: 'characters' }
