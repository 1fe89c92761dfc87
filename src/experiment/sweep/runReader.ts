import type * as z from 'zod'
import { wholeNumbers } from '../problems/issues'
import { experimentSchema, type ParsedCell } from '../schema/experiment'
import { putOver, type Override } from './override'

/** A key of a run whose value the schema does not take. */
export interface KeyFailure {
  readonly key: string
  /** canonical */
  readonly value: unknown
  readonly issues: readonly z.core.$ZodIssue[]
}

type Read = { readonly parsed: unknown } | { readonly failure: KeyFailure }

type Key = keyof typeof experimentSchema.shape
const KEYS = Object.keys(experimentSchema.shape) as Key[]

/** Reads runs that have most keys in common: what was read once of a key is known for all runs that say the same of it. */
export class RunReader {
  private readonly varied: readonly Key[]
  /** of the keys that all runs have in common */
  private readonly common: readonly Read[]
  private readonly commonCell: Readonly<Record<string, unknown>>
  private readonly known = new Map<string, Read>()

  /** `cell`: canonical, of the keys of an experiment only. `varied`: the keys that overrides may touch. */
  constructor(
    private readonly cell: Readonly<Record<string, unknown>>,
    varied: ReadonlySet<string>
  ) {
    this.varied = KEYS.filter(key => varied.has(key))
    const same = KEYS.filter(key => !varied.has(key))
    this.common = same.map(key => this.fresh(key, []))
    this.commonCell = Object.fromEntries(same.map((key, i) => [key, parsedIn(this.common[i]!)]))
  }

  read(overrides: readonly Override[]): { readonly cell: ParsedCell } | { readonly failures: readonly KeyFailure[] } {
    const read = this.varied.map(key => this.key(key, overrides))
    const failures = [...this.common, ...read].flatMap(one => ('failure' in one ? [one.failure] : []))
    if (failures.length > 0) return { failures }
    const cell: Record<string, unknown> = { ...this.commonCell }
    this.varied.forEach((key, i) => (cell[key] = parsedIn(read[i]!)))
    return { cell: cell as ParsedCell }
  }

  private key(key: Key, overrides: readonly Override[]): Read {
    const own = overrides.filter(({ path }) => path[0] === key)
    if (own.some(({ id }) => id === null)) return this.fresh(key, own)
    const name = `${key} ${own.map(({ id }) => id).join()}`
    const known = this.known.get(name) ?? this.fresh(key, own)
    this.known.set(name, known)
    return known
  }

  private fresh(key: Key, own: readonly Override[]): Read {
    const start = Object.hasOwn(this.cell, key) ? this.cell[key] : undefined
    const value = own.reduce<unknown>((old, { path, value }) => putOver(key, old, path.slice(1), value), start)
    const { success, data, error } = experimentSchema.shape[key].safeParse(value, { error: wholeNumbers })
    if (success) return { parsed: data }
    return { failure: { key, value, issues: error.issues.map(issue => ({ ...issue, path: [key, ...issue.path] })) } }
  }
}

const parsedIn = (read: Read): unknown => ('parsed' in read ? read.parsed : undefined)
