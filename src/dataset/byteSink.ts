const LEAST_CAPACITY = 1 << 16

/** Bytes whose count is not known before. */
export class ByteSink {
  length = 0
  private room: Uint8Array

  /** `expected`: how many there will be, as far as that is known. */
  constructor(expected: number) {
    this.room = new Uint8Array(expected || LEAST_CAPACITY)
  }

  push(chunk: Uint8Array): void {
    const end = this.length + chunk.length
    if (end > this.room.length) {
      const wider = new Uint8Array(Math.max(end, 2 * this.room.length))
      wider.set(this.room.subarray(0, this.length))
      this.room = wider
    }
    this.room.set(chunk, this.length)
    this.length = end
  }

  /** [length] a view, valid until the next push. */
  bytes(): Uint8Array {
    return this.room.subarray(0, this.length)
  }
}
