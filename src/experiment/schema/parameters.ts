import * as z from 'zod'
import { docIn } from './doc'
import type { Entry, Parameter, Parameters } from '../../catalogue'

type Fields = Record<string, z.ZodType>
type Form = z.ZodObject<{ name: z.ZodLiteral<string> } & Fields, z.core.$strict>
type Table = Readonly<Record<string, Entry & { readonly parameters?: Parameters }>>

/** A union of {name, …} forms whose output is known to be `Spec`. */
export type NamedUnion<Spec> = z.ZodType<Spec, { readonly name: string }> & { readonly options: readonly unknown[] }

/**
 * The form {name, …parameters} of each entry of a catalogue's table, for a discriminated union. `more`: by name, the keys that are not
 * a number or a switch.
 */
export const formsOf = (table: Table, more: Readonly<Record<string, Fields>> = {}): [Form, ...Form[]] =>
  Object.entries(table).map(([name, entry]) => formOf(name, entry, more[name] ?? {})) as [Form, ...Form[]]

function formOf(name: string, entry: Table[string], more: Fields): Form {
  return z
    .strictObject({ name: z.literal(name), ...fieldsOf(entry.parameters ?? {}), ...more })
    .meta({ ...docIn(entry) })
}

const fieldsOf = (parameters: Parameters): Fields =>
  Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, fieldOf(parameter)]))

/** A number or a switch with its default and what is said of it. */
export function fieldOf(parameter: Parameter): z.ZodType {
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
