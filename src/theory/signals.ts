import { lnSum } from './logarithms'
import type { LogMoments, MomentTable, MomentTables } from './logMoments'
import type { TheoryLayer, TheoryNet } from './net'

/** A layer on the way forward. */
export interface Forward {
  /** ln of the second moment of z, before normalization */
  readonly lnQ: number
  /** of φ, at the q that φ sees */
  readonly moments: LogMoments
}

/** The signal of samples of one size. */
export interface Signals {
  readonly forward: readonly Forward[]
  /** [layers] ln of the mean square of delta over the output layer's */
  readonly lnDelta: readonly number[]
}

/** What normalization adds to a variance. */
const EPSILON = 1e-5

/** How the moments of φ are looked up. */
export type Lookup = (table: MomentTable, lnQ: number) => LogMoments

/** The signal, forward and backward, of inputs with this ln of their mean square. */
export function signalsOf(net: TheoryNet, lnInput: number, tables: MomentTables, lookup: Lookup): Signals {
  const forward = forwardOf(net, lnInput, tables, lookup)
  return { forward, lnDelta: backwardOf(net, forward) }
}

/** What a layer passes on. */
interface Output {
  /** ln of its mean square */
  readonly lnSquare: number
  /** its mean over the root of that */
  readonly meanShare: number
}

/** Closer than any of what follows from it is exact: deep nets of one kind settle, and their layers are alike. */
const SAME = 1e-13

/** q and the moments of φ layer by layer. A layer with a skip adds what it was given: s = s' + E[φ²] + 2 μ' E[φ]. */
export function forwardOf(
  { layers, normalization }: TheoryNet,
  lnInput: number,
  tables: MomentTables,
  lookup: Lookup
): Forward[] {
  let output: Output = { lnSquare: lnInput, meanShare: 0 }
  let settled = NaN
  return layers.map((layer, l) => {
    const own = lnSum(Math.log(layer.inputs * layer.weightVariance) + output.lnSquare, Math.log(layer.biasVariance))
    settled = Math.abs(own - settled) <= SAME ? settled : own
    const seen =
      normalization === 'none' || l === layers.length - 1 ? settled : settled - lnSum(settled, Math.log(EPSILON))
    const moments = lookup(tables.of(layer.activation), seen)
    output = layer.skips ? added(output, moments) : moments
    return { lnQ: own, moments }
  })
}

function added(input: Output, own: Output): Output {
  const most = Math.max(input.lnSquare, own.lnSquare)
  if (!Number.isFinite(most)) return own
  const [a, b] = [input, own].map(({ lnSquare }) => Math.exp((lnSquare - most) / 2)) as [number, number]
  const [meanA, meanB] = [a * input.meanShare, b * own.meanShare]
  const square = a * a + b * b + 2 * meanA * meanB
  return { lnSquare: most + Math.log(square), meanShare: (meanA + meanB) / Math.sqrt(square) }
}

/** ln of E‖·‖² that a delta of 1 in `layer` gives at its inputs, a unit. */
export const lnFactor = ({ outputs, weightVariance }: TheoryLayer): number => Math.log(outputs * weightVariance)

/**
 * G is the mean square at a layer's output: G_l = m v D of the layer above, and G of it where that has a skip; D_l = G_l E[φ′²]. The delta
 * before layer normalization has 1/q of the z that was normalized beside.
 */
function backwardOf({ layers, normalization }: TheoryNet, forward: readonly Forward[]): number[] {
  const lnDelta = layers.map(() => 0)
  let above = -Infinity
  for (let l = layers.length - 2; l >= 0; l--) {
    const next = layers[l + 1]!
    const { lnQ, moments } = forward[l]!
    const through = lnFactor(next) + lnDelta[l + 1]!
    above = next.skips ? lnSum(through, above) : through
    lnDelta[l] = above + moments.lnSlopeSquare - (normalization === 'layer' ? lnSum(lnQ, Math.log(EPSILON)) : 0)
  }
  return lnDelta
}
