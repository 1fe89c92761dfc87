import type { Json, JsonObject } from '../record'
import type { Finding, Remedy } from './finding'

/** Findings without the remedies that ask for what the cell, or a remedy before, says already. */
export const withoutIdle = (findings: readonly Finding[], experiment: JsonObject): Finding[] =>
  findings.map(each => ({ ...each, remedies: distinct(each.remedies.filter(remedy => !isIdle(remedy, experiment))) }))

function distinct(remedies: readonly Remedy[]): Remedy[] {
  const keys = remedies.map(({ edits }) => JSON.stringify(edits))
  return remedies.filter((_, i) => keys.indexOf(keys[i]!) === i)
}

/** Whether a remedy changes nothing in `experiment`, which has every value resolved. */
export const isIdle = ({ edits }: Remedy, experiment: JsonObject): boolean =>
  Object.entries(edits).every(([path, value]) => isSaid(valueAt(experiment, path), value))

function valueAt(experiment: JsonObject, path: string): Json | undefined {
  const [key, inner] = path.split('.') as [string, string | undefined]
  const value = experiment[key]
  if (inner === undefined) return value
  return isMapping(value) ? value[inner] : undefined
}

/** A key that is left out has become zeros (of biases) or the loss of the data's task. */
function isSaid(now: Json | undefined, value: Json): boolean {
  if (value === null) return now === undefined || now === null || nameOf(now) === 'zeros'
  if (typeof value === 'string') return nameOf(now) === value && isUsual(now)
  return JSON.stringify(now) === JSON.stringify(value)
}

const nameOf = (value: Json | undefined): Json | undefined => (isMapping(value) ? value['name'] : value)

/** A mapping that says no more than its name does. */
const isUsual = (value: Json | undefined): boolean => !isMapping(value) || (value['gain'] ?? 1) === 1

const isMapping = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
