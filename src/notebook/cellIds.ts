/** Whether `value` may be a cell's id: any text will do. */
export const isCellId = (value: unknown): value is string => typeof value === 'string' && value !== ''

/**
 * Ids for all cells: the first cell with an id keeps it, one without, or with an id that an earlier cell has, gets a new one. A
 * number is taken for its text. The new ids follow from the old ones and the cells' places, so that opening the same bytes twice
 * gives the same ids; none of them is among `others`.
 */
export function repairedIds(ids: readonly unknown[], others: Iterable<string> = []): string[] {
  const named = ids.map(id => (typeof id === 'number' ? String(id) : id))
  const claimed = new Set([...named.filter(isCellId), ...others])
  const seen = new Set<string>()
  return named.map((id, place) => {
    const kept = isCellId(id) && !seen.has(id) ? id : freshId(`${String(id)}/${place}`, claimed)
    seen.add(kept)
    claimed.add(kept)
    return kept
  })
}

/** An id of eight hex digits that `taken` does not hold, decided by `origin`. */
export function freshId(origin: string, taken: ReadonlySet<string>): string {
  const start = fnv1a(origin)
  for (let attempt = 0; ; attempt++) {
    const id = fnv1a(`#${attempt}`, start).toString(16).padStart(8, '0')
    if (!taken.has(id)) return id
  }
}

/** FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), after what gave `start`. */
function fnv1a(text: string, start = 0x811c9dc5): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
