import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator'
import { hashText } from './hash'
import { ln } from './math'

/** Random numbers that are the same on every machine. */
export interface Random {
  /** uniform in [0, 1), a multiple of 2^-53 */
  uniform(): number
  /** standard normal */
  normal(): number
  /** uniform among 0 … `bound` - 1, without bias; 1 ≤ bound ≤ 2^32 */
  integer(bound: number): number
  /** Brings `values` into a uniformly random order. */
  shuffle(values: Int32Array): void
  /**
   * A generator of its own that depends on the seed and on `name` only, not on what was drawn so far: taking more weights
   * does not change the data.
   */
  stream(name: string): Random
}

/** The random numbers of `seed`, which may be any number. */
export const createRandom = (seed: number): Random => new Xoroshiro(String(seed))

const TWO_26 = 0x4000000
const TWO_53 = 0x20000000000000

/** xoroshiro128+ (Blackman & Vigna 2018; pure-rand's), its state a hash of seed and stream names. */
class Xoroshiro implements Random {
  private readonly bits: JumpableRandomGenerator
  private spare: number | null = null

  constructor(private readonly path: string) {
    const state = [1, 2, 3, 4].map(seed => hashText(path, seed) | 0)
    this.bits = xoroshiro128plusFromState(state.some(word => word !== 0) ? state : [1, 0, 0, 0])
  }

  uniform(): number {
    return this.bits53() / TWO_53
  }

  /** Marsaglia's polar method (Marsaglia & Bray 1964): pairs, of which the second waits for the next call. */
  normal(): number {
    const waiting = this.spare
    this.spare = null
    if (waiting !== null) return waiting
    for (;;) {
      const x = 2 * this.uniform() - 1
      const y = 2 * this.uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * ln(square)) / square)
      this.spare = y * factor
      return x * factor
    }
  }

  integer(bound: number): number {
    const share = Math.floor(TWO_53 / bound)
    let bits = this.bits53()
    while (bits >= share * bound) bits = this.bits53()
    return Math.floor(bits / share)
  }

  /** Fisher & Yates, from the end. */
  shuffle(values: Int32Array): void {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.integer(last + 1)
      const value = values[last]!
      values[last] = values[other]!
      values[other] = value
    }
  }

  stream(name: string): Random {
    return new Xoroshiro(`${this.path}/${name}`)
  }

  /** An integer in [0, 2^53): the upper bits of two draws, as the lowest bits of xoroshiro128+ are its weakest. */
  private bits53(): number {
    const high = this.bits.next() >>> 5
    const low = this.bits.next() >>> 6
    return high * TWO_26 + low
  }
}
