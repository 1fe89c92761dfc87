import type { Range } from '../experiment'

/** Something to write at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: 'key' | 'name' | 'value' | 'snippet'
  /** in the syntax of snippets */
  readonly insert: string
  /** beside the label: the default, or what kind of thing it is */
  readonly detail: string
  /** Markdown */
  readonly documentation: string
  /** what is replaced */
  readonly range: Range
  readonly isDefault?: boolean
  /** an example for who has written nothing yet: whoever begins with 3 does not mean 30 */
  readonly onlyAtStart?: boolean
  /** ask at once what may follow */
  readonly goesOn?: boolean
}
