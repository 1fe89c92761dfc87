import type { AxisWindow } from '../numbers/spans'

/** No closer than this many units of the axis. */
const NARROWEST = 4

/**
 * Shows `factor` times as much of an axis of length `count`, keeping place `anchor` where it is; null when all of it is in view.
 */
export function zoomed(window: AxisWindow | null, count: number, factor: number, anchor: number): AxisWindow | null {
  const { from, to } = window ?? { from: 0, to: count }
  const length = Math.max(Math.min(NARROWEST, count), (to - from) * factor)
  if (length >= count) return null
  return within(anchor - ((anchor - from) * length) / (to - from), length, count)
}

/** Whether the axis of length `count` can be seen closer than in `window`. */
export const canZoomIn = (window: AxisWindow | null, count: number): boolean =>
  (window ? window.to - window.from : count) > NARROWEST

/** A window as long with `place` in its middle, which may reach beyond the axis. */
export function centredOn({ from, to }: AxisWindow, place: number): AxisWindow {
  const half = (to - from) / 2
  return { from: place - half, to: place + half }
}

/** Moves the window by so much, not beyond the ends. */
export const panned = (window: AxisWindow | null, count: number, columns: number): AxisWindow | null =>
  window && within(window.from + columns, window.to - window.from, count)

/** Moves the window so that the column at `start`, `width` wide, is in view. */
export function revealing(window: AxisWindow | null, count: number, start: number, width = 1): AxisWindow | null {
  const end = start + width
  if (!window || (start >= window.from && end <= window.to)) return window
  return panned(window, count, start < window.from ? start - window.from : end - window.to)
}

const within = (from: number, length: number, count: number): AxisWindow => {
  const start = Math.max(0, Math.min(count - length, from))
  return { from: start, to: start + length }
}
