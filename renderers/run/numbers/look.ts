import type { RunRecord } from '../../../src/record'
import type { Reach, Scaling } from './colorScale'
import { DEFAULT_QUANTITY, type FigureQuantity } from './quantities'
import type { AxisWindow } from './spans'

/** What of a record a figure shows. */
export interface Look {
  readonly quantity: FigureQuantity
  /** a second quantity, in a heatmap of its own */
  readonly beside: FigureQuantity | null
  /** whether colours show sizes as they are, instead of how they change from layer to layer */
  readonly absolute: boolean
  /** whether the scale is this figure's own, instead of the notebook's */
  readonly free: boolean
  /** what the notebook's other figures need, by quantity; empty where nobody has told */
  readonly reaches: ReadonlyMap<string, Reach>
  /** the epoch of the profile and the activation's range: null stands for the last one recorded */
  readonly epoch: number | null
  /** the layer, from 0, whose activation is drawn */
  readonly layer: number
  /** the columns in view: null stands for all, also for those to come */
  readonly window: AxisWindow | null
  /** leaves out what would first have to be decoded: a long record's first picture does not wait for it */
  readonly brief: boolean
}

export const DEFAULT_LOOK: Look = {
  quantity: DEFAULT_QUANTITY,
  beside: null,
  absolute: false,
  free: false,
  reaches: new Map(),
  epoch: null,
  layer: 0,
  window: null,
  brief: false
}

/** The quantities of its heatmaps, one or two. */
export const quantitiesOf = ({ quantity, beside }: Look): FigureQuantity[] => (beside ? [quantity, beside] : [quantity])

/**
 * The columns of the whole axis: those planned while a run goes on, those recorded when it has ended: a run that was
 * stopped early is not a sliver beside an empty field.
 */
export const axisColumns = ({ events, columns, epochs }: RunRecord): number =>
  events.stop === null ? epochs + 1 : Math.max(1, columns)

/** The columns in view; column e spans e … e + 1 there. */
export const windowOf = (record: RunRecord, { window }: Pick<Look, 'window'>): AxisWindow =>
  window ?? { from: 0, to: axisColumns(record) }

/** The chosen epoch, if it has been recorded, else the last one; -1 before the first. */
export const epochOf = ({ columns }: RunRecord, { epoch }: Look): number => Math.min(epoch ?? columns - 1, columns - 1)

export const layerOf = ({ layers }: RunRecord, { layer }: Look): number =>
  Math.max(0, Math.min(layer, layers.length - 1))

/** The name under which figures tell each other how far their colours reach. */
export const reachKey = (name: FigureQuantity, absolute: boolean): string => `${name}${absolute ? ' absolute' : ''}`

/** How the colours of `name` are scaled. */
export const scalingOf = (look: Look, name: FigureQuantity): Scaling => ({
  absolute: look.absolute,
  reach: look.free ? null : (look.reaches.get(reachKey(name, look.absolute)) ?? null)
})
