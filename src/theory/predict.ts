import type { ActivationSpec } from '../catalogue'
import { fixedPoint, type FixedPoint } from './fixedPoint'
import { momentsOf, type Moments } from './moments'
import type { TheoryLayer, TheoryNet } from './net'
import { TEXTS } from './texts'

/** What theory says of one layer at initialisation. */
export interface PredictedLayer {
  readonly name: string
  /** second moment of z over units and samples, before normalization */
  readonly q: number
  /** σ_w² E[φ′²] with the σ_w² = fan_in · variance of the layer above; null for the output layer, which has none */
  readonly chi: number | null
  /** delta_rms over the output layer's */
  readonly deltaRelative: number
  /** standard deviation of ln deltaRelative², the mean square, from one draw of the weights to the next; that of ln deltaRelative is half */
  readonly lnStd: number
}

/** What theory says of a net at initialisation. */
export interface Prediction {
  readonly layers: readonly PredictedLayer[]
  /** log10 of delta at hidden 1 over delta at the last hidden layer; null with fewer than two hidden layers */
  readonly decades: number | null
  /** whether lnStd is exact (ReLU with its own initialisation), or at least this large, as q varies too */
  readonly exactBand: boolean
  /** where the signal of more such layers would settle (worked out when asked for); null where layers differ, skip or are normalized */
  readonly fixedPoint: FixedPoint | null
}

export interface NotCovered {
  readonly why: string
}

/**
 * Mean-field prediction of the forward and backward signal of a net with random weights: Poole et al. 2016, Schoenholz et al. 2017;
 * residual nets: Yang & Schoenholz 2017; the band at finite width: Hanin & Nica 2019; batch normalization: Yang et al. 2019.
 */
export function predict(net: TheoryNet): Prediction | NotCovered {
  const { layers, normalization } = net
  const hidden = layers.slice(0, -1)
  if (normalization === 'batch') {
    if (!hidden.every(({ activation, skips }) => activation.name === 'relu' && !skips))
      return { why: TEXTS.batchNormalization }
    return finish(net, batchNormalized(net))
  }
  const forward = forwardOf(net)
  const delta = normalization === 'layer' ? layerNormalized(net, forward) : backwardOf(net, forward)
  return finish(net, { forward, delta })
}

interface Forward {
  /** of z */
  readonly q: number
  /** of φ, at the q that φ sees */
  readonly moments: Moments
}

interface Signals {
  readonly forward: readonly Forward[]
  /** [layers] mean square of delta over the output layer's */
  readonly delta: readonly number[]
}

/** What normalization adds to a variance. */
const EPSILON = 1e-5

/** What was worked out for the layer before: deep nets of one kind settle, and their layers are alike. */
interface Known extends Pick<TheoryLayer, 'activation'> {
  readonly q: number
  readonly moments: Moments
}

/** Closer than any of what follows from it is exact. */
const SAME = 1e-13

const isAlike = (known: Known | null, activation: ActivationSpec, q: number): known is Known =>
  known !== null && isSameActivation(known.activation, activation) && Math.abs(known.q - q) <= SAME * q

const isSameActivation = (a: ActivationSpec, b: ActivationSpec): boolean =>
  a === b ||
  (a.name === b.name && (a.name !== 'leaky_relu' || b.name !== 'leaky_relu' || a.negative_slope === b.negative_slope))

/** q and the moments of φ layer by layer. A layer with a skip adds what it was given: s = s' + E[φ²] + 2 μ' E[φ]. */
function forwardOf({ layers, inputSquare, normalization }: TheoryNet): Forward[] {
  let [square, mean] = [inputSquare, 0]
  let known: Known | null = null
  return layers.map(layer => {
    const q = layer.inputs * layer.weightVariance * square + layer.biasVariance
    const isHidden = layer !== layers.at(-1)
    const seen = normalization === 'none' || !isHidden ? q : q / (q + EPSILON)
    known = isAlike(known, layer.activation, seen)
      ? known
      : { ...layer, q: seen, moments: momentsOf(layer.activation, seen) }
    const { moments } = known
    const [before, meanBefore] = layer.skips ? [square, mean] : [0, 0]
    square = before + moments.square + 2 * meanBefore * moments.mean
    mean = meanBefore + moments.mean
    return { q, moments }
  })
}

