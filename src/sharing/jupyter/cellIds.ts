/** As nbformat 4.5 wants ids: up to 64 ASCII letters, digits, - and _. */
const FIT = /^[\w-]{1,64}$/

/** An id for each cell that Jupyter takes, all different: its own where that fits. */
export function cellIds(ids: readonly string[]): string[] {
  const taken = new Set(ids.filter(id => FIT.test(id)))
  return ids.map((id, i) => (FIT.test(id) ? id : freshId(i + 1, taken)))
}

function freshId(place: number, taken: Set<string>): string {
  let id = `cell-${place}`
  while (taken.has(id)) id += '_'
  taken.add(id)
  return id
}
