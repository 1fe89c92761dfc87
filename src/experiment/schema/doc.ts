import * as z from 'zod'

/** What the schema says of a key or a value, in its `meta`: for hovers and completions. */
export interface Doc {
  /** one or a few sentences */
  readonly description?: string
  readonly formula?: string
  /** the paper */
  readonly source?: string
  /** values that people write, the likeliest first */
  readonly examples?: readonly (string | number)[]
}

/** What the schema says of each name of an enum, in its `meta.values`. */
export type Docs = Readonly<Record<string, Doc>>

/** What hovers and completions say of an entry of the catalogue. */
export const docIn = ({ description, formula, source }: Doc): Doc => ({
  description,
  ...(formula && { formula }),
  ...(source && { source })
})

/** The same of every name of a table. */
export const docsIn = (table: Docs): Docs =>
  Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, docIn(entry)]))

/** What the schema says of a value; empty where it says nothing. */
export function docOf(schema: z.core.$ZodType): Doc {
  const { description, formula, source, examples } = (z.globalRegistry.get(schema) ?? {}) as Doc
  return Object.fromEntries(
    Object.entries({ description, formula, source, examples }).filter(([, value]) => value !== undefined)
  )
}

/** What the schema says of each name that a value can be; empty where it is no enum. */
export const docsOf = (schema: z.core.$ZodType): Docs => (z.globalRegistry.get(schema)?.['values'] ?? {}) as Docs
