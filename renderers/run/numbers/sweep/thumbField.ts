import { groupCount, LARGEST_CODE, THUMBNAIL_MARKS, type RunSummary } from '../../../../src/record'
import { LEAST_REACH, colorIndex, position, type Reach } from '../colorScale'
import { ABSENT_CELL, NONFINITE_CELL, ZERO_CELL, type Field } from '../field'

/** Decades of slack beyond a whole one that are no reason for another. */
const SLACK = 0.1
/** Decades beyond which all is the end's colour: one net that vanishes wholly must not make all others look alike. */
export const MOST_REACH = 10

/**
 * A thumbnail as ratios: log10 of delta relative to that of the last hidden layer in the same group of epochs, hidden layers only;
 * of nets with fewer than two, all layers. Not a number where the reference is none: then the cell's own mark tells.
 */
export interface ThumbRatios {
  readonly layers: number
  readonly columns: number
  /** [columns × layers]; Infinity: not finite, -Infinity: zero, NaN: nothing */
  readonly logs: Float64Array
}

export function thumbRatios({ layers, epochs, columns: recorded, thumbnail }: RunSummary): ThumbRatios {
  const columns = groupCount(epochs, recorded)
  const shown = layers > 2 ? layers - 1 : layers
  const reference = Math.max(0, layers - 2)
  const logs = new Float64Array(columns * shown)
  for (let column = 0; column < columns; column++) {
    const middle = logOf(thumbnail, reference * columns + column)
    for (let layer = 0; layer < shown; layer++) {
      const log = logOf(thumbnail, layer * columns + column)
      logs[column * shown + layer] = Number.isFinite(log) ? log - (Number.isFinite(middle) ? middle : 0) : log
    }
  }
  return { layers: shown, columns, logs }
}

function logOf({ low, high, cells }: RunSummary['thumbnail'], index: number): number {
  const code = cells[index]!
  if (code <= LARGEST_CODE) return low + ((high - low) * code) / LARGEST_CODE
  if (code === THUMBNAIL_MARKS.zero) return -Infinity
  return code === THUMBNAIL_MARKS.nonfinite ? Infinity : NaN
}

/** What one scale for all thumbnails must reach, in whole decades, `MOST_REACH` at most. */
export function reachOf(all: readonly ThumbRatios[]): Reach {
  let { low, high } = LEAST_REACH
  for (const { logs } of all)
    for (const log of logs)
      if (Number.isFinite(log)) [low, high] = [Math.max(low, -log - SLACK), Math.max(high, log - SLACK)]
  return { low: Math.min(MOST_REACH, Math.ceil(low)), high: Math.min(MOST_REACH, Math.ceil(high)) }
}

/** The ratios as places on the palette, for `raster`. `columns` more than there are: the rest is empty, as the run ended early. */
export function thumbField({ layers, columns, logs }: ThumbRatios, reach: Reach): Field {
  const cells = Int16Array.from(logs, log => {
    if (Number.isNaN(log)) return ABSENT_CELL
    if (log === Infinity) return NONFINITE_CELL
    return log === -Infinity ? ZERO_CELL : colorIndex(position({ middle: 0, ...reach }, log))
  })
  return { columns, layers, cells, lost: new Uint8Array(cells.length) }
}
