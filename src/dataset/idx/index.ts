import { checkSize } from '../limits'
import type { DataLimits, IdxSpec, Rows } from '../spec'
import { readIdxHeader, readIdxValues, type IdxHeader } from './idxArray'
import { TEXTS } from '../texts/texts'

const BRIGHTEST_PIXEL = 255

/**
 * Pictures and labels from two IDX files, plain or gzip: pixels in [0, 1]; the classes are all labels of the file in
 * ascending order. The headers are checked before anything else is unpacked. Throws a `RangeError` for damaged files, files of
 * different lengths and pictures above the limits.
 */
export function readIdxRows(spec: IdxSpec, read: (path: string) => Uint8Array, limits: DataLimits): Rows {
  const { images, labels } = spec.idx
  const [packedPictures, packedLabels] = [read(images), read(labels)]
  const pictures = readIdxHeader(images, packedPictures, 'several')
  const answers = readIdxHeader(labels, packedLabels, 'one')
  const count = countOf(spec, pictures, answers)
  const width = widthOf(images, pictures)
  checkSize(images, count, width, limits, TEXTS.file.fewer.samples)
  const targets = targetsOf(labels, readIdxValues(labels, packedLabels, answers, limits.fileBytes), count)
  const pixels = readIdxValues(images, packedPictures, pictures, limits.fileBytes)
  return { count, width, images: true, inputs: inputsOf(pixels, count * width), ...targets }
}

/** How many are taken, from the first. */
function countOf({ idx, samples }: IdxSpec, pictures: IdxHeader, answers: IdxHeader): number {
  const [all, labels] = [pictures.shape[0]!, answers.shape[0]!]
  if (all !== labels) throw new RangeError(TEXTS.idx.otherCount(idx.images, all, idx.labels, labels))
  if (all === 0) throw new RangeError(TEXTS.idx.noPictures(idx.images))
  if (samples !== null && samples > all) throw new RangeError(TEXTS.idx.tooFew(idx.images, all, samples))
  return samples ?? all
}

function widthOf(file: string, { shape }: IdxHeader): number {
  const width = shape.slice(1).reduce((product, size) => product * size, 1)
  if (width === 0) throw new RangeError(TEXTS.idx.noPixels(file))
  return width
}

function inputsOf(pixels: Uint8Array, length: number): Float64Array {
  const inputs = new Float64Array(length) // [count × width]
  for (let i = 0; i < length; i++) inputs[i] = pixels[i]! / BRIGHTEST_PIXEL
  return inputs
}

function targetsOf(file: string, values: Uint8Array, count: number): Pick<Rows, 'targets' | 'classNames'> {
  const classes = [...new Set(values)].sort((a, b) => a - b)
  if (classes.length < 2) throw new RangeError(TEXTS.file.oneClass(file, String(classes[0])))
  const targets = Float64Array.from(values.subarray(0, count), label => classes.indexOf(label)) // [count × 1]
  return { targets, classNames: classes.map(String) }
}
