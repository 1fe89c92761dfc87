import type { Json, JsonObject } from '../json'
import { bestRuns } from './comparedSweep'
import type { CompareItem, CompareRecord } from './compareRecord'

/** A key in which experiments differ, and its value in each of them: null where it is not there. */
export interface Difference {
  /** a dotted path */
  readonly key: string
  /** in the order of the references that name something */
  readonly values: readonly (Json | null)[]
}

/** The keys in which the compared experiments differ, their names left aside; of a sweep the experiment is that of its best group. */
export function experimentDifferences({ items }: CompareRecord): Difference[] {
  const experiments = items
    .map(experimentOf)
    .filter(each => each !== null)
    .map(flat)
  const keys = [...new Set(experiments.flatMap(each => [...each.keys()]))]
  return keys
    .filter(key => key !== 'name')
    .map(key => ({ key, values: experiments.map(each => each.get(key) ?? null) }))
    .filter(({ values }) => values.some(value => JSON.stringify(value) !== JSON.stringify(values[0])))
}

function experimentOf(item: CompareItem): JsonObject | null {
  if (item.kind === 'missing') return null
  if (item.kind === 'run') return item.record.experiment
  const { record } = item
  const best = record.runs[bestRuns(record)[0] ?? -1]
  const own = record.parameters.map(({ name }, i) => [name, best?.values[i] ?? null] as const)
  return { ...record.experiment, ...Object.fromEntries(own), ...(best?.label ? { variants: best.label } : {}) }
}

/** Every value by its dotted path; lists are values. */
function flat(value: JsonObject): Map<string, Json> {
  const all = new Map<string, Json>()
  const add = (each: Json, path: string): void => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return void all.set(path, each)
    for (const [key, inner] of Object.entries(each)) add(inner, path === '' ? key : `${path}.${key}`)
  }
  add(value, '')
  return all
}
