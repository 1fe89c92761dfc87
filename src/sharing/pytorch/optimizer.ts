import { OPTIMIZERS, type OptimizerSpec } from '../../catalogue'
import { LION } from './parts'

/** An optimizer as Python: its expression, and what must stand before it. */
export interface PythonOptimizer {
  readonly expression: string
  readonly definition: string
}

/** Our names are Keras's, our arithmetic is PyTorch's. */
export function pythonOptimizer(spec: OptimizerSpec): PythonOptimizer {
  const written = Object.entries(argumentsOf(spec)).map(([name, value]) => `${name}=${value}`)
  const { torch } = OPTIMIZERS[spec.name]
  const made = torch === null ? 'Lion' : `torch.optim.${torch}`
  return {
    expression: `${made}(net.parameters(), ${written.join(', ')})`,
    definition: torch === null ? LION : ''
  }
}

type Arguments = Readonly<Record<string, number | string>>

function argumentsOf(spec: OptimizerSpec): Arguments {
  const common = { lr: spec.learning_rate, weight_decay: spec.weight_decay }
  switch (spec.name) {
    case 'sgd':
      return { ...common, momentum: spec.momentum, ...(spec.nesterov && spec.momentum > 0 ? { nesterov: 'True' } : {}) }
    case 'rmsprop':
      return { ...common, alpha: spec.rho, eps: spec.epsilon, momentum: spec.momentum }
    case 'adagrad':
      return { ...common, eps: spec.epsilon }
    case 'adam':
    case 'adamw':
      return { ...common, betas: `(${spec.beta_1}, ${spec.beta_2})`, eps: spec.epsilon }
    case 'lion':
      return { ...common, betas: `(${spec.beta_1}, ${spec.beta_2})` }
    default:
      return spec satisfies never
  }
}

/** What is done to the gradients before a step, a line of Python each. */
export const clippingLines = ({ clipnorm, clipvalue }: OptimizerSpec): string[] => [
  ...(clipnorm === null ? [] : [`nn.utils.clip_grad_norm_(net.parameters(), ${clipnorm})`]),
  ...(clipvalue === null ? [] : [`nn.utils.clip_grad_value_(net.parameters(), ${clipvalue})`])
]
