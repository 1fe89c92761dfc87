import { writeJson } from '../json/writeJson'
import type { Cell, Json, Notebook, Output } from '../notebook'
import { mergeObject } from './mergeJson'
import { mergeText } from './mergeText'
import type { Labels } from './sides'

/** Two versions of a notebook in one. */
export interface MergedNotebook {
  readonly notebook: Notebook
  /** how many cells show both versions of their text, between git's markers */
  readonly conflicts: number
}

/**
 * `ours` and `theirs` in one notebook, cell by cell; cells are the same that have one id. Cells of which two texts cannot be merged show
 * both between git's markers. No cell is lost that one of them added or changed. Outputs are of the text that stays, and none of a
 * text that nobody has run: they can be made again. `base`: what both come from; null where nobody knows. The result is null where
 * the two disagree about what no cell can show, such as metadata.
 */
export function mergeNotebooks(
  base: Notebook | null,
  ours: Notebook,
  theirs: Notebook,
  labels: Labels
): MergedNotebook | null {
  const metadata = mergeObject(base && base.metadata, ours.metadata, theirs.metadata)
  const extra = mergeObject(base && base.extra, ours.extra, theirs.extra)
  const [old, a, b] = [base, ours, theirs].map(cellsById) as [CellsById, CellsById, CellsById]
  const merged = placesOf(ours, theirs).map(id => mergeCell(old.get(id) ?? null, a.get(id) ?? null, b.get(id) ?? null, labels, base !== null)) // prettier-ignore
  if (metadata === null || extra === null || merged.includes(null)) return null
  const cells = merged.flatMap(one => one!.cells)
  const orphans = { ...theirs.orphans, ...ours.orphans }
  return {
    notebook: { metadata, extra, cells, ...(Object.keys(orphans).length > 0 && { orphans }) },
    conflicts: merged.filter(one => one!.conflict).length
  }
}

type CellsById = ReadonlyMap<string, Cell>

const cellsById = (notebook: Notebook | null): CellsById =>
  new Map(notebook?.cells.map(cell => [cell.id, cell] as const))

/** The ids of both: in our order, those of theirs alone below the one that they are below in theirs. */
function placesOf(ours: Notebook, theirs: Notebook): string[] {
  const known = new Set(ours.cells.map(({ id }) => id))
  const below = new Map<string | undefined, string[]>()
  let above: string | undefined
  for (const { id } of theirs.cells) {
    if (known.has(id)) above = id
    else if (!below.get(above)?.push(id)) below.set(above, [id])
  }
  return [...(below.get(undefined) ?? []), ...ours.cells.flatMap(({ id }) => [id, ...(below.get(id) ?? [])])]
}

interface MergedCell {
  readonly cells: readonly Cell[]
  readonly conflict: boolean
}

function mergeCell(
  base: Cell | null,
  ours: Cell | null,
  theirs: Cell | null,
  labels: Labels,
  basesKnown: boolean
): MergedCell | null {
  if (ours && theirs) return mergeBoth(base, ours, theirs, labels)
  const left = (ours ?? theirs)!
  if (base === null || !basesKnown) return { cells: [left], conflict: false }
  // One has removed the cell: it goes, unless the other has changed its text meanwhile.
  if (base.source === left.source) return { cells: [], conflict: false }
  const { text } = mergeText(null, ours?.source ?? '', theirs?.source ?? '', labels)
  return { cells: [{ ...left, source: text }], conflict: true }
}

function mergeBoth(base: Cell | null, ours: Cell, theirs: Cell, labels: Labels): MergedCell | null {
  const extra = mergeObject(base && base.extra, ours.extra, theirs.extra)
  if (extra === null || ours.kind !== theirs.kind) return null
  const { text, conflict } = mergeText(base && base.source, ours.source, theirs.source, labels)
  const outputs = conflict ? ours.outputs : outputsOf(text, base, ours, theirs)
  return { cells: [{ ...ours, source: text, extra, outputs }], conflict }
}

/** Of the version whose text stays; where both have that, of the one that ran it last, as far as that can be told. */
function outputsOf(text: string, base: Cell | null, ours: Cell, theirs: Cell): readonly Output[] {
  const [isOurs, isTheirs] = [text === ours.source, text === theirs.source]
  if (isOurs !== isTheirs) return isOurs ? ours.outputs : theirs.outputs
  if (!isOurs) return []
  const isOld = base !== null && base.source === text && sameOutputs(base.outputs, ours.outputs)
  return isOld || ours.outputs.length === 0 ? theirs.outputs : ours.outputs
}

const sameOutputs = (a: readonly Output[], b: readonly Output[]): boolean =>
  writeJson(a as unknown as Json) === writeJson(b as unknown as Json)
