import type { Samples } from '../engine'
import { momentsOf, type Moments } from './moments'

/** Both parts after scaling. */
export interface Standardized {
  readonly train: Samples
  readonly test: Samples | null
  /** features that are the same in every training row, and 0 now */
  readonly constant: readonly number[]
}

/**
 * Brings every feature in place to mean 0 and population standard deviation 1 over `train`, and `test` by the same numbers. A feature
 * that is the same in every training row becomes 0 in all rows: nothing can be learned from it, so a test row that differs
 * must not have a say either.
 */
export function standardize(train: Samples, test: Samples | null, width: number): Standardized {
  const { inputs } = train
  const constant: number[] = []
  for (let feature = 0; feature < width; feature++) {
    const moments = momentsOf(inputs, feature, width)
    if (moments.deviation === 0) constant.push(feature)
    scaleBy(moments, inputs, feature, width)
    if (test !== null) scaleBy(moments, test.inputs, feature, width)
  }
  return { train, test, constant }
}

/** Standardizes every `step`-th number from `start`, in place. */
export function scaleBy(moments: Moments, values: Float64Array, start: number, step: number): void {
  const { scale, offset, mean, deviation } = moments
  for (let i = start; i < values.length; i += step) {
    values[i] = deviation === 0 ? 0 : (values[i]! * scale - offset - mean) / deviation
  }
}
