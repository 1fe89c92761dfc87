import type { HeatNumbers } from '../numbers/heatNumbers'
import type { Extent } from '../numbers/profile'
import { multiples, niceStep } from '../numbers/ticks'
import { tickText } from '../words/tickText'
import type { Layout } from './layout'

/** The profile's axis, as signals of the chart. */
export interface ProfileAxis {
  readonly span: Extent
  readonly ticks: readonly number[]
  readonly labels: readonly string[]
}

type Numbers = Pick<HeatNumbers, 'scale' | 'extent'>

/** It holds all that was recorded, so that it stands still while the crosshair moves. */
export function profileAxis(heat: Numbers, { profileWidth, text }: Layout): ProfileAxis {
  const { kind } = heat.scale
  const [low, high] = rangeOf(heat)
  const ticks =
    kind === 'log'
      ? decadeTicks(low, high, Math.max(2, profileWidth / (text * 4)))
      : [0, 0.5, 1].map(share => low + share * (high - low))
  return { span: [low, high], ticks, labels: ticks.map(tick => tickText(kind, tick)) }
}

/** Powers of ten, at most about `most`. Three decades, a factor of a thousand, are as round as two or five. */
function decadeTicks(low: number, high: number, most: number): number[] {
  const least = Math.max(1, (high - low) / most)
  return multiples(least > 2 && least <= 3 ? 3 : niceStep(least), low, high)
}

/** What the axis has to reach: on a log scale whole decades, at least three. */
function rangeOf({ scale, extent: [low, high] }: Numbers): Extent {
  if (scale.kind !== 'log') return [low, high]
  const from = Math.floor(low - 0.25)
  return [from, Math.max(Math.ceil(high + 0.25), from + 3)]
}
