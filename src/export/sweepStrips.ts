import { at, exactLog10, type GroupResult, type RunSummary, type SweepRecord } from '../record'
import { shade, type ColorDepth } from './shades'

/** Least and largest log10 of delta that strips show; null where none is finite. */
export type StripScale = { readonly low: number; readonly high: number } | null

/** A scale spans at least this many decades, so that healthy nets look even. */
const LEAST_DECADES = 4
/** And at most this many: one net that vanishes wholly must not make all others look alike. */
const MOST_DECADES = 12
const MOST_LAYERS = 12

/** The one scale of all groups' median runs. */
export function stripScale(record: SweepRecord, groups: readonly GroupResult[]): StripScale {
  let [low, high] = [Infinity, -Infinity]
  for (const { median } of groups) {
    const run = median === null ? undefined : record.runs[median]
    if (run?.state !== 'done') continue
    for (const place of [0, 1])
      for (const size of sizesOf(run.summary, place))
        if (Number.isFinite(size)) [low, high] = [Math.min(low, size), Math.max(high, size)]
  }
  if (low > high) return null
  const least = Math.max(high - MOST_DECADES, Math.min(low, high - LEAST_DECADES))
  return { low: Math.floor(least), high: Math.ceil(high) }
}

/** Delta by layer, input side first, as a character a layer: before training │ in the last epoch. `shown`: characters it takes. */
export function deltaStrips(
  summary: RunSummary,
  scale: StripScale,
  color: ColorDepth
): { text: string; shown: number } {
  const layers = Math.min(MOST_LAYERS, summary.layers)
  const strip = (place: number) =>
    sizesOf(summary, place)
      .map(size => cell(size, scale, color))
      .join('')
  return { text: `${strip(0)}│${strip(1)}`, shown: 2 * layers + 1 }
}

/** log10 of delta by layer: Infinity where it is not finite, NaN where nothing applies; of deep nets evenly spread layers. */
function sizesOf({ ends, layers }: RunSummary, place: number): number[] {
  const shown = Math.min(MOST_LAYERS, layers)
  return Array.from({ length: shown }, (_, i) => {
    const layer = shown === layers ? i : Math.round((i * (layers - 1)) / (shown - 1))
    const number = at(ends.delta_rms, place, layer)
    return Number.isNaN(number.mantissa) && number.exponent === 0 ? Infinity : exactLog10(number)
  })
}

function cell(size: number, scale: StripScale, color: ColorDepth): string {
  if (Number.isNaN(size)) return ' '
  if (size === Infinity) return '×'
  if (size === -Infinity || scale === null) return '0'
  return shade((size - scale.low) / (scale.high - scale.low), color)
}
