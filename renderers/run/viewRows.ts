import type { View } from 'vega'
import type { ChartData } from './chartData'

/** Any object: its own keys and values are what counts. */
type Row = Readonly<Record<string, unknown>>

/**
 * The rows that a view has. Vega works out everything about a row that comes or goes, so rows that stay the same from one
 * state to the next are left where they are: of a growing run these are nearly all.
 */
export class ViewRows {
  /** by data set: the rows, and what Vega was given for each of them */
  private readonly known = new Map<string, { readonly rows: readonly object[]; readonly given: readonly object[] }>()

  /** `data` for a view that is about to be made: Vega takes these very rows as its own. */
  first(data: ChartData): ChartData {
    const given = Object.entries(data).map(([name, rows]) => {
      const copies = rows.map(row => ({ ...row }))
      this.known.set(name, { rows, given: copies })
      return [name, copies] as const
    })
    return Object.fromEntries(given)
  }

  /** Changes the view's rows into `data`; the view shows them when it runs next. */
  change(view: View, data: ChartData): void {
    for (const [name, rows] of Object.entries(data)) {
      const before = this.known.get(name)
      if (before?.rows === rows) continue
      const same = before ? commonStart(before.rows, rows) : 0
      if (same === before?.rows.length && same === rows.length) continue
      const added = rows.slice(same).map(row => ({ ...row })) // Vega writes into what it is given
      const gone = same === 0 ? () => true : (before!.given.slice(same) as object[])
      view.change(name, view.changeset().remove(gone).insert(added))
      this.known.set(name, { rows, given: [...(before?.given.slice(0, same) ?? []), ...added] })
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
