import type { Json, JsonObject } from '../../record'
import type { Edits } from './attempt'

/** Data sets that are known by their file's key, and not by a name. */
const BY_FILE = ['csv', 'npy', 'idx']

/**
 * `edits` as the mapping of a cell that extends another: {"optimizer.learning_rate": 0.1} is {optimizer: {name: sgd, learning_rate: 0.1}}.
 * The name says that the other values of the mapping stay, also where the first cell gives only a name or nothing. `experiment`: what the
 * first cell resolves to. Biases that are zeros anyway are not mentioned.
 */
export function overridesOf(edits: Edits, experiment: JsonObject): JsonObject {
  const result: Record<string, Json> = {}
  for (const [path, value] of Object.entries(edits)) {
    const [key, inner] = path.split('.') as [string, string | undefined]
    if (value === null && nameOf(experiment[key]) === 'zeros') continue
    result[key] = inner === undefined ? value : { ...mappingAt(result, key, experiment), [inner]: value }
  }
  return result
}

function mappingAt(result: JsonObject, key: string, experiment: JsonObject): JsonObject {
  const begun = result[key]
  if (isMapping(begun)) return begun
  const name = nameOf(experiment[key])
  return typeof name === 'string' && !BY_FILE.includes(name) ? { name } : {}
}

const nameOf = (value: Json | undefined): Json | undefined => (isMapping(value) ? value['name'] : value)

const isMapping = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
