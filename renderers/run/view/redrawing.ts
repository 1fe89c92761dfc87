import { Paced } from '../../../src/figure'

/** How much longer than a drawing took the page has for other things before the next. */
const REST_FACTOR = 2

/** Draws what is newest, once a frame at most: epochs can arrive faster than they can be drawn. */
export const redrawing = (draw: () => Promise<void>): Paced =>
  new Paced(draw, {
    now: () => performance.now(),
    rest: took => REST_FACTOR * took,
    wait: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    ready: then => {
      const frame = requestAnimationFrame(then)
      return () => cancelAnimationFrame(frame)
    }
  })
