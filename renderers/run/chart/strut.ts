import type { Layer } from './panel'

/** Keeps room left of a plot that has no axis there: nothing to be seen. */
export const strut = (left: number): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rule', opacity: 0 },
  encoding: { x: { value: -left }, x2: { value: -left + 1 }, y: { value: 0 } }
})
