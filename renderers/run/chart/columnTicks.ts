import { windowOf } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import type { AxisWindow } from '../numbers/spans'
import { epochTicks, niceStep, ticksBetween } from '../numbers/ticks'
import type { Stretch, Timeline } from '../numbers/timeline'
import { TEXTS } from '../words/texts'
import type { Measure } from './layout'
import type { Scene } from './scene'

/** A label of the columns' axis. */
export interface ColumnTick {
  readonly place: number
  readonly label: string
}

/** Labels of the columns in view: round epochs and, among single steps, as many as have room. */
export function columnTicks({ shown, look, layout, measure }: Pick<Scene, 'shown' | 'look' | 'layout' | 'measure'>) {
  const { timeline } = shown
  const window = windowOf(shown, look)
  if (timeline.hasSteps) {
    const columns = [...broken(shown), ...ranked(timeline, layout.mostTicks)]
    return roomy(columns, timeline, window, layout.plotWidth, measure)
  }
  const { from, to } = window
  const epochs = look.window
    ? ticksBetween(from - 0.5, to - 0.5, layout.mostTicks)
    : epochTicks(to - 1, layout.mostTicks)
  return epochs.map((epoch): ColumnTick => ({ place: epoch, label: epochLabel(epoch) }))
}

const epochLabel = (epoch: number): string => (epoch === 0 ? TEXTS.column.init : String(epoch))

/** The step that was not finite first. */
function broken({ record, timeline }: Shown): number[] {
  const column = timeline.columnOfStep(record.events.nonfinite?.step ?? 0)
  return column === null ? [] : [column]
}

/** Columns by how much their labels are missed: where stretches begin, then the last one, round epochs and the rest. */
function ranked({ stretches }: Timeline, mostTicks: number): number[] {
  const firsts = stretches.map(({ column }) => column)
  const last = stretches.at(-1)
  const between = stretches.flatMap(stretch =>
    stretch.steps === null ? roundEpochs(stretch, mostTicks) : allOf(stretch)
  )
  return [...firsts, ...(last ? [last.column + last.count - 1] : []), ...between]
}

const allOf = ({ column, count }: Stretch): number[] => Array.from({ length: count }, (_, i) => column + i)

function roundEpochs(stretch: Stretch, mostTicks: number): number[] {
  const step = niceStep(Math.max(1, stretch.count / mostTicks))
  return allOf(stretch).filter(column => (stretch.epoch + column - stretch.column) % step === 0)
}

/** Of `columns` those in view whose labels have room beside those before them. */
function roomy(
  columns: readonly number[],
  timeline: Timeline,
  window: AxisWindow,
  width: number,
  measure: Measure
): ColumnTick[] {
  const scale = width / (window.to - window.from)
  const taken: { readonly from: number; readonly to: number }[] = []
  return columns.flatMap(column => {
    const centre = timeline.centreOf(column)
    if (centre < window.from || centre > window.to) return []
    const moment = timeline.momentOf(column)
    const label = moment.kind === 'step' ? String(moment.step) : epochLabel(moment.epoch)
    const [middle, half] = [(centre - window.from) * scale, measure(label) / 2 + GAP]
    if (taken.some(({ from, to }) => middle - half < to && middle + half > from)) return []
    taken.push({ from: middle - half, to: middle + half })
    return [{ place: centre - 0.5, label }]
  })
}

/** Half of what is left free between labels, px. */
const GAP = 4
