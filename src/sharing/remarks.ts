import { parseCell, type Limits } from '../experiment'
import { ERROR_MIME, type Cell, type Notebook } from '../notebook'
import { isStale } from '../verify/isStale'
import type { FilesOfCells } from './filesOfCells'
import type { Format } from './formats'
import { unreadFiles } from './html/filesBlock'
import { SHARING_TEXTS } from './texts'

const TEXTS = SHARING_TEXTS.remarks

/** What is exported, and how its cells are read. */
export interface Exported {
  readonly format: Format
  /** what was read of the cells' files */
  readonly files: FilesOfCells
  readonly limits: Limits
}

/** What an export of the notebook as it is lacks, or shows that no longer holds: a sentence for each such cell, in their order. */
export function exportRemarks({ cells }: Notebook, { format, files, limits }: Exported): string[] {
  const texts = cells.filter(({ kind }) => kind === 'experiment').map(({ source }) => source)
  const unread = format === 'html' ? unreadFiles(files) : {}
  return cells.flatMap((cell, i) => {
    const output = cell.kind === 'experiment' ? aboutOutput(cell, i + 1, texts, { format, limits }) : null
    const data = unread[i + 1] === undefined ? null : TEXTS.noData(i + 1, unread[i + 1]!)
    return [output, data].filter(remark => remark !== null)
  })
}

/** Scripts are made from the cells alone. */
function aboutOutput(
  cell: Cell,
  place: number,
  texts: readonly string[],
  { format, limits }: Pick<Exported, 'format' | 'limits'>
): string | null {
  if (format === 'pytorch' || cell.source.trim() === '') return null
  const items = cell.outputs.flatMap(({ items }) => items)
  if (cell.outputs.some(({ damaged }) => damaged !== undefined)) return TEXTS.damaged(place)
  if (items.length === 0) return TEXTS.noOutput(place)
  const parsed = parseCell(cell.source, { cells: texts, limits })
  // More than is allowed here may have been allowed where the cell ran.
  const isBeyond = !parsed.ok && parsed.problems.some(({ code }) => code === 'limit')
  if (!isBeyond && isStale(cell, parsed)) return TEXTS.stale(place)
  return items.some(({ mime }) => mime === ERROR_MIME) ? TEXTS.failed(place) : null
}
