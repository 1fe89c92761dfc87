import type { ActivationSpec } from './schema/activation'
import type { DatasetSpec, Task } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import type { LossName } from '../catalogue'
import type { InitializerSpec } from './schema/initializer'
import type { OptimizerSpec } from './schema/optimizer'

export type { ActivationSpec, DatasetSpec, InitializerSpec, LossName, OptimizerSpec, Task }

/** A cell with every value known that does not depend on a file. */
export interface Experiment {
  readonly name: string | null
  readonly dataset: DatasetSpec
  /** units of the hidden layers, input side first */
  readonly hidden_layers: readonly number[]
  /** one for each hidden layer */
  readonly activation: readonly ActivationSpec[]
  /** one for each weight layer: hidden layers, then the output layer */
  readonly initializer: readonly InitializerSpec[]
  /** one for each weight layer */
  readonly bias_initializer: readonly InitializerSpec[]
  /** of the hidden layers' z */
  readonly normalization: ParsedCell['normalization']
  /** hidden layers of equal width add their input to their output */
  readonly residual: boolean
  /** what the output layer applies before the loss */
  readonly output_activation: ParsedCell['output_activation']
  /** null: by the task of the data, which its file decides */
  readonly loss: LossName | null
  readonly optimizer: OptimizerSpec
  readonly l1: number
  readonly l2: number
  readonly precision: ParsedCell['precision']
  /** whose published rules judge the run; null: ours */
  readonly compat: ParsedCell['compat']
  readonly epochs: number
  readonly batch_size: number
  readonly shuffle: boolean
  readonly seed: number
  readonly stop: ParsedCell['stop']
}

/** An experiment whose data is known. */
export type CompleteExperiment = Experiment & { readonly loss: LossName }
