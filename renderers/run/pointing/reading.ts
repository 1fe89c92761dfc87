import type { Crosshair } from './crosshair'

/** A pointer that leaves a place sooner only crosses the figure. */
const REST_MS = 400

/** Tells once that a person reads a figure: pointer or keys have led from one place to another, and not in passing. */
export class Reading {
  private from: (Pick<Crosshair, 'column' | 'layer'> & { readonly since: number }) | null = null
  private told = false

  constructor(private readonly onRead: () => void) {}

  /** The crosshair stands there now. */
  see({ visible, column, layer }: Crosshair, now = performance.now()): void {
    if (!visible) this.from = null
    else if (this.from === null) this.from = { column, layer, since: now }
    else if ((column !== this.from.column || layer !== this.from.layer) && now - this.from.since >= REST_MS) this.tell()
  }

  private tell(): void {
    if (this.told) return
    this.told = true
    this.onRead()
  }
}
