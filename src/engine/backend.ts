import type { Nonfinite } from '../record'
import type { Layout } from './layout'
import type { Numbers, RunningStatistics, TrainingTask } from './spec'

/** Makes the arithmetic for one run; reads from `task` what it needs and allocates everything it will ever need. */
export type BackendFactory = (task: TrainingTask, layout: Layout) => Backend

/** Rows of a sample matrix that a backend takes at once: a whole mini-batch, and at least 64 for `predict`. */
export function rowCapacity(task: Pick<TrainingTask, 'batchSize' | 'train'>): number {
  return Math.max(Math.min(task.batchSize, task.train.count), 64)
}

/** The first value that was not finite, in the order of computation. */
export type Fault = Pick<Nonfinite, 'layer' | 'quantity'>

/** Numbers value · 2^exponent, one a layer. The value need not be normalised: exponent 0 is as good as any. */
export interface ScaledRow {
  /** [layers] */
  readonly value: Float64Array
  /** [layers] */
  readonly exponent: Int32Array
}

/** The key of what is no measurement of its own, so that who goes through all measurements does not meet it. */
export const ROOM = Symbol('room')

/** Where a step's measurements stand, as the kernels lay them out. */
export interface StatisticsRoom {
  /** [Measured.rows × layers] */
  readonly values: Float64Array
  /** [Measured.rows × layers] */
  readonly exponents: Int32Array
  /** [units] */
  readonly active: Uint8Array
}

/**
 * What the last `step` measured. The arrays are the backend's own: they keep their identity and are overwritten by the next
 * step. Definitions: README.md of this folder. `gradient` is that of the training loss with l1 and l2, before clipping and
 * weight decay. Values that are not finite are written as they are.
 */
export interface StepStatistics {
  /** all numbers below but loss and accuracy at once */
  readonly [ROOM]: StatisticsRoom
  /** mean loss of the mini-batch plus l1 Σ|W| + l2 ΣW² */
  loss: number
  /** fraction of the mini-batch that was classified rightly; NaN for a regression */
  accuracy: number
  /** ‖∂loss/∂W‖₂ */
  readonly weightGradientL2: ScaledRow
  /** mean |∂loss/∂W| */
  readonly weightGradientMeanAbs: ScaledRow
  /** max |∂loss/∂W| */
  readonly weightGradientMaxAbs: ScaledRow
  /** ‖∂loss/∂b‖₂ */
  readonly biasGradientL2: ScaledRow
  /** RMS over batch and units of B · ∂loss/∂z, z before normalization */
  readonly deltaRms: ScaledRow
  /** mean over batch and units of a (output layer: what the loss works on, so logits where it is linear) */
  readonly activationMean: ScaledRow
  /** population standard deviation over batch and units of a */
  readonly activationStd: ScaledRow
  /** ‖W‖₂ before the step */
  readonly weightL2: ScaledRow
  /** L2 norm of what the optimizer adds to W, before rounding; 0 when `update` was false */
  readonly updateL2: ScaledRow
  /** [layers] largest |∂loss/∂W| or |∂loss/∂b| as the optimizer sees it: 0 or Infinity where the backend's precision ends */
  readonly seen: Float64Array
  /** [layers] fraction of units whose |φ′| < 1 % of its maximum for at least 99 % of the batch; sigmoid, tanh, softsign */
  readonly saturated: Float64Array
  /** [units] set to 1 when a unit's φ was not 0 for some sample; only the caller clears it. relu layers, others as you like */
  readonly active: Uint8Array
}

/**
 * Forward, backward, statistics and update of one network: parameters, optimizer state and everything in between. The
 * training samples are those of its task. Nothing here allocates after creation but `parameters`.
 */
export interface Backend {
  readonly statistics: StepStatistics

  /**
   * Copies `parameters` [layout.parameters] in (rounded to the backend's precision) and forgets the optimizer's state and the
   * mini-batches of batch normalization.
   */
  setParameters(parameters: Numbers): void

  /** A copy of the parameters, [layout.parameters]. */
  parameters(): Float64Array

  /** W[unit][input] of `layer` (from 0). */
  weight(layer: number, unit: number, input: number): number

  /** A copy of what batch normalization remembers of `layer` (from 0); null for layers without it. */
  running(layer: number): RunningStatistics | null

  /**
   * One mini-batch: the training samples order[start] … order[start + count - 1], 1 ≤ count ≤ batchSize. Fills `statistics`.
   * With `update` the optimizer makes its step, and batch normalization takes the mini-batch into its running statistics;
   * without, no state changes. Batch normalization uses the mini-batch's own statistics either way and needs count ≥ 2. Goes through to the end whatever it meets;
   * returns the first value that was not finite: activations (z or a) from the first layer on, then the loss, then
   * gradients (as the optimizer sees them, so beyond the precision's range) from the last layer back, then weights or
   * biases after the step from the first layer on. Otherwise null.
   */
  step(order: Int32Array, start: number, count: number, update: boolean): Fault | null

  /** z of the last step in `layer` (from 0): a view [count × outputs], any order, valid until the next `step` or `predict`. */
  preactivations(layer: number): Float64Array | Float32Array

  /**
   * Forward pass, with the running statistics of batch normalization, of `count` ≤ `rowCapacity(task)` rows of `inputs` [any × task.inputs] from row `start` on. The outputs a
   * [count × outputs], a view that is valid until the next call. `statistics` stay as they were, `preactivations` not.
   */
  predict(inputs: Float64Array, start: number, count: number): Float64Array | Float32Array
}
