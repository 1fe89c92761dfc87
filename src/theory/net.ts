import type { ActivationSpec, OutputActivationName } from '../catalogue'
import type { Experiment } from '../experiment'
import { drawnBias, drawnWeight, type Drawn, type Unknown } from './drawn'
import { TEXTS } from './texts'

/** One weight layer as the theory sees it. */
export interface TheoryLayer {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly inputs: number
  readonly outputs: number
  /** the output layer's is linear */
  readonly activation: ActivationSpec
  /** variance of a weight; its mean is 0 */
  readonly weightVariance: number
  /** variance of a bias; its mean is 0 */
  readonly biasVariance: number
  /** adds its input to its output */
  readonly skips: boolean
}

/** A net before training. */
export interface TheoryNet {
  /** hidden layers, then the output layer */
  readonly layers: readonly TheoryLayer[]
  readonly normalization: 'none' | 'batch' | 'layer'
  /** s, the mean square of the inputs over samples and features */
  readonly inputSquare: number
  /** |x|² of typical samples over its mean; one entry where they are alike */
  readonly spread: readonly number[]
  /** samples in a mini-batch */
  readonly batch: number
  readonly outputActivation: OutputActivationName
  /** whether the loss is one of squared errors */
  readonly isSquared: boolean
}

/** What of the data the theory needs. */
export interface DataShape {
  readonly inputs: number
  readonly outputs: number
  /** mean square of the inputs; 1 for standardized ones */
  readonly inputSquare: number
  /** of samples of a mean square, as in `TheoryNet`; alike where left out */
  readonly spread?: readonly number[]
}

const LINEAR: ActivationSpec = { name: 'linear' }

/** What decides the theory's view of a net: lists have one entry for each weight layer, activations for each hidden one. */
export type Described = Pick<
  Experiment,
  | 'activation'
  | 'initializer'
  | 'bias_initializer'
  | 'normalization'
  | 'residual'
  | 'output_activation'
  | 'loss'
  | 'batch_size'
>

/** The net of `experiment`, or why the theory does not cover it. */
export const netOf = (experiment: Experiment, { inputs, outputs, ...sizes }: DataShape): TheoryNet | Unknown =>
  netOfWidths(experiment, [inputs, ...experiment.hidden_layers, outputs], sizes)

/** The net with these units: inputs, hidden layers, outputs. */
export function netOfWidths(
  {
    activation,
    initializer,
    bias_initializer,
    normalization,
    residual,
    output_activation,
    loss,
    batch_size
  }: Described,
  widths: readonly number[],
  { inputSquare, spread = [1] }: Omit<DataShape, 'inputs' | 'outputs'>
): TheoryNet | Unknown {
  if (output_activation === 'softmax' && widths.at(-1) === 1) return { why: TEXTS.softmaxOfOne }
  const hidden = widths.length - 2
  const layers: TheoryLayer[] = []
  for (let i = 0; i <= hidden; i++) {
    const fans = { inputs: widths[i]!, outputs: widths[i + 1]!, activation: activation[i] ?? LINEAR }
    const weight = drawnWeight(initializer[i]!, fans)
    const bias = drawnBias(bias_initializer[i]!, fans)
    const why = unknown(weight, TEXTS.weightMean) ?? unknown(bias, TEXTS.biasMean)
    if (why !== null) return { why }
    layers.push({
      name: i < hidden ? `hidden ${i + 1}` : 'output',
      ...fans,
      weightVariance: (weight as Drawn).variance,
      biasVariance: (bias as Drawn).variance,
      skips: residual && i < hidden && fans.inputs === fans.outputs
    })
  }
  const isSquared = loss === 'mse' || loss === 'half_mse'
  return {
    ...{ layers, normalization, inputSquare, spread, batch: batch_size },
    ...{ outputActivation: output_activation, isSquared }
  }
}

/** Why a distribution is none that theory can use. */
function unknown(drawn: Drawn | Unknown, hasMean: string): string | null {
  if ('why' in drawn) return drawn.why
  return drawn.mean === 0 ? null : hasMean
}
