/**
 * Expectations over a standard normal z by Gauss-Legendre panels that become finer toward z = 0, on both sides of it: kinks of
 * activations stand there, and a saturating one of √q · z is steep there when q is large. Beyond |z| = 10 the density is below 1e-22.
 */
const EDGES = [0, ...Array.from({ length: 24 }, (_, i) => 2 ** (i - 20)), 10]
const ORDER = 12

/** z and its share of the normal distribution. */
interface Node {
  readonly z: number
  readonly weight: number
}

const NODES: readonly Node[] = nodes()

/** E[f(z)] of several functions of a standard normal z at once, written into `sums`: `f` writes their values at z. */
export function expectations(sums: Float64Array, f: (z: number, values: Float64Array) => void): void {
  const values = new Float64Array(sums.length)
  sums.fill(0)
  for (const { z, weight } of NODES) {
    f(z, values)
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + weight * values[i]!
  }
}

function nodes(): Node[] {
  const legendre = legendreNodes(ORDER)
  return EDGES.slice(1).flatMap((to, i) => {
    const from = EDGES[i]!
    return legendre.flatMap(({ x, weight }) => {
      const z = (from + to + (to - from) * x) / 2
      const share = ((to - from) / 2) * weight * Math.exp((-z * z) / 2)
      const scaled = share / Math.sqrt(2 * Math.PI)
      return [
        { z, weight: scaled },
        { z: -z, weight: scaled }
      ]
    })
  })
}

/** Nodes and weights on [-1, 1]: the roots of the Legendre polynomial by Newton's method (Abramowitz & Stegun 25.4.29). */
function legendreNodes(order: number): readonly { readonly x: number; readonly weight: number }[] {
  return Array.from({ length: order }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5))
    for (let step = 0; step < 20; step++) {
      const { value, slope } = legendre(order, x)
      x -= value / slope
    }
    const { slope } = legendre(order, x)
    return { x, weight: 2 / ((1 - x * x) * slope * slope) }
  })
}

/** The Legendre polynomial of a degree ≥ 1, and its derivative, by the recurrence. */
function legendre(degree: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x]
  for (let n = 2; n <= degree; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n]
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) }
}
