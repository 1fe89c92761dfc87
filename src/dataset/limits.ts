import type { DataLimits } from './spec'

/**
 * Throws a `RangeError` where `count` samples of `width` inputs each are above a limit; to be asked before room is made for them.
 * `advice` says what may be taken instead.
 */
export function checkSize(file: string, count: number, width: number, limits: DataLimits, advice: string): void {
  if (count > limits.samples) throw excess(file, `${told(count)} samples are`, limits.samples, 'samples', advice)
  if (count * width > limits.dataNumbers) {
    const product = `${told(count)} samples × ${told(width)} inputs are ${told(count * width)} numbers,`
    throw excess(file, product, limits.dataNumbers, 'dataNumbers', advice)
  }
}

const excess = (file: string, what: string, most: number, setting: keyof DataLimits, advice: string): RangeError =>
  new RangeError(`${file}: ${what} above the limit of ${told(most)} (setting gradnb.limits.${setting}); ${advice}`)

const told = (count: number): string => count.toLocaleString('en-US')