/** E‖·‖² that a delta of 1 in `layer` gives at its inputs, a unit. */
const factor = ({ outputs, weightVariance }: TheoryLayer): number => outputs * weightVariance

/** G is the mean square at a layer's output: G_l = m v D of the layer above, and G of it where that has a skip. */
function backwardOf({ layers }: TheoryNet, forward: readonly Forward[]): number[] {
  const delta = layers.map(() => 1)
  let above = 1
  for (let l = layers.length - 2; l >= 0; l--) {
    const next = layers[l + 1]!
    const gradient = factor(next) * delta[l + 1]! + (next.skips ? above : 0)
    delta[l] = gradient * forward[l]!.moments.slopeSquare
    above = gradient
  }
  return delta
}

/** The recorded delta is that before normalization, so it carries 1/q of the z that was normalized. */
function layerNormalized({ layers }: TheoryNet, forward: readonly Forward[]): number[] {
  const delta = layers.map(() => 1)
  let above = 1
  for (let l = layers.length - 2; l >= 0; l--) {
    const next = layers[l + 1]!
    const gradient = factor(next) * delta[l + 1]! + (next.skips ? above : 0)
    delta[l] = (gradient * forward[l]!.moments.slopeSquare) / (forward[l]!.q + EPSILON)
    above = gradient
  }
  return delta
}

/** What batch normalization multiplies the mean square of delta by in each ReLU layer, in the wide limit (Yang et al. 2019). */
const BATCH_RELU = Math.PI / (Math.PI - 1)

/** Only the way between hidden layers is known; from the output it is the plain one with half of the slopes 1. */
function batchNormalized(net: TheoryNet): Signals {
  const { layers } = net
  const forward = forwardOf(net)
  const last = layers.length - 1
  const delta = layers.map((_, l) => {
    if (l === last) return 1
    const atLastHidden = (factor(layers[last]!) * 0.5) / forward[last - 1]!.q
    return atLastHidden * betweenHidden(net, forward, l)
  })
  return { forward, delta }
}

/** Mean square of delta at `layer` over that at the last hidden layer: the growth a layer, for z of other sizes by their q. */
function betweenHidden({ layers }: TheoryNet, forward: readonly Forward[], layer: number): number {
  const last = layers.length - 2
  return (BATCH_RELU ** (last - layer) * forward[last]!.q) / forward[layer]!.q
}

function finish(net: TheoryNet, { forward, delta }: Signals): Prediction {
  const { layers } = net
  const variances = bandOf(net, forward)
  const hidden = layers.length - 1
  const predicted = layers.map(({ name }, l): PredictedLayer => {
    const above = layers[l + 1]
    return {
      name,
      q: forward[l]!.q,
      chi: above ? above.inputs * above.weightVariance * forward[l]!.moments.slopeSquare : null,
      deltaRelative: Math.sqrt(delta[l]!),
      lnStd: Math.sqrt(variances[l]!)
    }
  })
  return {
    layers: predicted,
    decades: hidden < 2 ? null : Math.log10(delta[0]! / delta[hidden - 1]!) / 2,
    exactBand:
      net.normalization === 'none' && layers.slice(0, -1).every(({ activation }) => activation.name === 'relu'),
    get fixedPoint() {
      return fixedPointOf(net)
    }
  }
}

/** Variance of ln(d_l / d_L), d the mean square of delta: the sum of c(q) / m over the layers that delta passes. */
function bandOf({ layers }: TheoryNet, forward: readonly Forward[]): number[] {
  const variances = layers.map(() => 0)
  for (let l = layers.length - 2; l >= 0; l--)
    variances[l] = variances[l + 1]! + forward[l]!.moments.spread / layers[l]!.outputs
  return variances
}

/** Of the hidden layers behind the first, where they are all alike. */
function fixedPointOf({ layers, normalization }: TheoryNet): FixedPoint | null {
  const inner = layers.slice(1, -1)
  const first = inner[0]
  if (!first || normalization !== 'none' || inner.some(layer => layer.skips || !isLike(layer, first))) return null
  return fixedPoint(first.activation, first.inputs * first.weightVariance, first.biasVariance)
}

const isLike = (layer: TheoryLayer, other: TheoryLayer): boolean =>
  layer.activation.name === other.activation.name &&
  layer.inputs * layer.weightVariance === other.inputs * other.weightVariance &&
  layer.biasVariance === other.biasVariance
