import type { Measure } from './layout'

/** Semibold text is a little wider than the plain one that `measure` measures. */
const WIDER = 1.1

/** Measures semibold text, as of titles. */
export const bold =
  (measure: Measure): Measure =>
  text =>
    measure(text) * WIDER
