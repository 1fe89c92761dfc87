import { checkSize } from '../limits'
import type { DataLimits, NpySpec, Rows } from '../spec'
import { decisionsOf } from './decisions'
import { readLabels } from './labels'
import { openArray, rowsOf, type NpyArray } from './npyArray'

/**
 * Inputs [samples × …] and labels [samples] or [samples × outputs] from two NumPy arrays: .npy files, plain or gzip, or arrays of an
 * .npz archive. Inputs of more dimensions are flattened sample by sample. The headers are checked before anything else is unpacked.
 * Throws a `RangeError` for damaged files, arrays that do not fit together and data above the limits.
 */
export function readNpyRows(spec: NpySpec, read: (file: string) => Uint8Array, limits: DataLimits): Rows {
  const [inputs, labels] = [openArray(spec.npy.inputs, read), openArray(spec.npy.labels, read)]
  const count = countOf(spec, inputs, labels)
  const [width, outputs] = [widthOf(inputs, Infinity), widthOf(labels, 1)]
  checkSize(inputs.label, count, width, limits, 'take fewer with samples')
  const [all] = labels.shape as [number]
  checkSize(labels.label, all, outputs, limits, 'write an array of fewer')
  const answers = rowsOf(labels, all, outputs, limits.fileBytes)
  const { targets, classNames, why } = readLabels(labels, answers, outputs, count, spec.task)
  if (spec.standardize_target && classNames.length > 0)
    throw new RangeError(`${labels.label} holds classes (${why}); standardize_target is for numbers: remove it`)
  const rows = { count, width, inputs: rowsOf(inputs, count, width, limits.fileBytes), targets, classNames }
  const chosen = decisionsOf(inputs, labels, width, outputs, why)
  return { ...rows, chosen, ...(inputs.shape.length > 2 ? { images: true } : {}) }
}

/** How many are taken, from the first. */
function countOf({ samples }: NpySpec, inputs: NpyArray, labels: NpyArray): number {
  const [[all], [answers]] = [inputs.shape, labels.shape]
  if (all === undefined || answers === undefined)
    throw new RangeError(`${(all === undefined ? inputs : labels).label} is a single number, not an array of samples`)
  if (all !== answers)
    throw new RangeError(
      `${inputs.label} holds ${all} samples, but ${labels.label} ${answers} labels${transposed(inputs, answers)}`
    )
  if (all === 0) throw new RangeError(`${inputs.label} holds no samples`)
  if (samples !== null && samples > all)
    throw new RangeError(`${inputs.label} holds ${all} samples, but samples asks for ${samples}`)
  return samples ?? all
}

const transposed = ({ shape }: NpyArray, labels: number): string =>
  shape.at(-1) === labels
    ? `; its shape is (${shape.join(', ')}), but samples must come first: write it transposed (.T)`
    : ''

/** Numbers of a sample, of `most` dimensions. */
function widthOf({ label, shape }: NpyArray, most: number): number {
  if (shape.length - 1 > most)
    throw new RangeError(`${label} has ${shape.length} dimensions; labels have one, or two for several outputs`)
  const width = shape.slice(1).reduce((product, size) => product * size, 1)
  if (width === 0) throw new RangeError(`${label} holds nothing for a sample: its shape is (${shape.join(', ')})`)
  return width
}
