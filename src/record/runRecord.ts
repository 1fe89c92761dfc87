import type { Baseline } from './baseline'
import type { DataDecisions } from './dataDecisions'
import type { Distribution } from './distributions'
import type { JsonObject } from './json'
import type { Outcome, OutcomeSubject } from './outcomes'
import type { CurveName, QuantityName } from './quantity'
import type { Steps } from './steps'
import type { Table } from './table'

/** The version of the record's form. A parser reads every version ever released and refuses newer ones. */
export const RECORD_VERSION = 3

/** The output's MIME type in a notebook. */
export const RECORD_MIME = 'application/vnd.gradnb.run+json'

/** One weight layer, 1 … L; the last is the output layer. */
export interface LayerInfo {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly inputs: number
  readonly outputs: number
  /** the activation's name; of the output layer "softmax", "sigmoid" or "linear" stands for its share in the loss where it has none of its own */
  readonly activation: string
  /** where the layer's weights are from; absent where they were drawn, and in older records */
  readonly weights?: WeightSource
}

/** A module of a file of weights. */
export interface WeightSource {
  readonly file: string
  /** what the file calls it: "0", "net.2", "fc1"; '' for a lone Linear */
  readonly module: string
}

/** What a record says of the data of its run. */
export interface DataInfo {
  readonly name: string
  readonly task: 'classification' | 'regression'
  readonly trainSamples: number
  readonly testSamples: number
  readonly inputs: number
  readonly classes: readonly string[]
  /** a digest of the bits of inputs and targets, so that two runs can be known to have seen the same data */
  readonly digest: string
  /** what was decided about the columns and rows of a file; absent for data that is drawn or shipped, and in older records */
  readonly decisions?: DataDecisions
}

/** Everything known before the first step. */
export interface RunHeader {
  /** version of the engine's arithmetic: it changes when any bit of any record changes */
  readonly engine: string
  readonly name: string | null
  /** the experiment with every value resolved; itself a valid cell */
  readonly experiment: JsonObject
  readonly layers: readonly LayerInfo[]
  readonly parameters: number
  readonly data: DataInfo
  readonly epochs: number
  readonly stepsPerEpoch: number
  /** null: this data has no pictures */
  readonly subject: PictureSubject | null
  /** null in records before version 3 */
  readonly baseline: Baseline | null
  /** null: no answers are recorded */
  readonly outcomeSubject: OutcomeSubject | null
}

/** `n` columns one after the other: epoch 0 is the first mini-batch before any update, epoch e ≥ 1 the mean over that epoch's steps. */
export interface Columns {
  /** the first column's */
  readonly epoch: number
  /** each [n × 1], "does not apply" without a test split or for a regression's accuracy */
  readonly curves: Readonly<Record<CurveName, Table>>
  /** each [n × layers] */
  readonly quantities: Readonly<Record<QuantityName, Table>>
}

/** One column: n = 1. */
export type Column = Columns

/** Inputs whose class probabilities were recorded at a few epochs. */
export type PictureFrame = {
  readonly epoch: number
  /** [rows × classes] probability · 255 */
  readonly values: Uint8Array
}

/**
 * What the predictions are for. `surface`: a grid over the rectangle of two inputs, `size` × `size`, the first row at the lowest y;
 * `points` are training samples in it, [x, y, class] each, x and y from 0 … 255 over the rectangle. `images`: samples of the test
 * split (or, without one, of training), each `width` × `width` pixels from 0 … 255, with its class.
 */
export type PictureSubject =
  | {
      readonly kind: 'surface'
      readonly size: number
      readonly x: readonly [from: number, to: number]
      readonly y: readonly [from: number, to: number]
      readonly points: Uint8Array
    }
  | {
      readonly kind: 'images'
      readonly width: number
      readonly images: Uint8Array
      readonly classes: readonly number[]
    }

/** Why a run ended; `cancelled`: a person or a program stopped it. */
export type StopReason = 'completed' | 'nonfinite' | 'loss_below' | 'after_seconds' | 'cancelled' | 'failed'

/** The first number of a run that was not finite. */
export interface Nonfinite {
  /** steps from 1; 0 is the first mini-batch before any update */
  readonly step: number
  readonly epoch: number
  /** from 0; null for the loss */
  readonly layer: number | null
  readonly quantity: 'activation' | 'loss' | 'gradient' | 'weight'
}

/** Why and where a run ended, and what happened on the way. */
export interface Events {
  readonly nonfinite: Nonfinite | null
  readonly stop: { readonly reason: StopReason; readonly epoch: number } | null
  /** population variance of each layer's activations in steps 1 … 10: [≤ 10 steps × layers] */
  readonly activationVariance: Table
  /** fraction of a layer's units whose row of W equals another unit's, [layers] */
  readonly duplicateUnits: { readonly initial: readonly number[]; readonly last: readonly number[] | null }
}

/** What one run measured. Tables hold one column for initialisation and one for each epoch that was completed. */
export interface RunRecord extends RunHeader {
  readonly version: typeof RECORD_VERSION
  /** recorded columns: 1 + completed epochs (0 before the first) */
  readonly columns: number
  readonly curves: Readonly<Record<CurveName, Table>>
  readonly quantities: Readonly<Record<QuantityName, Table>>
  readonly events: Events
  /** predictions for `subject`, in the order of their epochs */
  readonly frames: readonly PictureFrame[]
  /** single steps beside the epochs; none in records before version 3 */
  readonly steps: Steps
  /** how numbers spread within layers, in the order of their epochs; none in records before version 3 */
  readonly distributions: readonly Distribution[]
  /** the network's answers for `outcomeSubject`, in the order of their epochs */
  readonly outcomes: readonly Outcome[]
}
