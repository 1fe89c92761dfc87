import type { Cell, Notebook, Output } from './notebook'

/** What a cell shows from now on, and the text that it was made from. */
export interface NewOutputs {
  /** the cell's id when it was read */
  readonly id: string
  readonly source: string
  readonly outputs: readonly Output[]
}

/** A notebook with new outputs. */
export interface Merged<New extends NewOutputs> {
  readonly notebook: Notebook
  /** what has no place: its cell was removed, or says something else by now */
  readonly unplaced: readonly New[]
}

/**
 * `now`, a notebook as its file stands, with the outputs that were made of its cells since they were read. Everything else stays
 * as it is: the file may have been edited, and other cells may have got outputs, meanwhile. Outputs find their cell by id, as
 * long as it is an experiment of the same text. Where no cell has the id any more (a cell without one gets one by its place),
 * the only cell of that text is meant.
 */
export function mergeOutputs<New extends NewOutputs>(now: Notebook, made: readonly New[]): Merged<New> {
  const cells = [...now.cells]
  const find = cellFinder(now.cells)
  const unplaced = made.filter(({ id, source, outputs }) => {
    const place = find(id, source)
    if (place !== undefined) cells[place] = { ...cells[place]!, outputs }
    return place === undefined
  })
  return { notebook: { ...now, cells }, unplaced }
}

/** Finds the place of a cell by id and text in `cells`, which may have been edited since they were read. */
export function cellFinder(cells: readonly Cell[]): (id: string, source: string) => number | undefined {
  const byId = new Map(cells.map((cell, place) => [cell.id, place]))
  const isSame = (place: number, source: string) =>
    cells[place]!.kind === 'experiment' && cells[place]!.source === source
  const only = (source: string) => {
    const same = cells.map((_, place) => place).filter(place => isSame(place, source))
    return same.length === 1 ? same[0] : undefined
  }
  return (id, source) => {
    const place = byId.get(id)
    if (place === undefined) return only(source)
    return isSame(place, source) ? place : undefined
  }
}
