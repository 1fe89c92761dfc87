import type { View } from 'vega'
import type { ChartData } from '../chart/chartData'

/** Any object: its own keys and values are what counts. */
type Row = Readonly<Record<string, unknown>>

/** Rows, and what Vega was given for each of them. */
interface Known {
  readonly rows: readonly object[]
  readonly given: readonly object[]
}

const NONE: Known = { rows: [], given: [] }

/** Vega writes into what it is given. */
const copies = (rows: readonly object[]): object[] => rows.map(row => ({ ...row }))

/**
 * The rows that a view has. Vega works out everything about a row that comes or goes, so rows that stay the same from
 * one state to the next are left where they are: of a growing run these are nearly all.
 */
export class ViewRows {
  /** by data set */
  private readonly known = new Map<string, Known>()

  /** `data` for a view that is about to be made: Vega takes these very rows as its own. */
  first(data: ChartData): ChartData {
    const given = Object.entries(data).map(([name, rows]) => {
      const given = copies(rows)
      this.known.set(name, { rows, given })
      return [name, given] as const
    })
    return Object.fromEntries(given)
  }

  /** Changes the view's rows into `data`; the view shows them when it runs next. */
  change(view: View, data: ChartData): void {
    for (const [name, rows] of Object.entries(data)) {
      const before = this.known.get(name) ?? NONE
      if (before.rows === rows) continue
      const same = commonStart(before.rows, rows)
      if (same === before.rows.length && same === rows.length) continue
      const added = copies(rows.slice(same))
      view.change(name, view.changeset().remove(before.given.slice(same)).insert(added))
      this.known.set(name, { rows, given: [...before.given.slice(0, same), ...added] })
    }
  }
}

/** How many rows from the first on are the same in both. */
export function commonStart(before: readonly object[], after: readonly object[]): number {
  const most = Math.min(before.length, after.length)
  for (let i = 0; i < most; i++) if (!sameRow(before[i] as Row, after[i] as Row)) return i
  return most
}

function sameRow(a: Row, b: Row): boolean {
  if (a === b) return true
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.is(a[key], b[key]))
}
