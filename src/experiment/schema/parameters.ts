import * as z from 'zod'
import type { Entry, Parameter, Parameters } from '../../catalogue'
import type { Doc, Docs } from './doc'

type Member = z.ZodObject<{ name: z.ZodLiteral<string> | z.ZodEnum } & Record<string, z.ZodType>, z.core.$strict>
type Table = Readonly<Record<string, Entry & { readonly parameters?: Parameters }>>

/** A union of {name, …} forms whose output is known to be `Spec`. */
export type NamedUnion<Spec> = z.ZodType<Spec, { readonly name: string }> & { readonly options: readonly unknown[] }

/**
 * The forms {name, …parameters} of a catalogue's table, for a discriminated union: one for all names that take no
 * parameters, described as `plain`, then one for each other name.
 */
export function formsOf(table: Table, plain: string): [Member, ...Member[]] {
  const entries = Object.entries(table)
  const bare = entries.filter(([, { parameters }]) => parameters === undefined)
  const name = z.enum(bare.map(([name]) => name)).meta({ description: plain, values: docsIn(table) })
  const forms = entries
    .filter(([, { parameters }]) => parameters !== undefined)
    .map(([name, entry]) => formOf(name, entry))
  return [z.strictObject({ name }), ...forms]
}

/** {name, …parameters} of one entry. */
export const formOf = (name: string, entry: Table[string]): Member =>
  z.strictObject({ name: z.literal(name), ...fieldsOf(entry.parameters ?? {}) }).meta({ ...docIn(entry) })

const fieldsOf = (parameters: Parameters): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, fieldOf(parameter)]))

function fieldOf(parameter: Parameter): z.ZodType {
  const { default: preset, description, source, examples } = parameter
  const meta = { description, ...(source && { source }), ...(examples && { examples }) }
  if (typeof preset === 'boolean') return z.boolean().default(preset).meta(meta)
  const number = numberOf(parameter)
  return (preset === null ? number.nullable().default(null) : number.default(preset)).meta(meta)
}

function numberOf({ whole, atLeast, above, atMost, below }: Parameter): z.ZodNumber {
  let number: z.ZodNumber = whole ? z.int() : z.number()
  if (atLeast !== undefined) number = number.gte(atLeast)
  if (above !== undefined) number = number.gt(above)
  if (atMost !== undefined) number = number.lte(atMost)
  return below === undefined ? number : number.lt(below)
}

const docsIn = (table: Table): Docs =>
  Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, docIn(entry)]))

/** What hovers and completions say of an entry. */
const docIn = ({ description, formula, source }: Entry): Doc => ({
  description,
  ...(formula && { formula }),
  ...(source && { source })
})
