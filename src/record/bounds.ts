import { RecordError } from './parse'

/**
 * What a record may hold at most, layers × columns. As the other bounds here it is one of the form, for every machine, and is checked
 * before anything is decoded: a text of a few kilobytes can claim gigabytes. Cells are held to less (`gradnb.limits.recordCells`:
 * 1,000,000 unless a setting says otherwise, and never more than this), so that what a run makes can always be read.
 */
export const MOST_RECORD_CELLS = 2_000_000

export const MOST_CLASSES = 10_000

/** Moments of which there are pictures. */
export const MOST_FRAMES = 10_000

/** Images that a net is asked about. */
export const MOST_IMAGES = 10_000

/** Points along an edge of a picture. */
export const LONGEST_EDGE = 10_000

/** Of all pictures, and of what they are of. */
const MOST_PICTURE_BYTES = 200_000_000

/** Of the name of a layer or of an activation: we give them. */
export const LONGEST_NAME = 200

/** A name of somebody else's as a record may hold it: what is too long ends in an ellipsis. No character is cut in half. */
export const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).replace(HALF_PAIR, '')}…` : name

/** The first half of a surrogate pair whose second half is cut off. */
const HALF_PAIR = /[\ud800-\udbff]$/

/** Levels of an experiment. */
const DEEPEST = 30

/** Throws a `RecordError` where tables of so many layers and columns are more than a record may hold. */
export function checkCells(layers: number, columns: number, path: string): void {
  if (layers * Math.max(1, columns) > MOST_RECORD_CELLS)
    throw new RecordError(path, `fewer: ${layers} layers × ${columns} are more than ${MOST_RECORD_CELLS}`)
}

/** Throws a `RecordError` where pictures are more than a record may hold. */
export function checkBytes(bytes: number, path: string): void {
  if (bytes > MOST_PICTURE_BYTES) throw new RecordError(path, `at most ${MOST_PICTURE_BYTES} bytes`)
}

/** Throws a `RecordError` where JSON nests deeper than any experiment does. */
export function checkNesting(value: unknown, path: string, levels = DEEPEST): void {
  if (typeof value !== 'object' || value === null) return
  if (levels === 0) throw new RecordError(path, `at most ${DEEPEST} levels deep`)
  for (const entry of Object.values(value)) checkNesting(entry, path, levels - 1)
}
