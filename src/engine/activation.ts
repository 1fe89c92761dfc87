import { erf, exp, expm1, log1p, tanh } from './math'
import type { ActivationSpec } from './spec'

/**
 * φ and φ′ over whole arrays, as PyTorch computes them, so that saturated units agree with it to the last digit it has. Every
 * function has loops of its own: a call for each number would cost more than the arithmetic.
 */
export interface Activation {
  /** a[i] = φ(z[i]) for i < count */
  values(z: Float64Array, a: Float64Array, count: number): void
  /** slopes[i] = φ′ at z[i], where a[i] = φ(z[i]), for i < count */
  slopes(z: Float64Array, a: Float64Array, slopes: Float64Array, count: number): void
  /** the largest |φ′|, where saturation is recorded; else null */
  readonly steepest: number | null
  /** true where a unit that is 0 for all samples is called dead */
  readonly dies: boolean
}

const plain = { steepest: null, dies: false } as const

/** φ = 1/(1 + e^-z), φ′ = a (1 - a) */
const sigmoid: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = 1 / (1 + exp(-z[i]!))
  },
  slopes(_, a, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = (1 - a[i]!) * a[i]!
  },
  steepest: 0.25,
  dies: false
}

/** φ = tanh z, φ′ = 1 - a² */
const hyperbolicTangent: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = tanh(z[i]!)
  },
  slopes(_, a, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = 1 - a[i]! * a[i]!
  },
  steepest: 1,
  dies: false
}

/** φ = max(0, z), φ′ = 1 for z > 0, else 0 (Nair & Hinton 2010); NaN stays NaN */
const relu: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! <= 0 ? 0 : z[i]!
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! <= 0 ? 0 : 1
  },
  steepest: null,
  dies: true
}

/** φ = z for z > 0, else s z; φ′ = 1, else s (Maas, Hannun & Ng 2013) */
const leakyRelu = (s: number): Activation => ({
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? z[i]! : s * z[i]!
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? 1 : s
  },
  ...plain
})

/** φ = z for z > 0, else e^z - 1; φ′ = 1, else e^z (Clevert, Unterthiner & Hochreiter 2016, α = 1) */
const elu: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? z[i]! : expm1(z[i]!)
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? 1 : exp(z[i]!)
  },
  ...plain
}

const SELU_SCALE = 1.0507009873554804934193349852946
const SELU_ALPHA = 1.6732632423543772848170429916717

/** φ = λ z for z > 0, else λ α (e^z - 1); φ′ = λ, else λ α e^z (Klambauer et al. 2017) */
const selu: Activation = {
  values(z, a, count) {
    const low = SELU_SCALE * SELU_ALPHA
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? SELU_SCALE * z[i]! : low * expm1(z[i]!)
  },
  slopes(z, _, slopes, count) {
    const low = SELU_SCALE * SELU_ALPHA
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? SELU_SCALE : low * exp(z[i]!)
  },
  ...plain
}

const SQRT_HALF = Math.sqrt(0.5)
const ONE_OVER_SQRT_2PI = 0.39894228040143267794

/** φ = z Φ(z) with Φ(z) = (1 + erf(z/√2))/2, φ′ = Φ(z) + z e^(-z²/2)/√(2π) (Hendrycks & Gimpel 2016, exact form) */
const gelu: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! * 0.5 * (1 + erf(z[i]! * SQRT_HALF))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const density = exp(-0.5 * z[i]! * z[i]!) * ONE_OVER_SQRT_2PI
      slopes[i] = 0.5 * (1 + erf(z[i]! * SQRT_HALF)) + z[i]! * density
    }
  },
  ...plain
}

/** φ = z σ(z), φ′ = σ(z) (1 + z (1 - σ(z))) (Elfwing, Uchibe & Doya 2018) */
const silu: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! / (1 + exp(-z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const gate = 1 / (1 + exp(-z[i]!))
      slopes[i] = gate * (1 + z[i]! * (1 - gate))
    }
  },
  ...plain
}

/** Beyond this softplus is z itself, which is off by under 2.1e-9: PyTorch's threshold. */
const SOFTPLUS_LINEAR = 20

/** φ = ln(1 + e^z), φ′ = e^z/(1 + e^z) (Dugas et al. 2001) */
const softplus: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > SOFTPLUS_LINEAR ? z[i]! : log1p(exp(z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const power = exp(z[i]!)
      slopes[i] = z[i]! > SOFTPLUS_LINEAR ? 1 : power / (power + 1)
    }
  },
  ...plain
}

/** φ = z/(1 + |z|), φ′ = 1/(1 + |z|)² (Bergstra et al. 2009) */
const softsign: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! / (1 + Math.abs(z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = 1 / ((1 + Math.abs(z[i]!)) * (1 + Math.abs(z[i]!)))
  },
  steepest: 1,
  dies: false
}

/** φ = z, φ′ = 1 */
const linear: Activation = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]!
  },
  slopes: (_z, _a, slopes, count) => void slopes.fill(1, 0, count),
  ...plain
}

const PLAIN = { sigmoid, tanh: hyperbolicTangent, relu, elu, selu, gelu, silu, softplus, softsign, linear }

/** The function that `spec` names. */
export function activationOf(spec: ActivationSpec): Activation {
  return spec.name === 'leaky_relu' ? leakyRelu(spec.negative_slope) : PLAIN[spec.name]
}
