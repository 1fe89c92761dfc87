const ID = /^[A-Za-z0-9_-]{1,64}$/

/** Whether `value` may be a cell's id. */
export const isCellId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/**
 * Ids for all cells: the first cell with an id keeps it, one without, or with an id that an earlier cell has, gets a new one.
 * The new ids follow from the old ones and the cells' places, so that opening the same bytes twice gives the same ids.
 */
export function repairedIds(ids: readonly unknown[]): string[] {
  const claimed = new Set(ids.filter(isCellId))
  const seen = new Set<string>()
  return ids.map((id, place) => {
    const kept = isCellId(id) && !seen.has(id) ? id : freshId(`${String(id)}/${place}`, claimed)
    seen.add(kept)
    claimed.add(kept)
    return kept
  })
}

/** An id of eight hex digits that `taken` does not hold, decided by `origin`. */
export function freshId(origin: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = fnv1a(`${origin}#${attempt}`).toString(16).padStart(8, '0')
    if (!taken.has(id)) return id
  }
}

/** FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
