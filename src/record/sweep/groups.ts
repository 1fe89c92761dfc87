/** What a thumbnail and a course have at most: one group for initialization, the others for epochs. */
const MOST_GROUPS = 32

/** Columns from … to - 1 of a record. */
export interface Group {
  readonly from: number
  readonly to: number
}

/** Epochs in one group of a run that is planned with so many; the same for all runs with as many, however early they ended. */
export const groupSize = (epochs: number): number => Math.max(1, Math.ceil(epochs / (MOST_GROUPS - 1)))

/** How many groups `columns` recorded columns make. */
export const groupCount = (epochs: number, columns: number): number =>
  columns === 0 ? 0 : 1 + Math.ceil((columns - 1) / groupSize(epochs))

/** Initialization by itself, then the epochs in groups of one size; the last may have fewer. */
export function groupsOf(epochs: number, columns: number): Group[] {
  const size = groupSize(epochs)
  return Array.from({ length: groupCount(epochs, columns) }, (_, i) =>
    i === 0 ? { from: 0, to: 1 } : { from: 1 + (i - 1) * size, to: Math.min(columns, 1 + i * size) }
  )
}
