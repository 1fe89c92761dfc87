import { Activation } from '../../fields'
import { constant } from './constant'
import { erf } from './erf'
import { exp, expm1, powerBelow, vanishes } from './exp'
import { log1p } from './log1p'
import { tanh } from './tanh'

const ONE = 0
const HALF = 1
const MINUS_HALF = 2
const ROOT_HALF = 3
const ONE_OVER_ROOT_2PI = 4
const SELU_SCALE = 5
const SELU_SCALE_ALPHA = 6
const TWO = 7
const FOUR = 8
const MISH_LINEAR = 9

const C: StaticArray<f32> = [
  1,
  0.5,
  -0.5,
  0.7071067811865475244,
  0.39894228040143267794,
  1.0507009873554804934, // λ (Klambauer et al. 2017)
  1.7580993408473768599, // λ α
  2,
  4,
  20 // beyond, mish is z itself and n² might overflow
]

/** φ(z) of the activation `kind`, a constant at every call; formulas beside those of the float64 backend. */
export function phi(kind: i32, z: v128, slope: v128): v128 {
  if (kind == Activation.sigmoid) return sigmoid(z)
  if (kind == Activation.tanh) return tanh(z)
  if (kind == Activation.relu) return v128.andnot(z, f32x4.le(z, f32x4.splat(0)))
  if (kind == Activation.leaky_relu) return forPositive(z, z, f32x4.mul(z, slope))
  if (kind == Activation.elu) return forPositive(z, z, expm1(z))
  if (kind == Activation.selu) {
    return forPositive(z, f32x4.mul(z, constant(C, SELU_SCALE)), f32x4.mul(expm1(z), constant(C, SELU_SCALE_ALPHA)))
  }
  if (kind == Activation.gelu) return f32x4.mul(z, normal(z))
  if (kind == Activation.silu) return f32x4.mul(z, sigmoid(z))
  if (kind == Activation.softplus) return softplus(z)
  if (kind == Activation.softsign) return f32x4.div(z, onePlusSize(z))
  if (kind == Activation.mish) return mish(z)
  if (kind == Activation.linear) return z
  return unreachable()
}

/** True where the derivative is computed from a = φ(z), false where from z. */
export function slopeFromValue(kind: i32): bool {
  return kind == Activation.sigmoid || kind == Activation.tanh
}

/** delta · φ′, with φ′ from `x`: a or z, see `slopeFromValue`. */
export function throughSlope(kind: i32, delta: v128, x: v128, slope: v128): v128 {
  const one = constant(C, ONE)
  if (kind == Activation.sigmoid) return f32x4.mul(delta, f32x4.mul(f32x4.sub(one, x), x))
  if (kind == Activation.tanh) return f32x4.mul(delta, f32x4.sub(one, f32x4.mul(x, x)))
  if (kind == Activation.relu) return v128.andnot(delta, f32x4.le(x, f32x4.splat(0)))
  if (kind == Activation.leaky_relu) return forPositive(x, delta, f32x4.mul(delta, slope))
  if (kind == Activation.elu) return forPositive(x, delta, f32x4.mul(delta, exp(x)))
  if (kind == Activation.selu) {
    const power = f32x4.mul(exp(x), constant(C, SELU_SCALE_ALPHA))
    return f32x4.mul(delta, forPositive(x, constant(C, SELU_SCALE), power))
  }
  if (kind == Activation.gelu) return f32x4.mul(delta, geluSlope(x))
  if (kind == Activation.silu) return f32x4.mul(delta, siluSlope(x))
  if (kind == Activation.softplus) return f32x4.mul(delta, sigmoid(x))
  if (kind == Activation.softsign) {
    const size = onePlusSize(x)
    return f32x4.div(delta, f32x4.mul(size, size))
  }
  if (kind == Activation.mish) return f32x4.mul(delta, mishSlope(x))
  if (kind == Activation.linear) return delta
  return unreachable()
}

/** 1/(1 + e^-z); 0 below z = -87. Relative error below 2e-7. */
export function sigmoid(z: v128): v128 {
  return sigmoidFrom(powerBelow(z), z)
}

/** The same from `powerBelow(z)`. */
export function sigmoidFrom(power: v128, z: v128): v128 {
  const one = constant(C, ONE)
  return v128.andnot(f32x4.div(one, f32x4.add(one, power)), vanishes(z))
}

/** max(z, 0) + ln(1 + e^-|z|) */
export function softplus(z: v128): v128 {
  const positive = v128.andnot(z, f32x4.lt(z, f32x4.splat(0)))
  return f32x4.add(positive, log1p(exp(f32x4.neg(f32x4.abs(z)))))
}

/** Standard normal distribution function Φ(z) = (1 + erf(z/√2))/2. */
export function normal(z: v128): v128 {
  return f32x4.mul(constant(C, HALF), f32x4.add(constant(C, ONE), erf(f32x4.mul(z, constant(C, ROOT_HALF)))))
}

/** Φ(z) + z e^(-z²/2)/√(2π) */
export function geluSlope(z: v128): v128 {
  const density = f32x4.mul(exp(f32x4.mul(f32x4.mul(z, z), constant(C, MINUS_HALF))), constant(C, ONE_OVER_ROOT_2PI))
  return f32x4.add(normal(z), f32x4.mul(z, density))
}

/** σ(z) (1 + z (1 - σ(z))) */
export function siluSlope(z: v128): v128 {
  const one = constant(C, ONE)
  const gate = sigmoid(z)
  return f32x4.mul(gate, f32x4.add(one, f32x4.mul(z, f32x4.sub(one, gate))))
}

/** z tanh(ln(1 + e^z)), as z n/(n + 2) with n = p (p + 2), p = e^z */
export function mish(z: v128): v128 {
  const two = constant(C, TWO)
  const power = exp(f32x4.pmin(z, constant(C, MISH_LINEAR)))
  const n = f32x4.mul(power, f32x4.add(power, two))
  return f32x4.mul(z, f32x4.div(n, f32x4.add(n, two)))
}

/** n/(n + 2) + 4 z p (p + 1)/(n + 2)² */
export function mishSlope(z: v128): v128 {
  const two = constant(C, TWO)
  const x = f32x4.pmin(z, constant(C, MISH_LINEAR))
  const power = exp(x)
  const n = f32x4.mul(power, f32x4.add(power, two))
  const q = f32x4.add(n, two)
  const steep = f32x4.mul(f32x4.mul(constant(C, FOUR), x), f32x4.mul(power, f32x4.add(power, constant(C, ONE))))
  return f32x4.div(f32x4.add(f32x4.mul(n, q), steep), f32x4.mul(q, q))
}

export function onePlusSize(z: v128): v128 {
  return f32x4.add(constant(C, ONE), f32x4.abs(z))
}

/** `yes` where z > 0, else `no` */
export function forPositive(z: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, f32x4.gt(z, f32x4.splat(0)))
}
