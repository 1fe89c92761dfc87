import type { DataLimits } from './spec'
import { TEXTS } from './texts/texts'

/** What only a file tells is above a limit, which is called so in `Limits`. */
export class LimitError extends RangeError {
  /** `value`: null where it was not read to its end */
  constructor(
    message: string,
    readonly excess: { readonly limit: string; readonly value: number | null; readonly most: number }
  ) {
    super(message)
  }
}

/**
 * Throws a `LimitError` where `count` samples of `width` inputs each are above a limit; to be asked before room is made for them.
 * `advice` says what may be taken instead.
 */
export function checkSize(file: string, count: number, width: number, limits: DataLimits, advice: string): void {
  const { samples, dataNumbers } = limits
  if (count > samples)
    throw new LimitError(TEXTS.file.tooManySamples(file, count, samples, advice), {
      ...{ limit: 'samples', value: count, most: samples }
    })
  if (count * width > dataNumbers)
    throw new LimitError(TEXTS.file.tooManyNumbers(file, count, width, dataNumbers, advice), {
      ...{ limit: 'dataNumbers', value: count * width, most: dataNumbers }
    })
}
