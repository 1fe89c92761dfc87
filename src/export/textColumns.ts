import type { Shown } from '../../renderers/run/numbers/shown'
import type { Timeline } from '../../renderers/run/numbers/timeline'
import { TEXTS } from './texts'

/** Columns [from, to) behind a character, or a line between single steps and epochs. */
export type Bucket = { readonly from: number; readonly to: number } | 'parting'

/**
 * What each character stands for: a recorded column, or several where there are more than `room`, never steps and epochs together; of few
 * columns each has several characters.
 */
export function bucketsOf({ timeline, columns }: Shown, room: number): Bucket[] {
  const groups = timeline.stretches
    .map(({ column, count, steps }) => ({
      from: column,
      to: Math.min(columns, column + count),
      ofSteps: steps !== null
    }))
    .filter(({ from, to }) => to > from)
    .reduce<Group[]>(joined, [])
  const free = Math.max(groups.length, room - (groups.length - 1))
  const size = sizeFor(groups, free)
  const wide = columns <= FEW ? Math.max(1, Math.min(WIDEST, Math.floor(free / columns))) : 1
  return groups.flatMap((group, i): Bucket[] => [...(i > 0 ? ['parting' as const] : []), ...split(group, size, wide)])
}

/** How many columns a character stands for, at least, that all groups together take at most `free`, or one character each. */
function sizeFor(groups: readonly Group[], free: number): number {
  const counts = groups.map(({ from, to }) => to - from)
  const taken = (size: number) => counts.reduce((sum, count) => sum + Math.ceil(count / size), 0)
  let size = 1
  while (taken(size) > Math.max(free, groups.length)) size++
  return size
}

/** So few columns are wider than a character, so that they are seen and labelled. */
const FEW = 12
const WIDEST = 4

interface Group {
  readonly from: number
  readonly to: number
  readonly ofSteps: boolean
}

/** Init goes on into the steps of the first epoch, and epochs of several widths go on into each other. */
function joined(groups: readonly Group[], next: Group): Group[] {
  const last = groups.at(-1)
  if (!last || (last.ofSteps !== next.ofSteps && !(last.from === 0 && last.to === 1))) return [...groups, next]
  return [...groups.slice(0, -1), { from: last.from, to: next.to, ofSteps: next.ofSteps }]
}

/** Each bucket as often as it is wide. */
const split = ({ from, to }: Group, size: number, wide: number): Bucket[] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => ({
    from: from + i * size,
    to: Math.min(to, from + (i + 1) * size)
  })).flatMap(bucket => Array<Bucket>(wide).fill(bucket))

/**
 * Labels above `buckets`, as many as have room: of the ends first, then of what stands before a line (where a run broke), then of what
 * stands behind one, then, of few, the rest.
 */
export function axisText(buckets: readonly Bucket[], timeline: Timeline): string {
  const letters = Array<string>(buckets.length).fill(' ')
  const named = namedPlaces(buckets)
  const [first, last] = [named[0], named.at(-1)]
  const before = named.filter(({ end }) => buckets[end + 1] === 'parting')
  const behind = named.filter(({ start }) => buckets[start - 1] === 'parting')
  if (first) write(letters, columnText(timeline, first.from), [0])
  if (last) write(letters, columnText(timeline, last.to - 1), [last.start, last.end])
  const rest = [...behind, ...(named.length <= FEW ? named : [])]
  for (const { start, end, to } of before) {
    const text = columnText(timeline, to - 1)
    write(
      letters,
      text,
      [start, start + 1, end - text.length + 1].filter(place => place + text.length <= end + 2)
    )
  }
  const left = rest.filter(place => place !== first && place !== last && !before.includes(place))
  for (const { start, from } of left) write(letters, columnText(timeline, from), [start, start + 1])
  return letters.join('')
}

/** A bucket and the characters that it takes, from `start` to `end`. */
interface NamedPlace {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

const namedPlaces = (buckets: readonly Bucket[]): NamedPlace[] =>
  buckets.flatMap((bucket, start) =>
    bucket === 'parting' || buckets[start - 1] === bucket
      ? []
      : [{ start, end: buckets.lastIndexOf(bucket), ...bucket }]
  )

/** At the first of `places` where blanks are left and right of it; nowhere if there is none. */
function write(letters: string[], text: string, places: readonly number[]): void {
  const start = places
    .map(place => Math.max(0, Math.min(place, letters.length - text.length)))
    .find(place => letters.slice(Math.max(0, place - 1), place + text.length + 1).every(letter => letter === ' '))
  if (start !== undefined && text.length <= letters.length) letters.splice(start, text.length, ...text)
}

function columnText(timeline: Timeline, column: number): string {
  const moment = timeline.momentOf(column)
  if (moment.kind === 'step') return String(moment.step)
  return moment.epoch === 0 ? TEXTS.init : String(moment.epoch)
}
