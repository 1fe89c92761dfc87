import type { Experiment } from './experiment'
import { fileNames, type FileNames } from './files'
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

/** So many runs of a cell are asked for their files: more name no others in any honest cell. */
const MOST_ASKED = 200

/** The experiments of a cell; of very many runs some, spread over all. */
export function experimentsIn(
  cell: Exclude<Cell, { kind: 'sweep' }> | Pick<Extract<Cell, { kind: 'sweep' }>, 'kind' | 'expansion'>
): readonly Experiment[] {
  if (cell.kind === 'run') return [cell.experiment]
  if (cell.kind === 'compare') return []
  const { expansion } = cell
  const step = Math.max(1, Math.ceil(expansion.count / MOST_ASKED))
  return Array.from({ length: Math.ceil(expansion.count / step) }, (_, i) => expansion.run(i * step).experiment)
}

/** The files that the runs of a cell read. */
export function filesOfCell(cell: Cell): FileNames {
  if (cell.kind === 'run') return fileNames([cell.experiment])
  if (cell.kind === 'compare') return fileNames([])
  const { expansion, first } = cell
  return expansion.variesIn(NAMING_FILES) ? fileNames(everyRun(expansion)) : fileNames([first])
}

/** The keys whose value may name a file. */
const NAMING_FILES = ['dataset', 'initializer', 'bias_initializer']

function* everyRun(expansion: Expansion): Iterable<Experiment> {
  for (let index = 0; index < expansion.count; index += expansion.repeats) yield expansion.run(index).experiment
}
