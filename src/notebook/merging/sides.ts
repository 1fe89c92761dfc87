/** A file in which git could not merge two versions, taken apart. */
export interface Sides {
  readonly ours: string
  readonly theirs: string
  /** what both come from; null where git did not write it (it does with merge.conflictStyle diff3 or zdiff3) */
  readonly base: string | null
  /** what git calls the two versions */
  readonly labels: Labels
}

/** As git has them after its markers, such as "HEAD" and a branch; they may be empty. */
export interface Labels {
  readonly ours: string
  readonly theirs: string
}

type Part = 'all' | 'ours' | 'base' | 'theirs'

/** A marker begins a line, which no JSON does, and is seven characters; a longer one is of a merge of the two bases. */
const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: (.*?))?\r?\n?$/

/** Which marker may come where, and what comes after it. */
const NEXT: Readonly<Record<Part, Readonly<Record<string, Part>>>> = {
  all: { '<': 'ours' },
  ours: { '|': 'base', '=': 'theirs' },
  base: { '=': 'theirs' },
  theirs: { '>': 'all' }
}

/** Takes a file with git's conflict markers apart; null where it has none, or not in their order (as where one is gone). */
export function sidesOf(text: string): Sides | null {
  const lines: Record<Part, string[]> = { all: [], ours: [], base: [], theirs: [] }
  const labels = { ours: '', theirs: '' }
  const seen = { conflicts: 0, bases: 0 }
  let part: Part = 'all'
  for (const line of text.split(/(?<=\n)/)) {
    const [, marker, label = ''] = MARKER.exec(line) ?? []
    if (marker === undefined) {
      for (const one of part === 'all' ? SIDES : [part]) lines[one].push(line)
      continue
    }
    const next: Part | undefined = NEXT[part][marker[0]!]
    if (next === undefined) return null
    if (next === 'ours') [seen.conflicts, labels.ours] = [seen.conflicts + 1, label]
    if (next === 'base') seen.bases++
    if (next === 'all') labels.theirs = label
    part = next
  }
  if (part !== 'all' || seen.conflicts === 0) return null
  const base = seen.bases === seen.conflicts ? lines.base.join('') : null
  return { ours: lines.ours.join(''), theirs: lines.theirs.join(''), base, labels }
}

const SIDES = ['ours', 'base', 'theirs'] as const
