import type { ActivationSpec, Experiment, InitializerSpec, LossName } from './experiment'
import { REGRESSION_DATASETS } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'

/** Initialisers that keep the signal's variance with the activation; all others work best with xavier. */
const INITIALIZER_OF: Partial<Record<ActivationSpec['name'], InitializerSpec['name']>> = {
  relu: 'he',
  leaky_relu: 'he',
  elu: 'he',
  gelu: 'he',
  silu: 'he',
  softplus: 'he',
  selu: 'lecun_normal'
}

const FALLBACK: ActivationSpec = { name: 'linear' }
const ZEROS: InitializerSpec = { name: 'zeros' }

/** Fills in what depends on other keys. The lists' lengths must have been checked. */
export function resolve(cell: ParsedCell): Experiment {
  const depth = cell.hidden_layers.length
  const activation = Array.isArray(cell.activation)
    ? cell.activation
    : Array<ActivationSpec>(depth).fill(cell.activation)
  const initializer = initializers(cell, activation)
  const given = cell.bias_initializer
  const bias = Array.isArray(given) ? given : initializer.map(biasOf(given))
  return {
    ...cell,
    activation,
    initializer,
    bias_initializer: bias,
    loss: cell.loss ?? defaultLoss(cell)
  }
}

/** `given` for every layer, or else zeros, but for initialisers that draw biases too. */
const biasOf = (given: InitializerSpec | null) => (weights: InitializerSpec) =>
  given ?? (weights.name === 'torch_default' ? weights : ZEROS)

/** The output layer takes what the last hidden layer has. */
function initializers(cell: ParsedCell, activation: readonly ActivationSpec[]): InitializerSpec[] {
  if (Array.isArray(cell.initializer)) return cell.initializer
  const layers = [...activation, activation.at(-1) ?? FALLBACK]
  return layers.map(({ name }) => (cell.initializer as InitializerSpec | null) ?? byActivation(name))
}

const byActivation = (name: ActivationSpec['name']): InitializerSpec =>
  ({ name: INITIALIZER_OF[name] ?? 'xavier', gain: 1 }) as InitializerSpec

export const isRegression = (cell: Pick<ParsedCell, 'dataset'>): boolean =>
  REGRESSION_DATASETS.includes(cell.dataset.name)

const defaultLoss = (cell: ParsedCell): LossName => (isRegression(cell) ? 'mse' : 'categorical_crossentropy')
