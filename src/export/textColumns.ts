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
  const size = Math.max(1, Math.ceil(columns / free))
  const wide = columns <= FEW ? Math.max(1, Math.min(WIDEST, Math.floor(free / columns))) : 1
  return groups.flatMap((group, i): Bucket[] => [...(i > 0 ? ['parting' as const] : []), ...split(group, size, wide)])
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

/** Labels above `buckets`, as many as have room: of the ends first, then at either side of partings, then, of few, the rest. */
export function axisText(buckets: readonly Bucket[], timeline: Timeline): string {
  const letters = Array<string>(buckets.length).fill(' ')
  const put = (place: number, column: number, ends = false) => {
    const text = columnText(timeline, column)
    const start = Math.max(0, Math.min(ends ? place - text.length + 1 : place, letters.length - text.length))
    const [from, to] = [Math.max(0, start - 1), Math.min(letters.length, start + text.length + 1)]
    if (text.length > letters.length || letters.slice(from, to).some(letter => letter !== ' ')) return
    letters.splice(start, text.length, ...text)
  }
  const named = buckets.flatMap((bucket, place) =>
    bucket === 'parting' || buckets[place - 1] === bucket ? [] : [{ place, bucket }]
  )
  const beforeParting = (bucket: Bucket) => buckets[buckets.lastIndexOf(bucket) + 1] === 'parting'
  const [first, last] = [named[0], named.at(-1)]
  if (first) put(first.place, first.bucket.from)
  if (last) put(last.place, last.bucket.to - 1)
  for (const { place, bucket } of named)
    if (beforeParting(bucket)) put(buckets.lastIndexOf(bucket), bucket.to - 1, true)
    else if (buckets[place - 1] === 'parting') put(place, bucket.from)
  for (const { place, bucket } of named.length <= FEW ? named : []) put(place, bucket.from)
  return letters.join('')
}

function columnText(timeline: Timeline, column: number): string {
  const moment = timeline.momentOf(column)
  if (moment.kind === 'step') return String(moment.step)
  return moment.epoch === 0 ? TEXTS.init : String(moment.epoch)
}
