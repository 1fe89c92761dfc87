import { Rule } from '../../fields'
import { upperHalf } from './lanes'

/**
 * What the optimizer `rule` (a constant at every call) adds to four parameters w with gradient g; updates the state at `s` and `t`.
 * Formulas beside those of the float64 backend.
 */
export function ruleStep(
  rule: i32,
  w: v128,
  g: v128,
  s: usize,
  t: usize,
  rate: v128,
  momentum: v128,
  momentumRest: v128,
  rho: v128,
  rhoRest: v128,
  epsilon: v128,
  root: v128,
  decoupled: v128
): v128 {
  if (rule == Rule.decayed) return f32x4.neg(f32x4.mul(rate, g))
  if (rule == Rule.momentum || rule == Rule.nesterov) {
    const v = f32x4.add(f32x4.mul(momentum, v128.load(s)), g)
    v128.store(s, v)
    return f32x4.neg(f32x4.mul(rate, rule == Rule.nesterov ? f32x4.add(g, f32x4.mul(momentum, v)) : v))
  }
  if (rule == Rule.rmsprop || rule == Rule.rmsprop_momentum) {
    const squares = f32x4.add(f32x4.mul(rho, v128.load(s)), f32x4.mul(rhoRest, f32x4.mul(g, g)))
    v128.store(s, squares)
    const scaled = f32x4.div(g, f32x4.add(f32x4.sqrt(squares), epsilon))
    if (rule == Rule.rmsprop) return f32x4.neg(f32x4.mul(rate, scaled))
    const v = f32x4.add(f32x4.mul(momentum, v128.load(t)), scaled)
    v128.store(t, v)
    return f32x4.neg(f32x4.mul(rate, v))
  }
  if (rule == Rule.adagrad) {
    const squares = f32x4.add(v128.load(s), f32x4.mul(g, g))
    v128.store(s, squares)
    return f32x4.neg(f32x4.div(f32x4.mul(rate, g), f32x4.add(f32x4.sqrt(squares), epsilon)))
  }
  if (rule == Rule.adam) {
    const mean = f32x4.add(f32x4.mul(momentum, v128.load(s)), f32x4.mul(momentumRest, g))
    const squares = f32x4.add(f32x4.mul(rho, v128.load(t)), f32x4.mul(rhoRest, f32x4.mul(g, g)))
    v128.store(s, mean)
    v128.store(t, squares)
    const size = f32x4.add(f32x4.div(f32x4.sqrt(squares), root), epsilon)
    const step = f32x4.div(f32x4.mul(rate, mean), size)
    return f32x4.neg(f32x4.add(f32x4.mul(decoupled, w), step))
  }
  if (rule == Rule.lion) {
    const old = v128.load(s)
    const direction = sign(f32x4.add(f32x4.mul(momentum, old), f32x4.mul(momentumRest, g)))
    v128.store(s, f32x4.add(f32x4.mul(rho, old), f32x4.mul(rhoRest, g)))
    return f32x4.neg(f32x4.add(f32x4.mul(decoupled, w), f32x4.mul(rate, direction)))
  }
  return unreachable()
}

/** -1, 0 or 1; NaN stays NaN. */
export function sign(x: v128): v128 {
  const zero = f32x4.splat(0)
  const whole = i32x4.sub(f32x4.lt(x, zero), f32x4.gt(x, zero))
  return v128.bitselect(f32x4.convert_i32x4_s(whole), x, f32x4.eq(x, x))
}

/** sum + x², for four float32 in two float64. */
export function addSquares(sum: v128, x: v128): v128 {
  const low = f64x2.promote_low_f32x4(x)
  const high = f64x2.promote_low_f32x4(upperHalf(x))
  return f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)))
}
