import { ticks, widest, type Reach as TextReach } from '../../renderers/run/numbers/colorScale'
import { ABSENT_CELL, NONFINITE_CELL, ZERO_CELL, type Field } from '../../renderers/run/numbers/field'
import { heatNumbers, type HeatNumbers } from '../../renderers/run/numbers/heatNumbers'
import { DEFAULT_LOOK, isUnfolded } from '../../renderers/run/numbers/look'
import type { FigureQuantity } from '../../renderers/run/numbers/quantities'
import { shownOf, type Shown } from '../../renderers/run/numbers/shown'
import { palette, rampOf } from '../../renderers/run/paint/palette'
import type { Rgb } from '../../renderers/run/paint/oklab'
import { caption } from '../../renderers/run/words/caption'
import { heatTitle } from '../../renderers/run/words/heatTitle'
import { tickText } from '../../renderers/run/words/tickText'
import { measureName } from '../../renderers/run/words/verdict'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { colorCell } from './colorCells'
import type { ColorDepth } from './shades'
import { axisText, bucketsOf, type Bucket } from './textColumns'
import { frameOf, type TextFrame } from './textFrame'
import { TEXTS } from './texts'
import { wrapText } from './wrapText'

/** How a heatmap is drawn in a terminal. */
export interface TextHeatmapOptions {
  readonly quantity: FigureQuantity
  readonly color: ColorDepth
  /** whether the terminal's background is light; dark if not given */
  readonly light?: boolean
  /** characters a line may take */
  readonly width: number
  /** how far the colours of other cells reach, so that all can be compared by eye */
  readonly reach?: TextReach | null
}

/**
 * The figure's heatmap as lines of text, on the figure's own scale and in its colours: a row a layer, input side first; a character a column (or
 * several: then the one farthest from healthy, and × wins, so that nothing is hidden); where single steps tell something they stand before
 * the epochs, as in the figure. No line is longer than `width`, and none is broken within a word.
 */
export function textHeatmap(record: RunRecord, options: TextHeatmapOptions): string[] {
  const { quantity, width } = options
  if (record.columns === 0) return [TEXTS.nothing(quantity)]
  const shown = shownOf(record, isUnfolded(record, DEFAULT_LOOK))
  const heat = heatNumbers(shown, quantity, { absolute: false, reach: options.reach ?? null })
  const frame = frameOf(record, quantity, width)
  const buckets = bucketsOf(shown, frame.room)
  const drawing: Drawing = { heat, buckets, color: options.color, ramp: rampFor(heat, options) }
  return [
    ...wrapText(heatTitle(quantity), width),
    axisLine(shown, frame, buckets),
    ...rowsOf(drawing, frame),
    ...legend(record, drawing, width, (options.reach ?? null) !== null)
  ]
}

/** How far the colours of a record's heatmap reach by themselves; null where they are on no log scale. */
export function textReach(record: RunRecord, quantity: FigureQuantity): TextReach | null {
  const shown = shownOf(record, isUnfolded(record, DEFAULT_LOOK))
  return heatNumbers(shown, quantity, { absolute: false, reach: null }).own
}

/** What both need. */
export const widerReach = (a: TextReach | null, b: TextReach | null): TextReach | null =>
  a && b ? widest([a, b]) : (a ?? b)

export type { TextReach }

const rampFor = ({ scale }: HeatNumbers, { light }: TextHeatmapOptions): readonly Rgb[] =>
  rampOf(palette(light === true ? 'light' : 'dark'), scale.kind)

interface Drawing {
  readonly heat: HeatNumbers
  readonly buckets: readonly Bucket[]
  readonly ramp: readonly Rgb[]
  readonly color: ColorDepth
}

