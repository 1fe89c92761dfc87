/** A figure that has not answered after this time is not in view. */
const PATIENCE_MS = 500

/** Waits for a figure to have drawn what it was sent. */
export class FigureAnswer {
  private answered: () => void = () => {}

  /** Does `sending`; resolves when a figure has answered, or when none is in view. */
  async to(sending: () => void): Promise<void> {
    const drawn = new Promise<void>(resolve => (this.answered = resolve))
    sending()
    let timer: ReturnType<typeof setTimeout> | undefined
    const given = new Promise<void>(resolve => (timer = setTimeout(resolve, PATIENCE_MS)))
    await Promise.race([drawn, given])
    clearTimeout(timer)
  }

  /** A figure has answered, or nobody waits any more. */
  come(): void {
    this.answered()
  }
}
