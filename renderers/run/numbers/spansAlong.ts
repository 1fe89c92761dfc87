import { spans, type AxisWindow, type Span } from './spans'
import type { Stretch, Timeline } from './timeline'

/**
 * The same as `spans` for the columns of a timeline, whose stretches differ in width: the first `present` of those in `window`. A stretch in
 * view has a pixel at least.
 */
export const spansAlong = ({ stretches }: Timeline, window: AxisWindow, pixels: number, present: number): Span[] =>
  stretches.flatMap(stretch => spansOf(stretch, window, pixels, present))

function spansOf(stretch: Stretch, window: AxisWindow, pixels: number, present: number): Span[] {
  const { column, count, start, width } = stretch
  const [from, to] = [Math.max(start, window.from), Math.min(start + count * width, window.to)]
  if (!(to > from)) return []
  const pixelOf = (place: number) => Math.round(((place - window.from) / (window.to - window.from)) * pixels)
  const left = Math.min(pixelOf(from), pixels - 1)
  const right = Math.max(pixelOf(to), left + 1)
  const local = { from: (from - start) / width, to: (to - start) / width }
  return spans(local, right - left, Math.min(count, present - column)).map(span => ({
    from: span.from + left,
    to: span.to + left,
    first: span.first + column,
    last: span.last + column
  }))
}
