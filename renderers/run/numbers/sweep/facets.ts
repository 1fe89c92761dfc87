import type { GroupResult } from '../../../../src/record'
import { importance, placeIn, type Dimension } from './dimensions'

/** A dimension with more values than this makes no rows or columns. */
const MOST_LINES = 16
/** More thumbnails than this are not drawn; the table has all. */
const MOST_THUMBS = 120

/** Where they are not arranged in rows and columns, as few as say something. */
const MOST_FLOWING = 24

/** A group's place in the small multiples: its row and column, and within these its slot, for what else groups differ in. */
export interface Facet {
  /** index among the groups */
  readonly group: number
  readonly row: number
  readonly column: number
  readonly slot: number
}

/** `rows` and `columns` null: one line only. `slots`: what groups within one row and column differ in. */
export interface Facets {
  readonly rows: Dimension | null
  readonly columns: Dimension | null
  readonly slots: readonly string[]
  /** the same with the names of numbers: "depth 3" */
  readonly namedSlots: readonly string[]
  readonly facets: readonly Facet[]
  /** whether groups stand in the order of their results, as nothing arranges them in rows and columns */
  readonly flow: boolean
  /** groups that are left out */
  readonly hidden: number
}

/** The dimensions that matter most, most first, as long as their values can be lines. `ordered`: indices of groups, the best first. */
export function arrangeable(
  dimensions: readonly Dimension[],
  groups: readonly GroupResult[],
  ordered: readonly number[]
): Dimension[] {
  const ranks = ranksOf(groups, ordered)
  const candidates = dimensions.filter(({ values }) => values.length <= MOST_LINES)
  const weight = new Map(candidates.map(each => [each.id, importance(each, groups, ranks)]))
  return candidates.sort((a, b) => weight.get(b.id)! - weight.get(a.id)! || a.id - b.id)
}

/** Of each group how many are better; those with the same number, or none, are alike. */
function ranksOf(groups: readonly GroupResult[], ordered: readonly number[]): number[] {
  const ranks = new Array<number>(groups.length)
  ordered.forEach((group, rank) => {
    const previous = ordered[rank - 1]
    const isAlike = previous !== undefined && groups[previous]!.score === groups[group]!.score
    ranks[group] = isAlike ? ranks[previous]! : rank
  })
  return ranks
}

/** Groups in rows and columns of two dimensions; what they differ in beside is told by slots. `ordered`: indices, the best first. */
export function facetsOf(
  dimensions: readonly Dimension[],
  groups: readonly GroupResult[],
  ordered: readonly number[],
  rows: Dimension | null,
  columns: Dimension | null
): Facets {
  const rest = dimensions.filter(({ id }) => id !== rows?.id && id !== columns?.id)
  const keyOf = (group: GroupResult) => rest.map(each => placeIn(each, group)).join()
  const examples = new Map(groups.map(group => [keyOf(group), group]))
  const textsOf = (text: (dimension: Dimension, place: number) => string) =>
    [...examples.values()].map(group => rest.map(each => text(each, placeIn(each, group))).join(', '))
  const places = new Map([...examples.keys()].map((key, place) => [key, place]))
  const slots = textsOf(({ values }, place) => values[place]!)
  const namedSlots = textsOf(namedValue)
  if (
    groups.length > MOST_THUMBS ||
    slots.length > MOST_LINES ||
    (rows === null && columns === null && groups.length > 1)
  )
    return flowOf(groups, ordered)
  const facets = groups.map((group, i) => ({
    group: i,
    row: rows === null ? 0 : placeIn(rows, group),
    column: columns === null ? 0 : placeIn(columns, group),
    slot: places.get(keyOf(group))!
  }))
  return { rows, columns, slots, namedSlots, facets, flow: false, hidden: 0 }
}

/** A number says nothing without its name. */
const namedValue = ({ name, numbers, values }: Dimension, place: number): string =>
  numbers === null ? values[place]! : `${name.split('.').at(-1)!} ${values[place]!}`

function flowOf(groups: readonly GroupResult[], ordered: readonly number[]): Facets {
  const shown = ordered.slice(0, groups.length > MOST_THUMBS ? MOST_FLOWING : MOST_THUMBS)
  const facets = shown.map((group, i) => ({ group, row: 0, column: i, slot: 0 }))
  return {
    rows: null,
    columns: null,
    slots: [''],
    namedSlots: [''],
    facets,
    flow: true,
    hidden: groups.length - shown.length
  }
}
