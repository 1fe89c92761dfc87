import type { ActivationSpec, DrawnInitializer, LossName, OptimizerSpec } from '../catalogue'
import type { Column, Distribution, Events, Outcome, Steps } from '../record'

export type {
  ActivationName,
  ActivationSpec,
  LossName,
  OptimizerOf,
  OptimizerSpec,
  PlainActivationName
} from '../catalogue'

/** Numbers in the precision of who holds them. */
export type Numbers = Float64Array | Float32Array

/** Where the weights, or the biases, of a layer come from. */
export type InitializerSpec =
  | DrawnInitializer
  /** W [outputs × inputs], row-major; for biases b [outputs] */
  | { readonly name: 'given'; readonly values: Float64Array }

/**
 * How a hidden layer's z is normalized before φ: over the mini-batch, unit by unit (Ioffe & Szegedy 2015), or over the layer's
 * units, sample by sample (Ba, Kiros & Hinton 2016).
 */
export type NormalizationName = 'batch' | 'layer'

/** What batch normalization has seen of a layer's z: test data is normalized with it. */
export interface RunningStatistics {
  /** [outputs] */
  readonly mean: Float64Array
  /** [outputs] unbiased */
  readonly variance: Float64Array
  /** mini-batches that were taken in */
  readonly batches: number
}

/** All that a normalized layer has beside its weights. */
export interface NormalizationState {
  /** γ [outputs] */
  readonly scales: Float64Array
  /** β [outputs] */
  readonly shifts: Float64Array
  /** batch normalization only */
  readonly running: RunningStatistics | null
}

/** A layer: z = W · input + b, then normalization, φ, and what is added or shared out. */
export interface LayerSpec {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly outputs: number
  readonly activation: ActivationSpec
  readonly initializer: InitializerSpec
  /** null: zeros, or what the weights' initialiser sets */
  readonly biasInitializer: InitializerSpec | null
  /** of z, before φ; absent: not normalized */
  readonly normalization?: NormalizationName
  /** what normalization begins with; absent: γ = 1, β = 0, running mean 0 and variance 1 */
  readonly normalizationState?: NormalizationState
  /** adds the layer's input to its output where the widths agree (He et al. 2016) */
  readonly residual?: boolean
  /** a is softmax(φ(y)), shares of all units that add up to 1; the output layer only */
  readonly softmax?: boolean
}

/** Rows of numbers and what should come out for each. */
export interface Samples {
  readonly count: number
  /** [count × inputs] */
  readonly inputs: Float64Array
  /** [count × outputs]; of a loss with softmax [count × 1], the class from 0 */
  readonly targets: Float64Array
}

/** Inputs whose predictions are recorded at a few epochs. */
export interface Probe {
  readonly count: number
  /** [count × inputs] */
  readonly inputs: Float64Array
}

/** Samples whose answers are recorded: a confusion matrix of `classes`, or the numbers themselves. */
export interface OutcomeRequest {
  readonly samples: Samples
  /** 0 for a regression */
  readonly classes: number
}

/** All that decides a run: with the same task and random numbers every bit is the same. */
export interface TrainingTask {
  /** features of a sample */
  readonly inputs: number
  /** hidden layers, then the output layer, whose a the loss works on: it is linear unless the cell asks for another */
  readonly layers: readonly LayerSpec[]
  readonly loss: LossName
  /** targets of a loss of numbers are 1 for the sample's class and 0 for the others, so accuracy is measured; absent: they are numbers */
  readonly indicators?: boolean
  readonly optimizer: OptimizerSpec
  /** training loss gains l1 Σ|W| + l2 ΣW², weights only */
  readonly l1: number
  readonly l2: number
  readonly precision: 'float64' | 'float32'
  readonly epochs: number
  /** samples of a mini-batch; the last of an epoch may be smaller */
  readonly batchSize: number
  readonly shuffle: boolean
  readonly seed: number
  readonly train: Samples
  readonly test: Samples | null
  /** for a classification; null: no pictures */
  readonly probe: Probe | null
  /** what is told of the samples of a split, at the epochs of the probe; absent: nothing */
  readonly outcomes?: OutcomeRequest | null
  /** whether histograms are made at initialisation, after the first epoch and after the last; absent: not */
  readonly distributions?: boolean
  /**
   * Measures only what the summary of a run needs, beside all columns: quantiles of z in the last one, no single steps, and gradients that
   * equal each other at initialisation where weights do. No bit of the rest changes.
   */
  readonly summaryOnly?: boolean
  readonly stop: {
    readonly nonfinite: boolean
    /** of an epoch's mean training loss */ readonly lossBelow: number | null
  }
  /** [parameters] in the order of `layoutOf`, instead of the initialisers */
  readonly initialParameters?: Float64Array
}

/** What `train` yields, in the order in which it happens. */
export type TrainingEvent =
  | { readonly type: 'column'; readonly column: Column }
  | { readonly type: 'events'; readonly events: Events }
  | { readonly type: 'distribution'; readonly distribution: Distribution }
  /** what the network answers after `epoch`; follows the column of its epoch */
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  /** single steps that are kept, each once; they need not come in their order */
  | { readonly type: 'kept steps'; readonly steps: Steps }
  /** class probabilities of the probe after `epoch`, see `probabilities`; follows the column of its epoch */
  | { readonly type: 'frame'; readonly epoch: number; readonly values: Uint8Array }
  /** nothing new, but a chance to stop: `step` steps are done, counted from 1 over the whole run, the last in `epoch` */
  | { readonly type: 'steps'; readonly epoch: number; readonly step: number }

/** What `train` returns at its end. */
export interface TrainingResult {
  readonly stop: NonNullable<Events['stop']>
  /** a copy, [parameters] */
  parameters(): Float64Array
}
