import { absent, exponentOf, mantissaOf, powerOfTwo, scaled, type Scaled } from '../record'

/** Means of numbers value · 2^exponent, one mean for each of `size` places, also where float64's range ends. */
export class ScaledMeans {
  /** [size] sums, to be multiplied by 2^exponent */
  private readonly sums: Float64Array
  private readonly exponents: Int32Array // [size]
  private readonly counts: Int32Array // [size]

  constructor(size: number) {
    this.sums = new Float64Array(size)
    this.exponents = new Int32Array(size)
    this.counts = new Int32Array(size)
  }

  reset(): void {
    this.sums.fill(0)
    this.exponents.fill(0)
    this.counts.fill(0)
  }

  /** NaN and the infinities go into the mean as they do in any sum. */
  add(place: number, value: number, exponent = 0): void {
    this.counts[place]!++
    if (value === 0) return
    const mantissa = mantissaOf(value)
    const sum = this.sums[place]!
    if (Number.isFinite(sum + mantissa)) this.addFinite(place, mantissa, exponent + exponentOf(value))
    else this.sums[place] = sum + mantissa
  }

  private addFinite(place: number, mantissa: number, exponent: number): void {
    const sum = this.sums[place]!
    const top = sum === 0 ? exponent : Math.max(this.exponents[place]!, exponent)
    const kept = sum === 0 ? 0 : sum * powerOfTwo(this.exponents[place]! - top)
    this.sums[place] = kept + mantissa * powerOfTwo(exponent - top)
    this.exponents[place] = top
  }

  /** The unweighted mean of what was added; "does not apply" where nothing was. */
  mean(place: number): Scaled {
    const count = this.counts[place]!
    return count === 0 ? absent : scaled(this.sums[place]! / count, this.exponents[place]!)
  }
}
