import { byScore, groupResults, type ChosenMetric, type GroupResult, type SweepRecord } from '../../../../src/record'
import type { Measure } from '../layout'
import { arrangeable, facetsOf, type Facets } from '../../numbers/sweep/facets'
import { dimensionsOf, type Dimension } from '../../numbers/sweep/dimensions'
import { palette, type Palette } from '../../paint/palette'
import type { Theme } from '../../paint/theme'

/** What a person chose to see; null: as suits the sweep. */
export interface SweepLook {
  /** ids of dimensions, see `Dimension`; undefined: the one that matters most */
  readonly rows?: number | null
  readonly columns?: number | null
}

/** All that the pictures of a sweep are made of. */
export interface SweepScene {
  readonly record: SweepRecord
  readonly theme: Theme
  readonly palette: Palette
  readonly measure: Measure
  readonly width: number
  readonly metric: ChosenMetric
  readonly groups: readonly GroupResult[]
  /** indices of groups, the best first */
  readonly ordered: readonly number[]
  readonly dimensions: readonly Dimension[]
  readonly facets: Facets
}

export function sweepScene(
  record: SweepRecord,
  theme: Theme,
  width: number,
  metric: ChosenMetric,
  look: SweepLook,
  measure: Measure
): SweepScene {
  const groups = groupResults(record, metric)
  const index = new Map(groups.map((group, i) => [group.runs[0]!, i]))
  const ordered = byScore(groups, metric).map(group => index.get(group.runs[0]!)!)
  const dimensions = dimensionsOf(record, groups)
  const [rows, columns] = arrangement(arrangeable(dimensions, groups, ordered), look)
  const facets = facetsOf(dimensions, groups, ordered, rows, columns)
  return { record, theme, palette: palette(theme.kind), measure, width, metric, groups, ordered, dimensions, facets }
}

/** What was chosen, else the two that matter most: the one with more values as rows, as figures are rather high than wide. */
function arrangement(candidates: readonly Dimension[], look: SweepLook): [Dimension | null, Dimension | null] {
  const named = (id: number | null | undefined) =>
    id === null || id === undefined ? null : (candidates.find(each => each.id === id) ?? null)
  const free = candidates.filter(({ id }) => id !== look.rows && id !== look.columns)
  const [first = null, second = null] = free
  if (look.rows !== undefined || look.columns !== undefined) {
    const rows = look.rows === undefined ? first : named(look.rows)
    const columns = look.columns === undefined ? (rows === first ? second : first) : named(look.columns)
    return [rows, columns]
  }
  if (first === null || second === null) return [null, first]
  return second.values.length > first.values.length ? [second, first] : [first, second]
}
