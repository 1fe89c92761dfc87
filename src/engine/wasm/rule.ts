import { OPTIMIZERS, type OptimizerOf, type OptimizerSpec } from '../../catalogue'
import { Rule } from '../kernels/fields'

/** How the kernels do what an optimizer does. */
interface Recipe {
  readonly rule: Rule
  /** what fades the first and the second kind of state: momentum or β₁, ρ or β₂ */
  readonly fades: readonly [number, number]
  readonly epsilon: number
}

function recipeOf(spec: OptimizerSpec): Recipe {
  switch (spec.name) {
    case 'sgd':
      return { rule: sgdRule(spec), fades: [spec.momentum, 0], epsilon: 0 }
    case 'rmsprop': {
      const rule = spec.momentum === 0 ? Rule.rmsprop : Rule.rmsprop_momentum
      return { rule, fades: [spec.momentum, spec.rho], epsilon: spec.epsilon }
    }
    case 'adagrad':
      return { rule: Rule.adagrad, fades: [0, 0], epsilon: spec.epsilon }
    case 'adam':
    case 'adamw':
      return { rule: Rule.adam, fades: [spec.beta_1, spec.beta_2], epsilon: spec.epsilon }
    case 'lion':
      return { rule: Rule.lion, fades: [spec.beta_1, spec.beta_2], epsilon: 0 }
    default: {
      const unknown: never = spec
      throw new RangeError(`unknown optimizer ${JSON.stringify(unknown)}`)
    }
  }
}

function sgdRule(spec: OptimizerOf<'sgd'>): Rule {
  if (spec.momentum !== 0) return spec.nesterov ? Rule.nesterov : Rule.momentum
  return isPlain(spec) ? Rule.plain : Rule.decayed
}

const isPlain = ({ weight_decay, clipnorm, clipvalue }: OptimizerSpec): boolean =>
  weight_decay === 0 && clipnorm === null && clipvalue === null

/** The kernels' name for what `spec` does. */
export const ruleOf = (spec: OptimizerSpec): Rule => recipeOf(spec).rule

const STATES: Readonly<Record<Rule, 0 | 1 | 2>> = {
  [Rule.plain]: 0,
  [Rule.decayed]: 0,
  [Rule.momentum]: 1,
  [Rule.nesterov]: 1,
  [Rule.rmsprop]: 1,
  [Rule.rmsprop_momentum]: 2,
  [Rule.adagrad]: 1,
  [Rule.adam]: 2,
  [Rule.lion]: 1
}

/** Arrays of the size of the parameters that the rule keeps. */
export const stateCount = (spec: OptimizerSpec): 0 | 1 | 2 => STATES[ruleOf(spec)]

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
  const { fades, epsilon } = recipeOf(spec)
  const [momentum, rho] = fades
  const { decoupled } = OPTIMIZERS[spec.name]
  return {
    momentum,
    momentumRest: 1 - momentum,
    rho,
    rhoRest: 1 - rho,
    epsilon,
    rate: spec.learning_rate,
    root: 1,
    weightDecay: decoupled ? 0 : spec.weight_decay,
    decoupledDecay: decoupled ? spec.learning_rate * spec.weight_decay : 0,
    clipNorm: spec.clipnorm ?? 0,
    clipValue: spec.clipvalue ?? Infinity
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
