import { placeOn, type Axis } from '../../numbers/sweep/axis'
import { hex } from '../../paint/oklab'
import type { SweepScene } from './sweepScene'

/** Colours of better and worse: the stronger, the better. `null` where there is no number. */
export function metricColor({ palette, metric }: SweepScene, axis: Axis, score: number | null): string {
  if (score === null) return hex(palette.nonfinite)
  const share = placeOn(axis, score)
  const good = metric.sign > 0 ? share : 1 - share
  const { fraction } = palette
  return hex(fraction[Math.round((0.08 + 0.92 * good) * (fraction.length - 1))]!)
}
