import type { DataLimits } from './spec'
import { TEXTS } from './texts/texts'

/**
 * Throws a `RangeError` where `count` samples of `width` inputs each are above a limit; to be asked before room is made for them.
 * `advice` says what may be taken instead.
 */
export function checkSize(file: string, count: number, width: number, limits: DataLimits, advice: string): void {
  if (count > limits.samples) throw new RangeError(TEXTS.file.tooManySamples(file, count, limits.samples, advice))
  if (count * width > limits.dataNumbers)
    throw new RangeError(TEXTS.file.tooManyNumbers(file, count, width, limits.dataNumbers, advice))
}
