import type { ActivationSpec } from '../catalogue'
import { batchNormalized } from './batchNormalization'
import { criticalSigmaW2, fixedPoint, type FixedPoint } from './fixedPoint'
import { MomentTables } from './logMoments'
import type { TheoryLayer, TheoryNet } from './net'
import { decided, ofSamples } from './samples'
import { signalsOf, type Signals } from './signals'
import { TEXTS } from './texts'

/** What theory says of one layer at initialisation. */
export interface PredictedLayer {
  readonly name: string
  /** second moment of z over units and samples, before normalization; 0 or Infinity beyond float64's range */
  readonly q: number
  readonly lnQ: number
  /** σ_w² E[φ′²] with the σ_w² = fan_in · variance of the layer above; null for the output layer, which has none */
  readonly chi: number | null
  /** delta_rms over the output layer's; 0 or Infinity beyond float64's range */
  readonly deltaRelative: number
  /** its natural logarithm; -Infinity where nothing arrives */
  readonly lnDeltaRelative: number
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
  /** σ_w² = fan_in · variance of the weights of such layers; null as above */
  readonly sigmaW2: number | null
  /** the σ_w² at which χ* would be 1 with their σ_b² (worked out when asked for); null as above, and where there is none */
  readonly criticalSigmaW2: number | null
}

/** Why theory has nothing to say, as part of a sentence. */
export interface NotCovered {
  readonly why: string
}

/**
 * Mean-field prediction of the forward and backward signal of a net with random weights: Poole et al. 2016, Schoenholz et al. 2017;
 * residual nets: Yang & Schoenholz 2017; the band at finite width: Hanin & Nica 2019; batch normalization: Yang et al. 2019.
 */
export function predict(net: TheoryNet): Prediction | NotCovered {
  if (net.normalization === 'batch') {
    const signals = batchNormalized(net)
    return 'why' in signals ? signals : finish(net, signals, [])
  }
  const tables = new MomentTables()
  const plain = signalsOf(net, Math.log(net.inputSquare), tables, (table, lnQ) => table.exact(lnQ))
  const samples = ofSamples(net, tables)
  if (samples === null || samples.isAs(plain)) return finish(net, plain, [])
  return decided(samples) ? { why: TEXTS.fewSamples } : finish(net, samples.signals, samples.variances)
}

/** `more`: what adds to the variance of ln(d_l / d_L), by layer. */
function finish(net: TheoryNet, { forward, lnDelta }: Signals, more: readonly number[]): Prediction {
  const { layers } = net
  const variances = bandOf(net, forward)
  const hidden = layers.length - 1
  const alike = alikeLayers(net)
  const predicted = layers.map(({ name }, l): PredictedLayer => {
    const above = layers[l + 1]
    const { lnQ, moments } = forward[l]!
    return {
      name,
      q: Math.exp(lnQ),
      lnQ,
      chi: above ? above.inputs * above.weightVariance * Math.exp(moments.lnSlopeSquare) : null,
      deltaRelative: Math.exp(lnDelta[l]! / 2),
      lnDeltaRelative: lnDelta[l]! / 2,
      lnStd: Math.sqrt(variances[l]! + (more[l] ?? 0))
    }
  })
  return {
    layers: predicted,
    decades: hidden < 2 ? null : (lnDelta[0]! - lnDelta[hidden - 1]!) / 2 / Math.LN10,
    exactBand:
      net.normalization === 'none' && layers.slice(0, -1).every(({ activation }) => activation.name === 'relu'),
    sigmaW2: alike && alike.sigmaW2,
    get fixedPoint() {
      return alike && fixedPoint(alike.activation, alike.sigmaW2, alike.sigmaB2)
    },
    get criticalSigmaW2() {
      return alike && criticalSigmaW2(alike.activation, alike.sigmaB2)
    }
  }
}

/** Variance of ln(d_l / d_L), d the mean square of delta: the sum of c(q) / m over the layers that delta passes. */
function bandOf({ layers }: TheoryNet, forward: Signals['forward']): number[] {
  const variances = layers.map(() => 0)
  for (let l = layers.length - 2; l >= 0; l--)
    variances[l] = variances[l + 1]! + forward[l]!.moments.spread / layers[l]!.outputs
  return variances
}

/** What all layers of a kind have in common. */
interface AlikeLayers {
  readonly activation: ActivationSpec
  /** fan_in · variance of the weights */
  readonly sigmaW2: number
  /** variance of the biases */
  readonly sigmaB2: number
}

/** The hidden layers behind the first; null where they are not all alike, skip or are normalized. */
function alikeLayers({ layers, normalization }: TheoryNet): AlikeLayers | null {
  const inner = layers.slice(1, -1)
  const first = inner[0]
  if (!first || normalization !== 'none' || inner.some(layer => layer.skips || !isLike(layer, first))) return null
  return { activation: first.activation, sigmaW2: sigmaW2Of(first), sigmaB2: first.biasVariance }
}

const sigmaW2Of = ({ inputs, weightVariance }: TheoryLayer): number => inputs * weightVariance

const isLike = (layer: TheoryLayer, other: TheoryLayer): boolean =>
  layer.activation.name === other.activation.name &&
  sigmaW2Of(layer) === sigmaW2Of(other) &&
  layer.biasVariance === other.biasVariance
