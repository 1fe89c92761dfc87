import { Run } from '../../fields'
import { real } from './access'
import { addSquares, ruleStep } from './rules'

/** One step of `rule` on rows of eight parameters: clip, weight decay, rule. Σ step² before rounding. */
export function updateRows(rule: i32, run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  const scale = f32x4.splat(factor)
  const limit = f32x4.splat(real(run, Run.clipValue))
  const decay = f32x4.splat(real(run, Run.weightDecay))
  const rate = f32x4.splat(real(run, Run.rate))
  const momentum = f32x4.splat(real(run, Run.momentum))
  const momentumRest = f32x4.splat(real(run, Run.momentumRest))
  const rho = f32x4.splat(real(run, Run.rho))
  const rhoRest = f32x4.splat(real(run, Run.rhoRest))
  const epsilon = f32x4.splat(real(run, Run.epsilon))
  const root = f32x4.splat(real(run, Run.root))
  const decoupled = f32x4.splat(real(run, Run.decoupledDecay))
  const end = w + ((<usize>rows) << 5)
  let squares = f64x2.splat(0)
  while (w < end) {
    const weight = v128.load(w)
    let gradient = f32x4.mul(v128.load(g), scale)
    gradient = f32x4.pmax(f32x4.pmin(gradient, limit), f32x4.neg(limit))
    gradient = f32x4.add(gradient, f32x4.mul(decay, weight))
    const step = ruleStep(
      rule,
      weight,
      gradient,
      s,
      t,
      rate,
      momentum,
      momentumRest,
      rho,
      rhoRest,
      epsilon,
      root,
      decoupled
    )
    v128.store(w, f32x4.add(weight, step))
    squares = addSquares(squares, step)
    w += 16
    g += 16
    s += 16
    t += 16
  }
  return f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1)
}
