import { deflate, inflate } from './bytes'
import { LONGEST_EDGE, MOST_FRAMES, MOST_IMAGES, checkBytes } from './bounds'
import { RecordError, asArray, asCount, asFinite, asObject, asOneOf, asString, orNull } from './parse'
import type { Json } from './json'
import type { PictureFrame, PictureSubject } from './runRecord'

export function encodeSubject(subject: PictureSubject | null): Json {
  if (subject === null) return null
  if (subject.kind === 'images') return { ...subject, images: deflate(subject.images) }
  const { kind, size, x, y, points } = subject
  return { kind, size, x, y, count: points.length / 3, points: deflate(points) }
}

/** Frames of `classes` classes; what is missing to 255 is the last class. */
export const encodeFrames = (frames: readonly PictureFrame[], classes: number): Json =>
  frames.map(({ epoch, values }) => ({ epoch, values: deflate(differences(values, classes)) }))

/** Class after class without the last, each number less the one before it: smooth surfaces become small numbers. */
function differences(values: Uint8Array, classes: number): Uint8Array {
  const rows = values.length / classes
  const bytes = new Uint8Array(rows * (classes - 1)) // [classes - 1 × rows]
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = valueAt(values, classes, rows, i) - valueAt(values, classes, rows, i - 1)
  return bytes
}

/** Entry `i` of the values [rows × classes], class after class. */
const valueAt = (values: Uint8Array, classes: number, rows: number, i: number): number =>
  i < 0 ? 0 : values[(i % rows) * classes + Math.floor(i / rows)]!

/** The other way, for `rows` rows: their number is not in the bytes of a single class, which has none. */
function fromDifferences(bytes: Uint8Array, rows: number, classes: number): Uint8Array {
  const values = new Uint8Array(rows * classes).fill(255) // [rows × classes]
  let value = 0
  bytes.forEach((difference, i) => {
    value = (value + difference) & 255
    const row = (i % rows) * classes
    values[row + Math.floor(i / rows)] = value
    values[row + classes - 1] = Math.max(0, values[row + classes - 1]! - value)
  })
  return values
}

export const parseSubject = (value: unknown): PictureSubject | null => orNull(value, 'subject', readSubject)

function readSubject(value: unknown): PictureSubject {
  const fields = asObject(value, 'subject')
  const kind = asOneOf(fields['kind'], ['surface', 'images'], 'subject.kind')
  const edge = (name: string) => asCount(fields[name], `subject.${name}`, LONGEST_EDGE)
  const bytes = (name: string, size: number) => {
    checkBytes(size, `subject.${name}`)
    return inflate(asString(fields[name], `subject.${name}`), size, `subject.${name}`)
  }
  if (kind === 'surface') {
    const [x, y] = [readSpan(fields['x'], 'subject.x'), readSpan(fields['y'], 'subject.y')]
    return { kind, size: edge('size'), x, y, points: bytes('points', 3 * asCount(fields['count'], 'subject.count')) }
  }
  const classes = asArray(fields['classes'], 'subject.classes', MOST_IMAGES).map((each, i) =>
    asCount(each, `subject.classes[${i}]`)
  )
  const width = edge('width')
  return { kind, width, images: bytes('images', classes.length * width * width), classes }
}

function readSpan(value: unknown, path: string): [number, number] {
  const [from, to, ...more] = asArray(value, path)
  if (more.length > 0) throw new RecordError(path, 'two numbers')
  return [asFinite(from, `${path}[0]`), asFinite(to, `${path}[1]`)]
}

/** Frames of `classes` classes. */
export function parseFrames(value: unknown, subject: PictureSubject | null, classes: number): PictureFrame[] {
  if (subject === null) return []
  const rows = subject.kind === 'surface' ? subject.size ** 2 : subject.classes.length
  const frames = asArray(value, 'frames', MOST_FRAMES)
  if (classes === 0 && frames.length > 0) throw new RecordError('data.classes', 'classes, as there are frames of them')
  checkBytes(frames.length * rows * classes, 'frames')
  return frames.map((frame, i) => {
    const fields = asObject(frame, `frames[${i}]`)
    const path = `frames[${i}].values`
    const bytes = inflate(asString(fields['values'], path), rows * (classes - 1), path)
    return { epoch: asCount(fields['epoch'], `frames[${i}].epoch`), values: fromDifferences(bytes, rows, classes) }
  })
}
