import type { Experiment } from './experiment'
import type { Compared } from './sweep/compare'
import type { Expansion } from './sweep/expansion'

/** What a cell does. */
export type Cell =
  /** one run */
  | { readonly kind: 'run'; readonly experiment: Experiment }
  /** many runs; `first` is the first of them */
  | { readonly kind: 'sweep'; readonly name: string | null; readonly expansion: Expansion; readonly first: Experiment }
  /** none: it draws those of other cells */
  | { readonly kind: 'compare'; readonly name: string | null; readonly compared: readonly Compared[] }
