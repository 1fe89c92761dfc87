import { INPUT_SPREADS, isDatasetName } from '../catalogue'

/** What decides how much samples differ in size. */
export interface Source {
  readonly name: string
  readonly standardize: boolean
  /** inputs of a sample; null where only a file tells */
  readonly inputs: number | null
}

/**
 * |x|² of typical samples over its mean. Standardized numbers of a file count as normal, which is a guess; nothing is known of others.
 */
export function spreadOf({ name, standardize, inputs }: Source): readonly number[] {
  if (isDatasetName(name) && name !== 'random') {
    const { raw, standardized = raw } = INPUT_SPREADS[name]
    return standardize ? standardized : raw
  }
  return inputs !== null && (name === 'random' || standardize) ? ofNormals(inputs) : [1]
}

/** The normal distribution's quantiles in the middle of each of 16 equal parts, the upper half. */
const NORMAL = [0.0784, 0.2372, 0.4023, 0.579, 0.7764, 1.0099, 1.318, 1.8627] as const
const PARTS = 2 * NORMAL.length

/** The mean square of so many standard normal numbers: χ² over its degrees of freedom, by Wilson and Hilferty where those are many. */
function ofNormals(inputs: number): readonly number[] {
  const z = [...NORMAL.map(each => -each).reverse(), ...NORMAL]
  const part = 2 / (9 * inputs)
  const all =
    inputs === 1
      ? Array.from({ length: PARTS }, (_, i) => halfNormal((i + 0.5) / PARTS) ** 2)
      : inputs === 2
        ? z.map((_, i) => -Math.log(1 - (i + 0.5) / PARTS))
        : z.map(each => (1 - part + each * Math.sqrt(part)) ** 3)
  const mean = all.reduce((sum, each) => sum + each, 0) / PARTS
  return all.map(each => each / mean)
}

/** The size below which a share of standard normal numbers stays, between the quantiles that are known. */
function halfNormal(share: number): number {
  const place = share * NORMAL.length - 0.5
  const low = Math.max(0, Math.min(NORMAL.length - 2, Math.floor(place)))
  if (place < 0) return NORMAL[0] * 2 * share * NORMAL.length
  return NORMAL[low]! + (place - low) * (NORMAL[low + 1]! - NORMAL[low]!)
}
