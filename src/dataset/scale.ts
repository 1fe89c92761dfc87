import type { Samples } from '../engine'
import { MOST_COLUMNS_LISTED, type DataDecisions, type TargetScale } from '../record'
import { columnName, columnNames } from './columnNames'
import { deviationOf, meanOf, momentsOf } from './moments'
import type { ChosenRows, CsvSpec, DatasetOptions, Rows } from './spec'
import { scaleBy, standardize } from './standardize'
import { TEXTS } from './texts/texts'

interface Parts {
  readonly train: Samples
  readonly test: Samples | null
}

type ScaleOptions = Partial<Pick<DatasetOptions, 'standardize'> & Pick<CsvSpec, 'standardize_target'>>

/**
 * Fills gaps, and brings inputs and targets to mean 0 and standard deviation 1, in place and as `options` ask for: all by the
 * numbers of the training rows alone. Gives what was decided about the data of a file.
 */
export function scale(rows: Rows, { train, test }: Parts, options: ScaleOptions): DataDecisions | null {
  const { width, chosen, classNames } = rows
  if (chosen !== undefined && chosen.decisions.filled.length > 0) fillGaps(train, test, width, chosen)
  const { constant } = options.standardize ? standardize(train, test, width) : { constant: [] }
  const targetScale = options.standardize_target ? scaleTargets(train, test) : null
  if (chosen === undefined) return null
  const some = constant.slice(0, MOST_COLUMNS_LISTED)
  return {
    ...chosen.decisions,
    standardized: options.standardize === true,
    constant: { ...columnNames(some.map(feature => chosen.features.at(feature)!)), count: constant.length },
    targetScale: targetScale && targetScale.slice(0, MOST_COLUMNS_LISTED),
    targetSize: targetScale === null && classNames.length === 0 ? farSize(train.targets) : null
  }
}

/** Each gap (NaN) becomes the mean of its feature in the training rows. Throws a `RangeError` where these have none. */
function fillGaps(train: Samples, test: Samples | null, width: number, { file, features }: ChosenRows): void {
  for (let feature = 0; feature < width; feature++) {
    if (!hasGap(train.inputs, feature, width) && !(test && hasGap(test.inputs, feature, width))) continue
    const mean = meanOf(momentsOf(train.inputs, feature, width))
    if (!Number.isFinite(mean)) throw new RangeError(TEXTS.file.noMean(file, columnName(features.at(feature)!)))
    for (const { inputs } of test === null ? [train] : [train, test])
      for (let i = feature; i < inputs.length; i += width) if (Number.isNaN(inputs[i])) inputs[i] = mean
  }
}

function hasGap(values: Float64Array, start: number, step: number): boolean {
  for (let i = start; i < values.length; i += step) if (Number.isNaN(values[i])) return true
  return false
}

/** By the training rows, each target for itself. */
function scaleTargets(train: Samples, test: Samples | null): TargetScale[] {
  const width = train.targets.length / train.count
  return Array.from({ length: width }, (_, target) => {
    const moments = momentsOf(train.targets, target, width)
    for (const { targets } of test === null ? [train] : [train, test]) scaleBy(moments, targets, target, width)
    return { mean: meanOf(moments), deviation: deviationOf(moments) }
  })
}

/** A loss of this size of targets needs another learning rate than one of targets near 1. */
const [SMALL, LARGE] = [0.01, 100]

/** The root mean square where it is far from 1; else null. */
function farSize(targets: Float64Array): number | null {
  const largest = targets.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return null
  const squares = targets.reduce((sum, value) => sum + (value / largest) * (value / largest), 0)
  const size = largest * Math.sqrt(squares / targets.length)
  return size < SMALL || size > LARGE ? size : null
}
