import { formatScaled, scaled } from '../../../../src/record'
import { placeOn, type Axis } from '../../numbers/sweep/axis'
import { labelSize, type Theme } from '../../paint/theme'
import { powerOfTen } from '../../words/tickText'
import type { Box } from './multiplesLayout'
import { px, svg, type SvgNode } from './svg'

/** An empty plot: its frame, ticks with their numbers, and what it shows. */
export interface PlotFrame {
  readonly box: Box
  readonly x: Axis
  readonly y: Axis
  /** what stands at the ticks of y, where a plain number would lack its unit */
  readonly yText?: ((value: number) => string) | undefined
  readonly title: string
  readonly xTitle: string
}

/** Where a number of each axis stands, px. */
export const atX = ({ box, x }: PlotFrame, value: number): number => px(box.x + placeOn(x, value) * box.width)
export const atY = ({ box, y }: PlotFrame, value: number): number => px(box.y + (1 - placeOn(y, value)) * box.height)

/** Frame, grid and numbers. `xTicks`: what stands at the ticks of x, where it is no number. */
export function plotNodes(frame: PlotFrame, theme: Theme, xTexts?: readonly string[]): SvgNode[] {
  const { box, x, y, yText, title, xTitle } = frame
  const size = labelSize(theme)
  const text = (left: number, top: number, content: string, anchor: string, fill = theme.muted, weight = 400) =>
    svg(
      'text',
      { x: px(left), y: px(top), fill, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor },
      content
    )
  const bottom = box.y + box.height
  return [
    text(box.x, box.y - 7, title, 'start', theme.foreground, 600),
    ...y.ticks.flatMap(tick => [
      line(box.x, atY(frame, tick), box.x + box.width, atY(frame, tick), theme.grid),
      text(box.x - 6, atY(frame, tick) + size / 3, yText?.(tick) ?? tickNumber(y, tick), 'end')
    ]),
    ...roomy(
      x.ticks.map((tick, i) => ({ place: atX(frame, tick), label: xTexts?.[i] ?? tickNumber(x, tick) })),
      size
    ).map(({ place, label }) => text(place, bottom + size + 4, label, 'middle')),
    ...x.ticks.map(tick => line(atX(frame, tick), bottom, atX(frame, tick), bottom + 3, theme.border)),
    line(box.x, bottom, box.x + box.width, bottom, theme.border),
    text(box.x + box.width, bottom + 2 * size + 8, xTitle, 'end')
  ]
}

/** Those labels that no other one, further left, overlaps. */
function roomy<T extends { readonly place: number; readonly label: string }>(labels: readonly T[], size: number): T[] {
  const half = ({ label }: T) => (label.length * size * LETTER) / 2 + 2
  const kept: T[] = []
  for (const each of labels) {
    const before = kept.at(-1)
    if (before === undefined || each.place - half(each) >= before.place + half(before)) kept.push(each)
  }
  return kept
}

/** The width of a digit, as a part of its height. */
const LETTER = 0.56

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): SvgNode =>
  svg('line', { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), stroke })

/** "10⁻³", "0.5" */
function tickNumber({ log }: Axis, tick: number): string {
  const power = Math.log10(tick)
  if (log && Math.abs(power - Math.round(power)) < 1e-9 && (tick < 0.01 || tick > 999))
    return powerOfTen(Math.round(power))
  return formatScaled(scaled(Number(tick.toPrecision(6))), 4).replace('-', '−')
}

/** A line through points; what comes after a number that is none begins anew. */
export function path(points: readonly (readonly [x: number, y: number])[]): string {
  let isDown = false
  return points
    .map(([x, y]) => {
      if (Number.isNaN(x + y)) {
        isDown = false
        return ''
      }
      const step = `${isDown ? 'L' : 'M'}${x} ${y}`
      isDown = true
      return step
    })
    .join('')
}
