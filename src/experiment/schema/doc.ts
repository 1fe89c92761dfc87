/** What the schema says of a key or a value, in its `meta`: for hovers, completions and the reference. */
export interface Doc {
  /** one or a few sentences */
  readonly description?: string
  readonly formula?: string
  /** the paper */
  readonly source?: string
}

/** What the schema says of each name of an enum, in its `meta.values`. */
export type Docs = Readonly<Record<string, Doc>>
