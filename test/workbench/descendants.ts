import { readdirSync, readFileSync } from 'node:fs'

/** All processes that come from `pid`, whatever group or session they are in now (Linux). */
export function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const parent = parentOf(name)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found: number[] = []
  for (const todo = [pid]; todo.length > 0;) {
    const next = children.get(todo.pop()!) ?? []
    found.push(...next)
    todo.push(...next)
  }
  return found
}

/** Null for a process that has ended meanwhile. Its name, in parentheses, may hold anything. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
