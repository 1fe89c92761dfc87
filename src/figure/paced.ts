/** When showings happen: the platform's clock and timers, and how long to rest. */
export interface Pace {
  /** ms since some moment */
  now(): number
  /** how many ms to rest after a showing that took `took` ms */
  rest(took: number): number
  /** calls `then` in `ms` ms; returns what stops that */
  wait(ms: number, then: () => void): () => void
  /** calls `then` when there is something to show upon, as the next animation frame; returns what stops that */
  ready(then: () => void): () => void
}

/**
 * Shows what changes faster than it can be shown. A request waits until the platform is ready, for the showing under way
 * and for the rest after it; then `show` shows what is newest, and everything between has cost nothing. The rest is for
 * other things, a click on Stop among them.
 */
export class Paced {
  private running = false
  private wanted = false
  /** whether what is wanted may not wait for the rest */
  private hurried = false
  private stopReady: (() => void) | null = null
  private stopRest: (() => void) | null = null

  /** `show` answers for its own failures: where nobody waits for it, nobody hears of them. */
  constructor(
    private readonly show: () => Promise<void>,
    private readonly pace: Pace
  ) {}

  /** Asks for a showing; requests until then become one. */
  request(): void {
    this.wanted = true
    if (this.running || this.stopRest || this.stopReady) return
    this.stopReady = this.pace.ready(() => {
      this.stopReady = null
      void this.run()
    })
  }

  /** The same without the rest after the last showing: what a person's hand moves follows it. */
  follow(): void {
    this.hurried = true
    this.endRest()
    this.request()
  }

  /** Shows at once, ready or not: a hidden page might wait long for a frame. */
  async now(): Promise<void> {
    if (this.running) return this.request()
    this.cancel()
    await this.run()
  }

  /** Forgets what was asked for. */
  cancel(): void {
    this.wanted = this.hurried = false
    this.stopReady?.()
    this.stopReady = null
    this.endRest()
  }

  private async run(): Promise<void> {
    this.running = true
    this.wanted = this.hurried = false
    const start = this.pace.now()
    try {
      await this.show()
    } finally {
      this.running = false
      this.stopRest = this.pace.wait(this.pace.rest(this.pace.now() - start), () => this.rested())
      if (this.hurried) this.follow()
    }
  }

  private rested(): void {
    this.stopRest = null
    if (this.wanted) this.request()
  }

  private endRest(): void {
    this.stopRest?.()
    this.stopRest = null
  }
}
