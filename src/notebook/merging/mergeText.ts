import type { Labels } from './sides'

/** A text that two have changed. */
export interface MergedText {
  readonly text: string
  readonly conflict: boolean
}

/** The lines from `start` to before `end` of the old text are `lines` now. */
interface Change {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/**
 * `ours` and `theirs` in one: what only one of them changed is as that one has it, and lines that both changed stand there twice, between
 * git's markers. `base`: what both come from; null where nobody knows, and all that differs is a conflict.
 */
export function mergeText(base: string | null, ours: string, theirs: string, labels: Labels): MergedText {
  if (ours === theirs || base === theirs) return { text: ours, conflict: false }
  if (base === ours) return { text: theirs, conflict: false }
  const [a, b] = [ours.split('\n'), theirs.split('\n')]
  const old = base?.split('\n')
  const both = old && applied(old, changeOf(old, a), changeOf(old, b))
  if (both) return { text: both.join('\n'), conflict: false }
  return { text: marked(a, b, labels).join('\n'), conflict: true }
}

/** What lies between the lines that both begin and end with. */
function changeOf(before: readonly string[], after: readonly string[]): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return { start, end: before.length - end, lines: after.slice(start, after.length - end) }
}

/** Both changes made; null where they touch. */
function applied(old: readonly string[], one: Change, other: Change): string[] | null {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  if (first.end >= second.start) return null
  const between = old.slice(first.end, second.start)
  return [...old.slice(0, first.start), ...first.lines, ...between, ...second.lines, ...old.slice(second.end)]
}

function marked(ours: readonly string[], theirs: readonly string[], labels: Labels): string[] {
  const { start, end, lines } = changeOf(ours, theirs)
  const marker = (sign: string, label = '') => `${sign.repeat(7)} ${label}`.trimEnd()
  return [
    ...ours.slice(0, start),
    marker('<', labels.ours),
    ...ours.slice(start, end),
    marker('='),
    ...lines,
    marker('>', labels.theirs),
    ...ours.slice(end)
  ]
}
