import { Rule } from '../kernels/fields'
import type { OptimizerSpec } from '../spec'

/** The kernels' name for what `spec` does. */
export function ruleOf(spec: OptimizerSpec): Rule {
  switch (spec.name) {
    case 'sgd':
      if (spec.momentum !== 0) return spec.nesterov ? Rule.nesterov : Rule.momentum
      return isPlain(spec) ? Rule.plain : Rule.decayed
    case 'rmsprop':
      return spec.momentum === 0 ? Rule.rmsprop : Rule.rmsprop_momentum
    case 'adagrad':
      return Rule.adagrad
    case 'adam':
    case 'adamw':
      return Rule.adam
    default: {
      const unknown: never = spec
      throw new RangeError(`unknown optimizer ${JSON.stringify(unknown)}`)
    }
  }
}

const isPlain = ({ weight_decay, clipnorm, clipvalue }: OptimizerSpec): boolean =>
  weight_decay === 0 && clipnorm === null && clipvalue === null

/** Arrays of the size of the parameters that the rule keeps. */
export function stateCount(spec: OptimizerSpec): 0 | 1 | 2 {
  switch (ruleOf(spec)) {
    case Rule.plain:
    case Rule.decayed:
      return 0
    case Rule.rmsprop_momentum:
    case Rule.adam:
      return 2
    default:
      return 1
  }
}

/** Float32 words of the run's table, by name. */
export type RuleNumbers = Readonly<
  Record<
    | 'momentum'
    | 'momentumRest'
    | 'rho'
    | 'rhoRest'
    | 'epsilon'
    | 'rate'
    | 'root'
    | 'weightDecay'
    | 'decoupledDecay'
    | 'clipNorm'
    | 'clipValue',
    number
  >
>

/** What stays the same in all steps; adam's `rate` and `root` follow step by step from `AdamClock`. */
export function ruleNumbers(spec: OptimizerSpec): RuleNumbers {
  const [momentum, rho] = decays(spec)
  return {
    momentum,
    momentumRest: 1 - momentum,
    rho,
    rhoRest: 1 - rho,
    epsilon: spec.name === 'sgd' ? 0 : spec.epsilon,
    rate: spec.learning_rate,
    root: 1,
    weightDecay: spec.name === 'adamw' ? 0 : spec.weight_decay,
    decoupledDecay: spec.name === 'adamw' ? spec.learning_rate * spec.weight_decay : 0,
    clipNorm: spec.clipnorm ?? 0,
    clipValue: spec.clipvalue ?? Infinity
  }
}

/** What fades the first and the second kind of state: momentum or β₁, ρ or β₂. */
function decays(spec: OptimizerSpec): [number, number] {
  switch (spec.name) {
    case 'sgd':
      return [spec.momentum, 0]
    case 'rmsprop':
      return [spec.momentum, spec.rho]
    case 'adagrad':
      return [0, 0]
    case 'adam':
    case 'adamw':
      return [spec.beta_1, spec.beta_2]
  }
}

/** β₁ᵗ and β₂ᵗ of adam (Kingma & Ba 2015), in float64. */
export class AdamClock {
  private power1 = 1
  private power2 = 1

  constructor(
    private readonly learningRate: number,
    private readonly beta1: number,
    private readonly beta2: number
  ) {}

  /** The clock of `spec`; null for other optimizers. */
  static of(spec: OptimizerSpec): AdamClock | null {
    if (spec.name !== 'adam' && spec.name !== 'adamw') return null
    return new AdamClock(spec.learning_rate, spec.beta_1, spec.beta_2)
  }

  reset(): void {
    this.power1 = this.power2 = 1
  }

  tick(): void {
    this.power1 *= this.beta1
    this.power2 *= this.beta2
  }

  /** η/(1 - β₁ᵗ) */
  get rate(): number {
    return this.learningRate / (1 - this.power1)
  }

  /** √(1 - β₂ᵗ) */
  get root(): number {
    return Math.sqrt(1 - this.power2)
  }
}
