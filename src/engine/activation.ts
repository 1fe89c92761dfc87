import { activationEntry, type Activation as Entry, type ActivationSpec, type PlainActivationName } from '../catalogue'
import { erf, exp, expm1, log1p, tanh } from '../arithmetic'

/**
 * φ and φ′ over whole arrays, as PyTorch computes them, so that saturated units agree with it to the last digit it has. Every
 * function has loops of its own: a call for each number would cost more than the arithmetic.
 */
interface Loops {
  /** a[i] = φ(z[i]) for i < count */
  values(z: Float64Array, a: Float64Array, count: number): void
  /** slopes[i] = φ′ at z[i], where a[i] = φ(z[i]), for i < count */
  slopes(z: Float64Array, a: Float64Array, slopes: Float64Array, count: number): void
}

/** An activation's arithmetic, and what is recorded of its units. */
export type Activation = Loops & Pick<Entry, 'steepest' | 'dies'>

/** φ = 1/(1 + e^-z), φ′ = a (1 - a) */
const sigmoid: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = 1 / (1 + exp(-z[i]!))
  },
  slopes(_, a, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = (1 - a[i]!) * a[i]!
  }
}

/** φ = tanh z, φ′ = 1 - a² */
const hyperbolicTangent: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = tanh(z[i]!)
  },
  slopes(_, a, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = 1 - a[i]! * a[i]!
  }
}

/** φ = max(0, z), φ′ = 1 for z > 0, else 0 (Nair & Hinton 2010); NaN stays NaN */
const relu: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! <= 0 ? 0 : z[i]!
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! <= 0 ? 0 : 1
  }
}

/** φ = z for z > 0, else s z; φ′ = 1, else s (Maas, Hannun & Ng 2013) */
const leakyRelu = (s: number): Loops => ({
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? z[i]! : s * z[i]!
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? 1 : s
  }
})

/** φ = z for z > 0, else e^z - 1; φ′ = 1, else e^z (Clevert, Unterthiner & Hochreiter 2016, α = 1) */
const elu: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? z[i]! : expm1(z[i]!)
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? 1 : exp(z[i]!)
  }
}

const SELU_SCALE = 1.0507009873554804934193349852946
const SELU_ALPHA = 1.6732632423543772848170429916717

/** φ = λ z for z > 0, else λ α (e^z - 1); φ′ = λ, else λ α e^z (Klambauer et al. 2017) */
const selu: Loops = {
  values(z, a, count) {
    const low = SELU_SCALE * SELU_ALPHA
    for (let i = 0; i < count; i++) a[i] = z[i]! > 0 ? SELU_SCALE * z[i]! : low * expm1(z[i]!)
  },
  slopes(z, _, slopes, count) {
    const low = SELU_SCALE * SELU_ALPHA
    for (let i = 0; i < count; i++) slopes[i] = z[i]! > 0 ? SELU_SCALE : low * exp(z[i]!)
  }
}

const SQRT_HALF = Math.sqrt(0.5)
const ONE_OVER_SQRT_2PI = 0.39894228040143267794

/** φ = z Φ(z) with Φ(z) = (1 + erf(z/√2))/2, φ′ = Φ(z) + z e^(-z²/2)/√(2π) (Hendrycks & Gimpel 2016, exact form) */
const gelu: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! * 0.5 * (1 + erf(z[i]! * SQRT_HALF))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const density = exp(-0.5 * z[i]! * z[i]!) * ONE_OVER_SQRT_2PI
      slopes[i] = 0.5 * (1 + erf(z[i]! * SQRT_HALF)) + z[i]! * density
    }
  }
}

/** φ = z σ(z), φ′ = σ(z) (1 + z (1 - σ(z))) (Elfwing, Uchibe & Doya 2018) */
const silu: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! / (1 + exp(-z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const gate = 1 / (1 + exp(-z[i]!))
      slopes[i] = gate * (1 + z[i]! * (1 - gate))
    }
  }
}

/** Beyond this softplus is z itself, which is off by under 2.1e-9: PyTorch's threshold. */
const SOFTPLUS_LINEAR = 20

/** φ = ln(1 + e^z), φ′ = e^z/(1 + e^z) (Dugas et al. 2001) */
const softplus: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! > SOFTPLUS_LINEAR ? z[i]! : log1p(exp(z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const power = exp(z[i]!)
      slopes[i] = z[i]! > SOFTPLUS_LINEAR ? 1 : power / (power + 1)
    }
  }
}

/** φ = z/(1 + |z|), φ′ = 1/(1 + |z|)² (Bergstra et al. 2009) */
const softsign: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]! / (1 + Math.abs(z[i]!))
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) slopes[i] = 1 / ((1 + Math.abs(z[i]!)) * (1 + Math.abs(z[i]!)))
  }
}

/** Beyond this tanh(ln(1 + e^z)) is 1 in float64, and mish z itself. */
const MISH_LINEAR = 20

/** φ = z tanh(ln(1 + e^z)) = z n/(n + 2) with n = p (p + 2), p = e^z; φ′ = n/(n + 2) + 4 z p (p + 1)/(n + 2)² (Misra 2019) */
const mish: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) {
      const power = exp(z[i]!)
      const n = power * (power + 2)
      a[i] = z[i]! > MISH_LINEAR ? z[i]! : z[i]! * (n / (n + 2))
    }
  },
  slopes(z, _, slopes, count) {
    for (let i = 0; i < count; i++) {
      const power = exp(z[i]!)
      const n = power * (power + 2)
      const inner = (n * (n + 2) + 4 * z[i]! * power * (power + 1)) / ((n + 2) * (n + 2))
      slopes[i] = z[i]! > MISH_LINEAR ? 1 : inner
    }
  }
}

/** φ = z, φ′ = 1 */
const linear: Loops = {
  values(z, a, count) {
    for (let i = 0; i < count; i++) a[i] = z[i]!
  },
  slopes: (_z, _a, slopes, count) => void slopes.fill(1, 0, count)
}

const PLAIN: Readonly<Record<PlainActivationName, Loops>> = {
  sigmoid,
  tanh: hyperbolicTangent,
  relu,
  elu,
  selu,
  gelu,
  silu,
  softplus,
  softsign,
  mish,
  linear
}

/** The function that `spec` names. */
export function activationOf(spec: ActivationSpec): Activation {
  const { steepest, dies } = activationEntry(spec.name)
  return { ...(spec.name === 'leaky_relu' ? leakyRelu(spec.negative_slope) : PLAIN[spec.name]), steepest, dies }
}
