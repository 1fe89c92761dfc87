import type { CurveName } from '../quantity'
import type { Events, Nonfinite } from '../runRecord'
import type { Table } from '../table'

/** What of the worst finding on a run its summary keeps: the rule's name, see the room `diagnosis`. */
export interface SummaryFinding {
  readonly rule: string
  readonly severity: 'warning' | 'error'
  /** from 0, the worst; null where it is about the whole run */
  readonly layer: number | null
  /** where it first shows: 0 is before any update; null where that means nothing */
  readonly epoch: number | null
}

/** How loss or accuracy went. Numbers may be NaN or infinite: that is a finding. */
export interface CurveSummary {
  /** in the first mini-batch, before any update */
  readonly first: number
  /** the least finite loss, or the largest accuracy, of an epoch (of the first mini-batch, where no epoch was completed); NaN of none */
  readonly best: number
  readonly bestEpoch: number
  /** in the last epoch that was completed */
  readonly last: number
  /** [groups] at the last epoch of each group, see `groupsOf`; what is not finite anywhere in a group stands for it */
  readonly course: Float64Array
}

/** Sizes of the error signal by layer and group of epochs, log10, in 252 steps from `low` to `high`. */
export interface Thumbnail {
  readonly low: number
  readonly high: number
  /** [layers × groups], the largest of a group: 0 … 252 from `low` to `high`, or one of `THUMBNAIL_MARKS` */
  readonly cells: Uint8Array
}

/** Cells that are no size. Not finite goes before everything else in a group. */
export const THUMBNAIL_MARKS = { absent: 253, zero: 254, nonfinite: 255 } as const

/** Which magnitudes a summary keeps of every layer. */
export const END_QUANTITIES = ['delta_rms', 'weight_gradient_l2'] as const
/** One of these. */
export type EndQuantity = (typeof END_QUANTITIES)[number]

/** What a sweep keeps of one run: see `summarize`. */
export interface RunSummary {
  /** hidden layers and the output layer */
  readonly layers: number
  /** weights and biases of the net */
  readonly parameters: number
  /** planned */
  readonly epochs: number
  /** recorded columns: 1 + completed epochs */
  readonly columns: number
  /** the loss of the best constant answer; null where it is not known */
  readonly trivialLoss: number | null
  /** null where there is none: no test split, or a regression's accuracy */
  readonly curves: Readonly<Record<CurveName, CurveSummary | null>>
  /** [groups] the least training loss until the end of each group: time to converge to any level; NaN before the first finite one */
  readonly lowest: Float64Array
  /** first epochs with a loss at or below ¼, ½, ¾ and the whole of its fall from first to best; null where it did not fall */
  readonly quarters: readonly number[] | null
  readonly stop: Events['stop']
  readonly nonfinite: Nonfinite | null
  readonly finding: SummaryFinding | null
  /** each [2 × layers]: at initialization and in the last epoch */
  readonly ends: Readonly<Record<EndQuantity, Table>>
  readonly thumbnail: Thumbnail
}
