import { checkMemory } from '../memory'

const PAGE = 65536
const LINE = 64

/** Hands out addresses in the kernels' memory, each at the start of a cache line, before the memory itself is made. */
export class Arena {
  private constructor(private next: number) {}

  static from(address: number): Arena {
    return new Arena(aligned(address))
  }

  /** The address of `bytes` bytes that are 0 at first. */
  take(bytes: number): number {
    const address = this.next
    this.next = aligned(address + bytes)
    return address
  }

  /** Bytes up to the last address handed out. */
  get size(): number {
    return this.next
  }

  /** Memory pages that hold all of it; a RangeError beyond the 4 GB that WebAssembly can address. */
  get pages(): number {
    checkMemory(this.next, 'float32')
    return Math.ceil(this.next / PAGE)
  }
}

const aligned = (address: number): number => Math.ceil(address / LINE) * LINE

/** `n` rounded up to a multiple of `step`. */
export const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step

/** Bytes of [outer/8][rows][8] floats. */
export const panelBytes = (outer: number, rows: number): number => Math.ceil(outer / 8) * rows * 32
