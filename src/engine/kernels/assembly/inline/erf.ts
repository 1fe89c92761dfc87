import { constant } from './constant'

const LARGEST_SQUARE = 0
const ONE = 1
const MINUS_ONE = 2
const P = 3
const Q = 8

const C: StaticArray<f32> = [
  3.95 * 3.95, // beyond, erf is 1 in float32
  1,
  -1,
  1.1283791437429207, // p₀ = 2/√π
  0.19155079151058285,
  5.2875518435187355e-2,
  3.8081841664300033e-3,
  2.846885302712288e-4,
  2.0259081562952764e-6, // p₅
  0.5030901446219669, // q₁; q₀ = 1
  0.11455982976348351,
  1.5055135305577208e-2,
  1.170731767560148e-3,
  3.783184463863344e-5 // q₅
]

/** x P(x²)/Q(x²) with degrees 5 and 5 (minimax fit on |x| ≤ 3.95, relative error 2.1e-8), brought into -1 … 1; NaN stays NaN. */
export function erf(x: v128): v128 {
  const one = constant(C, ONE)
  const s = f32x4.pmin(f32x4.mul(x, x), constant(C, LARGEST_SQUARE))
  let p = f32x4.add(f32x4.mul(s, constant(C, P + 5)), constant(C, P + 4))
  let q = f32x4.add(f32x4.mul(s, constant(C, Q + 5)), constant(C, Q + 4))
  p = f32x4.add(f32x4.mul(p, s), constant(C, P + 3))
  q = f32x4.add(f32x4.mul(q, s), constant(C, Q + 3))
  p = f32x4.add(f32x4.mul(p, s), constant(C, P + 2))
  q = f32x4.add(f32x4.mul(q, s), constant(C, Q + 2))
  p = f32x4.add(f32x4.mul(p, s), constant(C, P + 1))
  q = f32x4.add(f32x4.mul(q, s), constant(C, Q + 1))
  p = f32x4.add(f32x4.mul(p, s), constant(C, P))
  q = f32x4.add(f32x4.mul(q, s), one)
  const y = f32x4.div(f32x4.mul(x, p), q)
  return f32x4.pmax(f32x4.pmin(y, one), constant(C, MINUS_ONE))
}
