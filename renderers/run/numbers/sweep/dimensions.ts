import { valueText, type Json, type SweepGroup, type SweepRecord } from '../../../../src/record'

/** The dimension of variants; parameters have their index. */
const VARIANTS = -1

/** Something that groups differ in: variants, which count as one, or a parameter. */
export interface Dimension {
  readonly id: number
  /** as the cell writes it; '' of variants */
  readonly name: string
  /** what its values are called; numbers in their order, others as written */
  readonly values: readonly string[]
  /** the same as numbers, where all are */
  readonly numbers: readonly number[] | null
  /** whether its numbers are compared by their ratios */
  readonly log: boolean
  /** the place of each value, as JSON: thousands of runs may each have one of their own */
  readonly places: ReadonlyMap<string, number>
}

/** All dimensions with more than one value among `groups`; variants first. */
export function dimensionsOf(record: SweepRecord, groups: readonly SweepGroup[]): Dimension[] {
  const variants = record.variants.length > 1 ? [dimension(VARIANTS, '', groups, false)] : []
  const parameters = record.parameters.map(({ name, log }, id) => dimension(id, name, groups, log))
  return [...variants, ...parameters].filter(({ values }) => values.length > 1)
}

/** Numbers that span more than this ratio are told apart by their logarithms only, whatever their steps. */
const LOG_FROM = 1000

function dimension(id: number, name: string, groups: readonly SweepGroup[], log: boolean): Dimension {
  const all = [...new Map(groups.map(group => [keyOf(group, id), valueOf(group, id)]))]
  const numeric = all.every((entry): entry is [string, number] => typeof entry[1] === 'number')
  const entries = numeric ? (all as [string, number][]).sort((a, b) => a[1] - b[1]) : all
  const numbers = numeric ? entries.map(([, value]) => value as number) : null
  return {
    id,
    name,
    values: entries.map(([, value]) => valueText(value)),
    numbers,
    log: numbers !== null && numbers[0]! > 0 && (log || numbers.at(-1)! / numbers[0]! > LOG_FROM),
    places: new Map(entries.map(([key], place) => [key, place]))
  }
}

const valueOf = ({ label, values }: Pick<SweepGroup, 'label' | 'values'>, id: number): Json =>
  id === VARIANTS ? label : values[id]!

/** Exact: two numbers may look alike in a few digits. */
const keyOf = (group: Pick<SweepGroup, 'label' | 'values'>, id: number): string => JSON.stringify(valueOf(group, id))

/** The place of a group's (or run's) value among the dimension's values. */
export const placeIn = (dimension: Dimension, group: Pick<SweepGroup, 'label' | 'values'>): number =>
  dimension.places.get(keyOf(group, dimension.id)) ?? -1

/**
 * How much of the differences between groups each dimension explains: the share of the variance of their ranks that is between its
 * values. `ranks`: of each group, the best first.
 */
export function importance(dimension: Dimension, groups: readonly SweepGroup[], ranks: readonly number[]): number {
  const sums = dimension.values.map(() => ({ count: 0, sum: 0 }))
  groups.forEach((group, i) => {
    const place = sums[placeIn(dimension, group)]!
    place.count++
    place.sum += ranks[i]!
  })
  const mean = ranks.reduce((a, b) => a + b, 0) / Math.max(1, ranks.length)
  const total = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  const between = sums.reduce((sum, { count, sum: s }) => sum + (count > 0 ? count * (s / count - mean) ** 2 : 0), 0)
  // As many values as groups explain everything and say nothing.
  return total > 0 ? (between / total) * (1 - (dimension.values.length - 1) / Math.max(1, groups.length - 1)) : 0
}

/** A dimension whose values are numbers. */
export type NumericDimension = Dimension & { readonly numbers: readonly number[] }
