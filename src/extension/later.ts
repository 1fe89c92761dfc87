import type * as vscode from 'vscode'

/** Does something for a document, or anything else, once it has been left alone for a while. */
export class Later<Thing> implements vscode.Disposable {
  private readonly waiting = new Map<Thing, ReturnType<typeof setTimeout>>()

  constructor(
    private readonly pause: number,
    private readonly work: (thing: Thing) => unknown
  ) {}

  ask(thing: Thing): void {
    clearTimeout(this.waiting.get(thing))
    const timer = setTimeout(() => {
      this.waiting.delete(thing)
      void this.work(thing)
    }, this.pause)
    this.waiting.set(thing, timer)
  }

  /** The same, for what is asked again and again without having changed: that makes it wait no longer. */
  askOnce(thing: Thing): void {
    if (!this.waiting.has(thing)) this.ask(thing)
  }

  dispose(): void {
    this.waiting.forEach(timer => clearTimeout(timer))
    this.waiting.clear()
  }
}
