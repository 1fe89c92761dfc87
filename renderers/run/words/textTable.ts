/** A table of texts; the first of each row names it. */
export interface TextTable {
  readonly caption: string
  /** says more to those who point at the caption */
  readonly hint?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
