import { checkSize } from '../limits'
import type { DataLimits, NpySpec, Rows } from '../spec'
import { decisionsOf } from './decisions'
import { readLabels } from './labels'
import { openArray, rowsOf, type NpyArray } from './npyArray'
import { TEXTS } from '../texts/texts'

/**
 * Inputs [samples × …] and labels [samples] or [samples × outputs] from two NumPy arrays: .npy files, plain or gzip, or arrays of an
 * .npz archive. Inputs of more dimensions are flattened sample by sample. The headers are checked before anything else is unpacked.
 * Throws a `RangeError` for damaged files, arrays that do not fit together and data above the limits.
 */
export function readNpyRows(spec: NpySpec, read: (file: string) => Uint8Array, limits: DataLimits): Rows {
  const [inputs, labels] = [openArray(spec.npy.inputs, read), openArray(spec.npy.labels, read)]
  const count = countOf(spec, inputs, labels)
  const [width, outputs] = [widthOf(inputs, Infinity), widthOf(labels, 1)]
  checkSize(inputs.label, count, width, limits, TEXTS.file.fewer.samples)
  const [all] = labels.shape as [number]
  checkSize(labels.label, all, outputs, limits, TEXTS.file.fewer.labels)
  const answers = rowsOf(labels, all, outputs, limits.fileBytes)
  const { targets, classNames, why } = readLabels(labels, answers, outputs, count, spec.task)
  if (spec.standardize_target && classNames.length > 0)
    throw new RangeError(TEXTS.file.scaledClasses(labels.label, why))
  const rows = { count, width, inputs: rowsOf(inputs, count, width, limits.fileBytes), targets, classNames }
  const chosen = decisionsOf(inputs, labels, width, outputs, why)
  return { ...rows, chosen, ...(inputs.shape.length > 2 ? { images: true } : {}) }
}

/** How many are taken, from the first. */
function countOf({ samples }: NpySpec, inputs: NpyArray, labels: NpyArray): number {
  const [[all], [answers]] = [inputs.shape, labels.shape]
  if (all === undefined || answers === undefined)
    throw new RangeError(TEXTS.npy.singleNumber((all === undefined ? inputs : labels).label))
  if (all !== answers) throw new RangeError(otherCount(inputs, all, labels, answers))
  if (all === 0) throw new RangeError(TEXTS.npy.noSamples(inputs.label))
  if (samples !== null && samples > all) throw new RangeError(TEXTS.npy.tooFew(inputs.label, all, samples))
  return samples ?? all
}

/** An array with samples last is told to be turned. */
function otherCount({ label, shape }: NpyArray, samples: number, labels: NpyArray, answers: number): string {
  return shape.at(-1) === answers
    ? TEXTS.npy.transposed(label, samples, labels.label, answers, shape)
    : TEXTS.npy.otherCount(label, samples, labels.label, answers)
}

/** Numbers of a sample, of `most` dimensions. */
function widthOf({ label, shape }: NpyArray, most: number): number {
  if (shape.length - 1 > most) throw new RangeError(TEXTS.npy.tooManyDimensions(label, shape.length))
  const width = shape.slice(1).reduce((product, size) => product * size, 1)
  if (width === 0) throw new RangeError(TEXTS.npy.nothing(label, shape))
  return width
}
