import type { ActivationSpec } from '../catalogue'
import type { Experiment } from '../experiment'
import { drawnBias, drawnWeight, type Drawn, type Unknown } from './drawn'

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
}

/** What of the data the theory needs. */
export interface DataShape {
  readonly inputs: number
  readonly outputs: number
  /** mean square of the inputs; 1 for standardized ones */
  readonly inputSquare: number
}

const LINEAR: ActivationSpec = { name: 'linear' }

/** The net of `experiment`, or why the theory does not cover it. */
export function netOf(experiment: Experiment, { inputs, outputs, inputSquare }: DataShape): TheoryNet | Unknown {
  const { hidden_layers, activation, initializer, bias_initializer, normalization, residual } = experiment
  const widths = [inputs, ...hidden_layers, outputs]
  const layers: TheoryLayer[] = []
  for (let i = 0; i + 1 < widths.length; i++) {
    const fans = { inputs: widths[i]!, outputs: widths[i + 1]!, activation: activation[i] ?? LINEAR }
    const weight = drawnWeight(initializer[i]!, fans)
    const bias = drawnBias(bias_initializer[i]!, fans)
    const why = unknown(weight, 'weights') ?? unknown(bias, 'biases')
    if (why !== null) return { why }
    layers.push({
      name: i < hidden_layers.length ? `hidden ${i + 1}` : 'output',
      ...fans,
      weightVariance: (weight as Drawn).variance,
      biasVariance: (bias as Drawn).variance,
      skips: residual && i < hidden_layers.length && fans.inputs === fans.outputs
    })
  }
  return { layers, normalization, inputSquare }
}

/** Why a distribution is none that theory can use. */
function unknown(drawn: Drawn | Unknown, what: string): string | null {
  if ('why' in drawn) return drawn.why
  return drawn.mean === 0 ? null : `${what} with a mean other than 0 add up over the units, which the theory leaves out`
}
