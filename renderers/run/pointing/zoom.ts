import type { AxisWindow } from '../numbers/spans'

/** No closer than this many columns. */
const NARROWEST = 4

/**
 * Shows `factor` times as many columns, keeping column `anchor` where it is; null when all `count` columns are in view.
 */
export function zoomed(window: AxisWindow | null, count: number, factor: number, anchor: number): AxisWindow | null {
  const { from, to } = window ?? { from: 0, to: count }
  const length = Math.max(Math.min(NARROWEST, count), (to - from) * factor)
  if (length >= count) return null
  return within(anchor - ((anchor - from) * length) / (to - from), length, count)
}

/** Moves the window by so many columns, not beyond the ends. */
export const panned = (window: AxisWindow | null, count: number, columns: number): AxisWindow | null =>
  window && within(window.from + columns, window.to - window.from, count)

/** Moves the window so that `column` is in view. */
export function revealing(window: AxisWindow | null, count: number, column: number): AxisWindow | null {
  if (!window || (column >= window.from && column + 1 <= window.to)) return window
  return panned(window, count, column < window.from ? column - window.from : column + 1 - window.to)
}

const within = (from: number, length: number, count: number): AxisWindow => {
  const start = Math.max(0, Math.min(count - length, from))
  return { from: start, to: start + length }
}
