/** What is said of a name wherever it is explained. */
export interface Entry {
  /** one or a few sentences */
  readonly description: string
  readonly formula?: string
  /** the paper */
  readonly source?: string
  /** other libraries' spellings of the name */
  readonly aliases?: readonly string[]
}

/** A value that goes with a name: {name: leaky_relu, negative_slope: 0.01}. */
export interface Parameter {
  /** what counts when it is left out; null: nothing, though a number may be given */
  readonly default: number | boolean | null
  readonly description: string
  readonly source?: string
  /** the limits of a number; whole numbers only */
  readonly whole?: true
  readonly atLeast?: number
  readonly above?: number
  readonly atMost?: number
  readonly below?: number
  /** values that people write, the likeliest first */
  readonly examples?: readonly number[]
}

/** The parameters of an entry by their keys in a cell. */
export type Parameters = Readonly<Record<string, Parameter>>

type Widened<Value> = Value extends number ? number : Value extends boolean ? boolean : number | null

/** The values of the parameters that an entry of a table takes. */
export type ValuesOf<One> = One extends { readonly parameters: infer All extends Parameters }
  ? { readonly [Key in keyof All]: Widened<All[Key]['default']> }
  : unknown

/** {name, …its parameters} for each of `Name`. */
export type SpecOf<Table, Name extends keyof Table = keyof Table> = Name extends keyof Table
  ? { readonly name: Name } & ValuesOf<Table[Name]>
  : never

/** The names of a table whose entries take no parameters. */
export type PlainName<Table> = {
  [Name in keyof Table]: Table[Name] extends { readonly parameters: Parameters } ? never : Name
}[keyof Table]

/** Each alias of a table and the name that it stands for. */
export const aliasesIn = (table: Readonly<Record<string, Entry>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, { aliases = [] }]) => aliases.map(alias => [alias, name] as const))
  )

/** Whether a parameter can have this value. */
export function accepts({ default: preset, whole, atLeast, above, atMost, below }: Parameter, value: unknown): boolean {
  if (typeof preset === 'boolean') return typeof value === 'boolean'
  if (value === null) return preset === null
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  if (whole && !Number.isSafeInteger(value)) return false
  return (
    value >= (atLeast ?? -Infinity) &&
    value > (above ?? -Infinity) &&
    value <= (atMost ?? Infinity) &&
    value < (below ?? Infinity)
  )
}
