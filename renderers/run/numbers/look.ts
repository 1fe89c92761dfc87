import type { RunRecord } from '../../../src/record'
import type { Reach, Scaling } from './colorScale'
import { DEFAULT_DETAIL, type DetailName } from './details'
import { DEFAULT_QUANTITY, type FigureQuantity } from './quantities'
import type { Shown } from './shown'
import type { AxisWindow } from './spans'
import { stepsTell } from './unfolded'

/** What figures that can be compared have in common. */
export interface Shared {
  /** what the others need, by quantity; empty where nobody has told */
  readonly reaches: ReadonlyMap<string, Reach>
  /** whose scale that makes it: the notebook's, or that of one version of it, or of both beside each other */
  readonly scaleOf: 'notebook' | 'version' | 'versions'
}

/** What of a record a figure shows. */
export interface Look extends Shared {
  readonly quantity: FigureQuantity
  /** a second quantity, in a heatmap of its own */
  readonly beside: FigureQuantity | null
  /** whether colours show sizes as they are, instead of how they change from layer to layer */
  readonly absolute: boolean
  /** whether the scale is this figure's own, instead of the notebook's */
  readonly free: boolean
  /** what stands below or beside the heatmap */
  readonly detail: DetailName
  /** whether single steps are shown among the epochs; null: where they tell something */
  readonly steps: boolean | null
  /** the column of the profile and the activation's range: null stands for the last one recorded */
  readonly column: number | null
  /** the layer, from 0, whose activation is drawn */
  readonly layer: number
  /** the part of the axis in view: null stands for all of it, also for columns to come */
  readonly window: AxisWindow | null
  /** leaves out what would first have to be decoded: a long record's first picture does not wait for it */
  readonly brief: boolean
}

export const DEFAULT_LOOK: Look = {
  quantity: DEFAULT_QUANTITY,
  beside: null,
  absolute: false,
  free: false,
  detail: DEFAULT_DETAIL,
  reaches: new Map(),
  scaleOf: 'notebook',
  steps: null,
  column: null,
  layer: 0,
  window: null,
  brief: false
}

/** The quantities of its heatmaps, one or two. */
export const quantitiesOf = ({ quantity, beside }: Look): FigureQuantity[] => (beside ? [quantity, beside] : [quantity])

/** Whether single steps are shown among the epochs. */
export const isUnfolded = (record: RunRecord, { steps }: Pick<Look, 'steps'>): boolean => steps ?? stepsTell(record)

/** The part of the axis in view. */
export const windowOf = ({ timeline }: Pick<Shown, 'timeline'>, { window }: Pick<Look, 'window'>): AxisWindow =>
  window ?? { from: 0, to: timeline.length }

/** The chosen column, if it has been recorded, else the last one; -1 before the first. */
export const columnOf = ({ columns }: Pick<Shown, 'columns'>, { column }: Pick<Look, 'column'>): number =>
  Math.min(column ?? columns - 1, columns - 1)

/** The newest epoch that had ended at the chosen column; -1 before the first. */
export function epochOf(shown: Pick<Shown, 'columns' | 'timeline'>, look: Pick<Look, 'column'>): number {
  const column = columnOf(shown, look)
  if (column < 0) return -1
  const moment = shown.timeline.momentOf(column)
  return moment.kind === 'epoch' ? moment.epoch : moment.epoch - 1
}

export const layerOf = ({ layers }: Pick<RunRecord, 'layers'>, { layer }: Look): number =>
  Math.max(0, Math.min(layer, layers.length - 1))

/** The name under which figures tell each other how far their colours reach. */
export const reachKey = (name: FigureQuantity, absolute: boolean): string => `${name}${absolute ? ' absolute' : ''}`

/** How the colours of `name` are scaled. */
export const scalingOf = (look: Look, name: FigureQuantity): Scaling => ({
  absolute: look.absolute,
  reach: look.free ? null : (look.reaches.get(reachKey(name, look.absolute)) ?? null)
})
