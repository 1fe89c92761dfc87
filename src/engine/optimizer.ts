import { OPTIMIZERS, type OptimizerOf, type OptimizerSpec } from '../catalogue'
import { createClip } from './clip'

/** Turns gradients into steps. All arrays are flat, [parameters]. */
export interface Optimizer {
  /**
   * Fills `change` with what is to be added to `parameters`, before rounding. Clips `gradient` and adds weight decay to it
   * in place.
   */
  step(parameters: Float64Array, gradient: Float64Array, change: Float64Array): void
  /** Forgets all state. */
  reset(): void
}

/** Keras names, PyTorch arithmetic: clipping, then weight decay, then the rule. */
export function createOptimizer(spec: OptimizerSpec, size: number): Optimizer {
  const clip = createClip(spec)
  const rule = ruleOf(spec, size)
  const decay = OPTIMIZERS[spec.name].decoupled ? 0 : spec.weight_decay
  return {
    reset: rule.reset,
    step(parameters, gradient, change) {
      clip(gradient)
      if (decay !== 0) for (let i = 0; i < size; i++) gradient[i] = gradient[i]! + decay * parameters[i]!
      rule.step(parameters, gradient, change)
    }
  }
}

function ruleOf(spec: OptimizerSpec, size: number): Optimizer {
  switch (spec.name) {
    case 'sgd':
      return sgd(spec, size)
    case 'rmsprop':
      return rmsprop(spec, size)
    case 'adagrad':
      return adagrad(spec, size)
    case 'adam':
    case 'adamw':
      return adam(spec, size)
    case 'lion':
      return lion(spec, size)
    default: {
      const unknown: never = spec
      throw new RangeError(`unknown optimizer ${JSON.stringify(unknown)}`)
    }
  }
}

/** v ← μ v + g; step -η v, nesterov -η (g + μ v) (Sutskever et al. 2013, in PyTorch's form). */
function sgd({ learning_rate, momentum, nesterov }: OptimizerOf<'sgd'>, size: number): Optimizer {
  const velocity = new Float64Array(momentum === 0 ? 0 : size)
  return {
    reset: () => void velocity.fill(0),
    step(_, gradient, change) {
      for (let i = 0; i < size; i++) {
        const g = gradient[i]!
        if (momentum === 0) {
          change[i] = -learning_rate * g
          continue
        }
        const v = momentum * velocity[i]! + g
        velocity[i] = v
        change[i] = -learning_rate * (nesterov ? g + momentum * v : v)
      }
    }
  }
}

/** s ← ρ s + (1 - ρ) g²; u = g / (√s + ε); v ← μ v + u; step -η v (Hinton's lecture 6e; PyTorch's ε outside the root). */
function rmsprop({ learning_rate, rho, epsilon, momentum }: OptimizerOf<'rmsprop'>, size: number): Optimizer {
  const squares = new Float64Array(size)
  const velocity = new Float64Array(momentum === 0 ? 0 : size)
  return {
    reset() {
      squares.fill(0)
      velocity.fill(0)
    },
    step(_, gradient, change) {
      for (let i = 0; i < size; i++) {
        const g = gradient[i]!
        squares[i] = rho * squares[i]! + (1 - rho) * g * g
        let scaled = g / (Math.sqrt(squares[i]!) + epsilon)
        if (momentum !== 0) scaled = velocity[i] = momentum * velocity[i]! + scaled
        change[i] = -learning_rate * scaled
      }
    }
  }
}

/** s ← s + g²; step -η g / (√s + ε) (Duchi, Hazan & Singer 2011). */
function adagrad({ learning_rate, epsilon }: OptimizerOf<'adagrad'>, size: number): Optimizer {
  const squares = new Float64Array(size)
  return {
    reset: () => void squares.fill(0),
    step(_, gradient, change) {
      for (let i = 0; i < size; i++) {
        const g = gradient[i]!
        squares[i] = squares[i]! + g * g
        change[i] = (-learning_rate * g) / (Math.sqrt(squares[i]!) + epsilon)
      }
    }
  }
}

/**
 * m ← β₁ m + (1 - β₁) g, v ← β₂ v + (1 - β₂) g²; step -η/(1 - β₁ᵗ) · m / (√v/√(1 - β₂ᵗ) + ε) (Kingma & Ba 2015);
 * adamw moreover -η λ w (Loshchilov & Hutter 2019).
 */
function adam(
  { name, learning_rate, beta_1, beta_2, epsilon, weight_decay }: OptimizerOf<'adam' | 'adamw'>,
  size: number
): Optimizer {
  const mean = new Float64Array(size)
  const squares = new Float64Array(size)
  const decay = OPTIMIZERS[name].decoupled ? learning_rate * weight_decay : 0
  let [power1, power2] = [1, 1] // β₁ᵗ, β₂ᵗ
  return {
    reset() {
      mean.fill(0)
      squares.fill(0)
      power1 = power2 = 1
    },
    step(parameters, gradient, change) {
      power1 *= beta_1
      power2 *= beta_2
      const rate = learning_rate / (1 - power1)
      const root = Math.sqrt(1 - power2)
      for (let i = 0; i < size; i++) {
        const g = gradient[i]!
        mean[i] = beta_1 * mean[i]! + (1 - beta_1) * g
        squares[i] = beta_2 * squares[i]! + (1 - beta_2) * g * g
        change[i] = -decay * parameters[i]! - (rate * mean[i]!) / (Math.sqrt(squares[i]!) / root + epsilon)
      }
    }
  }
}

/** c = β₁ m + (1 - β₁) g; step -η (sign c + λ w); then m ← β₂ m + (1 - β₂) g (Chen et al. 2023). The sign of 0 is 0, NaN stays NaN. */
function lion({ learning_rate, beta_1, beta_2, weight_decay }: OptimizerOf<'lion'>, size: number): Optimizer {
  const mean = new Float64Array(size)
  return {
    reset: () => void mean.fill(0),
    step(parameters, gradient, change) {
      for (let i = 0; i < size; i++) {
        const g = gradient[i]!
        const direction = Math.sign(beta_1 * mean[i]! + (1 - beta_1) * g)
        change[i] = -learning_rate * (direction + weight_decay * parameters[i]!)
        mean[i] = beta_2 * mean[i]! + (1 - beta_2) * g
      }
    }
  }
}
