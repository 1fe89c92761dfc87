import type { DataLimits, IdxSpec, Rows } from '../spec'
import { unpacked } from './gunzip'
import { readIdx, type IdxArray } from './idxArray'

const BRIGHTEST_PIXEL = 255

/**
 * Pictures and labels from two IDX files, plain or gzip: pixels in [0, 1]; the classes are all labels of the file in
 * ascending order. Throws a `RangeError` for damaged files, files of different lengths and pictures above the limit.
 */
export function readIdxRows(spec: IdxSpec, read: (path: string) => Uint8Array, limits: DataLimits): Rows {
  const { images, labels } = spec.idx
  const pictures = readIdx(images, unpacked(images, read(images), limits.fileBytes), 'several')
  const answers = readIdx(labels, unpacked(labels, read(labels), limits.fileBytes), 'one')
  const count = countOf(spec, pictures, answers)
  if (count > limits.samples)
    throw new RangeError(
      `${count.toLocaleString('en-US')} pictures are above the limit of ${limits.samples.toLocaleString('en-US')} (setting gradnb.limits.samples); take fewer with samples`
    )
  return { count, ...inputsOf(images, pictures, count), ...targetsOf(labels, answers.values, count) }
}

/** How many are taken, from the first. */
function countOf({ idx, samples }: IdxSpec, pictures: IdxArray, answers: IdxArray): number {
  const [all, labels] = [pictures.shape[0]!, answers.shape[0]!]
  if (all !== labels) throw new RangeError(`${idx.images} holds ${all} pictures, but ${idx.labels} ${labels} labels`)
  if (all === 0) throw new RangeError(`${idx.images} holds no pictures`)
  if (samples !== null && samples > all)
    throw new RangeError(`${idx.images} holds ${all} pictures, but samples asks for ${samples}`)
  return samples ?? all
}

function inputsOf(file: string, { shape, values }: IdxArray, count: number): Pick<Rows, 'width' | 'inputs'> {
  const width = shape.slice(1).reduce((product, size) => product * size, 1)
  if (width === 0) throw new RangeError(`${file}: its pictures have no pixels`)
  const inputs = new Float64Array(count * width) // [count × width]
  for (let i = 0; i < inputs.length; i++) inputs[i] = values[i]! / BRIGHTEST_PIXEL
  return { width, inputs }
}

function targetsOf(file: string, values: Uint8Array, count: number): Pick<Rows, 'targets' | 'classNames'> {
  const classes = [...new Set(values)].sort((a, b) => a - b)
  if (classes.length < 2) throw new RangeError(`${file} has only one class, ${classes[0]}`)
  const targets = Float64Array.from(values.subarray(0, count), label => classes.indexOf(label)) // [count × 1]
  return { targets, classNames: classes.map(String) }
}
