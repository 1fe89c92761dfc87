const FIRST_CAPACITY = 1024

/** Numbers whose count is not known before. */
export class NumberList {
  length = 0
  private room = new Float64Array(FIRST_CAPACITY)

  push(value: number): void {
    if (this.length === this.room.length) {
      const wider = new Float64Array(2 * this.length)
      wider.set(this.room)
      this.room = wider
    }
    this.room[this.length++] = value
  }

  at(index: number): number {
    return this.room[index]!
  }

  /** [length] a view, valid until the next push. */
  values(): Float64Array {
    return this.room.subarray(0, this.length)
  }
}
