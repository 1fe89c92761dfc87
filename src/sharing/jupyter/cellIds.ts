/** As nbformat 4.5 wants ids: up to 64 ASCII letters, digits, - and _. */
const FIT = /^[\w-]{1,64}$/

/** An id for each cell that Jupyter takes, all different: its own where that fits. */
export function cellIds(ids: readonly string[]): string[] {
  const taken = ids.filter(id => FIT.test(id))
  return ids.map((id, i) => {
    if (FIT.test(id)) return id
    const fresh = freshId(`cell-${i + 1}`, taken)
    taken.push(fresh)
    return fresh
  })
}

/** An id that none of `taken` is. */
export function freshId(wanted: string, taken: readonly string[]): string {
  let id = wanted
  while (taken.includes(id)) id += '_'
  return id
}
