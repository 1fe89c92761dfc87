import type { Json, JsonObject, Output, OutputItem } from './notebook'

/** A file's outputs, given to their cells. */
interface Owned {
  /** [cells] */
  readonly outputs: readonly (readonly Output[])[]
  /** what belongs to no cell or is no list, by its key */
  readonly orphans: JsonObject
}

/**
 * Gives each cell the outputs under its id, or under the one that it had in the file before it got one of `ids`: the first cell that
 * had it. Damaged outputs stay in their places, so that they keep nothing else from opening.
 */
export function ownOutputs(saved: JsonObject, oldIds: readonly unknown[], ids: readonly string[]): Owned {
  const left = new Map(Object.entries(saved))
  const take = (id: string): readonly Output[] | undefined => {
    const list = left.get(id)
    if (!Array.isArray(list)) return undefined
    left.delete(id)
    return list.map((one: Json) => readOutput(one))
  }
  const own = ids.map(take)
  const outputs = own.map((list, i) => list ?? (isScalar(oldIds[i]) ? take(String(oldIds[i])) : undefined) ?? [])
  return { outputs, orphans: Object.fromEntries(left) }
}

const isScalar = (id: unknown): boolean => id === null || typeof id === 'string' || typeof id === 'boolean'

function readOutput(value: Json): Output {
  if (!isObject(value)) return damaged(value)
  const { items, ...extra } = value
  if (!Array.isArray(items) || !items.every(isItem)) return damaged(value)
  return { items: items.map(readItem), extra }
}

const damaged = (value: Json): Output => ({ items: [], extra: {}, damaged: value })

const isItem = (value: Json): value is { readonly mime: string; readonly data: Json } =>
  isObject(value) && typeof value['mime'] === 'string' && value['data'] !== undefined

function readItem({ mime, data, ...extra }: OutputItem & JsonObject): OutputItem {
  return Object.keys(extra).length > 0 ? { mime, data, extra: extra as JsonObject } : { mime, data }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