/** The output stands apart where layers are compared, below a line. */
function rowsOf(drawing: Drawing, { names, ends }: TextFrame): string[] {
  const { heat, buckets } = drawing
  const rows = names.map((name, layer) => `${name} ${cells(drawing, layer)}${ends === null ? '' : ` ${ends[layer]!}`}`)
  const apart = heat.scale.kind === 'log' && heat.scale.source === 'lastHidden' && rows.length > 1
  const line = `${' '.repeat(names[0]!.length)} ${'─'.repeat(buckets.length)}`
  return apart ? [...rows.slice(0, -1), line, rows.at(-1)!] : rows
}

const cells = ({ heat: { field, scale }, buckets, ramp, color }: Drawing, layer: number): string =>
  buckets
    .map(bucket => (bucket === 'parting' ? '│' : cellText(farthest(field, layer, bucket, scale.kind), ramp, color)))
    .join('')

function cellText(cell: number, ramp: readonly Rgb[], color: ColorDepth): string {
  if (cell === ABSENT_CELL) return ' '
  if (cell === NONFINITE_CELL) return '×'
  return cell === ZERO_CELL ? '0' : colorCell(cell, ramp, color)
}

/** The cell that is to be noticed first: not finite, zero, farthest from the middle (of fractions: the largest), none. */
function farthest(
  { cells, layers }: Field,
  layer: number,
  { from, to }: { readonly from: number; readonly to: number },
  kind: HeatNumbers['scale']['kind']
): number {
  const middle = kind === 'fraction' ? 0 : 128
  const rank = (cell: number) =>
    cell === NONFINITE_CELL ? 1002 : cell === ZERO_CELL ? 1001 : cell === ABSENT_CELL ? -1 : Math.abs(cell - middle)
  let found = ABSENT_CELL
  for (let column = from; column < to; column++) {
    const cell = cells[column * layers + layer]!
    if (rank(cell) > rank(found)) found = cell
  }
  return found
}

function axisLine({ timeline }: Shown, { names, ends, endsTitle }: TextFrame, buckets: readonly Bucket[]): string {
  const gutter = names[0]!.length
  const word = buckets.includes('parting') ? TEXTS.stepsAndEpochs : TEXTS.epoch
  const title = word.length <= gutter ? word : TEXTS.epoch.slice(0, gutter)
  const axis = `${title.padStart(gutter)} ${axisText(buckets, timeline)}`
  return ends === null ? axis.trimEnd() : `${axis} ${endsTitle}`
}

/** The scale with its anchors, what it compares, and what signs mean. */
function legend(record: RunRecord, drawing: Drawing, width: number, shared: boolean): string[] {
  const { heat, color, buckets } = drawing
  const { scale, name, field } = heat
  const size = Math.max(...buckets.map(bucket => (bucket === 'parting' ? 0 : bucket.to - bucket.from)))
  const told = [
    caption(scale, name, {
      measure: visibleLine(measureName(record)),
      scaleOf: shared ? 'cells' : 'run',
      mark: color === 'none' ? 'height' : 'colour'
    }),
    ...(field.cells.includes(NONFINITE_CELL) ? [TEXTS.nonfinite] : []),
    ...(field.cells.includes(ZERO_CELL) ? [TEXTS.zero] : []),
    ...(size > 1 ? [TEXTS.farthestOf(size)] : [])
  ]
  return [strip(drawing, width), ...wrapText(told.join(' '), width)]
}

const STEPS_SHOWN = 13

/** The scale from end to end, with as many words as have room. */
function strip({ heat: { scale }, ramp, color }: Drawing, width: number): string {
  const all = ticks(scale)
  const [low, high] = [all[0]!, all.at(-1)!].map(({ value }) => tickText(scale.kind, value))
  const steps = Array.from({ length: STEPS_SHOWN }, (_, i) =>
    colorCell(Math.round((i / (STEPS_SHOWN - 1)) * (ramp.length - 1)), ramp, color)
  ).join('')
  const placeholder = 'x'.repeat(STEPS_SHOWN)
  const texts = [TEXTS.scaleInWords, TEXTS.scale].map(text => (steps: string) => text(low!, steps, high!, scale.kind))
  return texts.find(text => text(placeholder).length <= width)?.(steps) ?? steps
}
