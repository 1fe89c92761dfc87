import type { ActivationSpec } from '../catalogue'
import { momentsOf } from './moments'

/** Where the signal of a deep net of one kind of layer ends up (Poole et al. 2016; Schoenholz et al. 2017). */
export interface FixedPoint {
  /** q*: what the second moment of z settles at; Infinity where it grows for ever */
  readonly q: number
  /** χ* = σ_w² E[φ′²] there: below 1 gradients vanish, above 1 they explode */
  readonly chi: number
  /** ξ = 1 / |ln χ*|, in layers; Infinity at χ* = 1 */
  readonly depthScale: number
}

const MOST_STEPS = 500
const CLOSE = 1e-13
/** |ln χ*| below which a net is critical as far as iteration can tell, and the q that goes to 0 there as slowly as 1/step. */
const [CRITICAL, FADING] = [1e-8, 1e-8]
/** Beyond this nothing changes any more in float64, or all is zero. */
const [LEAST_Q, MOST_Q] = [1e-30, 1e30]

/** q → σ_w² E[φ(√q z)²] + σ_b². */
export const nextQ = (activation: ActivationSpec, sigmaW2: number, sigmaB2: number, q: number): number =>
  sigmaW2 * momentsOf(activation, q).square + sigmaB2

/** χ at q. */
export const chiAt = (activation: ActivationSpec, sigmaW2: number, q: number): number =>
  sigmaW2 * momentsOf(activation, q).slopeSquare

/** The fixed point that q = `from` is drawn to. */
export function fixedPoint(activation: ActivationSpec, sigmaW2: number, sigmaB2: number, from = 1): FixedPoint {
  const found = settled(activation, sigmaW2, sigmaB2, from)
  const q = found < FADING ? 0 : found
  const chi = chiAt(activation, sigmaW2, Math.min(Math.max(q, LEAST_Q), MOST_Q))
  const distance = Math.abs(Math.log(chi))
  return { q, chi, depthScale: distance < CRITICAL ? Infinity : 1 / distance }
}

/**
 * Iterates, and where steps shrink by a steady share goes to where they lead at once (Aitken's Δ²): at a critical point plain
 * iteration comes nearer only as 1/step. Steps that grow are never extrapolated, as that would lead to a point that repels.
 */
function settled(activation: ActivationSpec, sigmaW2: number, sigmaB2: number, from: number): number {
  const next = (q: number) => nextQ(activation, sigmaW2, sigmaB2, q)
  let q = from
  for (let step = 0; step < MOST_STEPS; step++) {
    const first = next(q)
    const second = next(first)
    if (second > MOST_Q) return Infinity
    if (second < LEAST_Q) return 0
    if (Math.abs(second - q) <= CLOSE * q) return second
    const shrink = (second - first) / (first - q)
    const limit = q + (first - q) / (1 - shrink)
    q = shrink > 0 && shrink < 1 && limit > 0 ? limit : second
  }
  return q
}

/** Between these the critical σ_w² is looked for: that of sigmoid lies near 100. */
const [LEAST_SIGMA_W2, MOST_SIGMA_W2] = [1e-6, 1e6]
/** How near to it the search comes, as a share of it, and how near to 1 χ* must be there. */
const [FOUND, NEARLY_ONE] = [4e-6, 0.01]

/**
 * The critical σ_w² at a given σ_b²: there χ* = 1, and gradients neither vanish nor explode. By bisection; null where there is none, as χ*
 * jumps over 1 where q* runs away to infinity (gelu, silu).
 */
export function criticalSigmaW2(activation: ActivationSpec, sigmaB2: number): number | null {
  const chi = (sigmaW2: number) => fixedPoint(activation, sigmaW2, sigmaB2).chi
  let [low, high] = [LEAST_SIGMA_W2, MOST_SIGMA_W2]
  while (high - low > FOUND * high) {
    const middle = Math.sqrt(low * high)
    if (chi(middle) < 1) low = middle
    else high = middle
  }
  return Math.abs(chi(low) - 1) < NEARLY_ONE && Math.abs(chi(high) - 1) < NEARLY_ONE ? (low + high) / 2 : null
}
