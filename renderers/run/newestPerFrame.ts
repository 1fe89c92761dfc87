/** Asks for a drawing; requests until the next frame become one. */
export interface Redraw {
  (): void
  /** draws without waiting for a frame, for which a hidden notebook might wait long */
  now(): Promise<void>
  cancel(): void
}

/**
 * Epochs can arrive faster than they can be drawn. A request waits for the next animation frame and for the drawing under way;
 * then `draw` shows what is newest, and everything between has cost nothing.
 */
export function newestPerFrame(draw: () => Promise<void>): Redraw {
  let frame = 0
  let running = false
  let wanted = false
  const run = async () => {
    running = true
    wanted = false
    try {
      await draw()
    } finally {
      running = false
    }
    if (wanted) request()
  }
  const request = () => {
    wanted = true
    if (running || frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      void run()
    })
  }
  const cancel = () => {
    wanted = false
    cancelAnimationFrame(frame)
    frame = 0
  }
  const now = async () => {
    if (running) return request()
    cancel()
    await run()
  }
  return Object.assign(request, { now, cancel })
}
