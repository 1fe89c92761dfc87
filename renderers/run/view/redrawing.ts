/** How much longer than a drawing took the page has for other things, a click on Stop among them, before the next. */
const REST_FACTOR = 2

/** Asks for a drawing; requests until the next frame become one. */
export interface Redraw {
  (): void
  /** without the rest after the last drawing: what a person's hand moves follows it */
  follow(): void
  /** without waiting for a frame, for which a hidden notebook might wait long */
  now(): Promise<void>
  cancel(): void
}

/**
 * Epochs can arrive faster than they can be drawn. A request waits for the next animation frame, for the drawing under way and
 * for the rest after it; then `draw` shows what is newest, and everything between has cost nothing.
 */
export function newestPerFrame(draw: () => Promise<void>): Redraw {
  let frame = 0
  let rest = 0
  let running = false
  let wanted = false
  /** whether what is wanted may not wait for the rest */
  let hurried = false
  const run = async () => {
    running = true
    wanted = hurried = false
    const start = performance.now()
    try {
      await draw()
    } finally {
      running = false
      rest = window.setTimeout(rested, REST_FACTOR * (performance.now() - start))
      if (hurried) follow()
    }
  }
  const rested = () => {
    rest = 0
    if (wanted) request()
  }
  const request = () => {
    wanted = true
    if (running || rest !== 0 || frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      void run()
    })
  }
  const follow = () => {
    hurried = true
    clearTimeout(rest)
    rest = 0
    request()
  }
  const cancel = () => {
    wanted = hurried = false
    cancelAnimationFrame(frame)
    clearTimeout(rest)
    frame = rest = 0
  }
  const now = async () => {
    if (running) return request()
    cancel()
    await run()
  }
  return Object.assign(request, { follow, now, cancel })
}
