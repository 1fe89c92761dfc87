import { at, toNumber, type Json, type RunRecord } from '../../../src/record'
import { activationCurve, type ActivationCurve } from './activationCurve'
import { columnOf, layerOf, type Look } from './look'
import type { Numbers } from './numbers'
import type { Shown } from './shown'

/** φ and φ′ of the chosen layer with the range of its pre-activations at the chosen epoch. */
export interface ActivationData {
  /** the layer's name */
  readonly layer: string
  /** the activation's name */
  readonly activation: string
  /** whether φ sees another z than the one that was recorded: its range would tell nothing about saturation */
  readonly normalized: boolean
  /** none for softmax, which is no function of one number */
  readonly points: readonly { readonly z: number; readonly value: number; readonly slope: number }[]
  /**
   * z's 1 %, 50 % and 99 % quantiles, cut off at the axis' ends; null where φ is not of the z that was recorded, or
   * none was
   */
  readonly range: { readonly from: number; readonly middle: number; readonly to: number } | null
  /** z goes from -reach to reach */
  readonly reach: number
}

const POINTS = 120
const REACHES = [4, 8, 16, 32, 64] as const

export function activationData(shown: Shown, look: Look): ActivationData {
  const { record } = shown
  const layer = layerOf(record, look)
  const { name, activation } = record.layers[layer]!
  const normalized = isNormalized(record, layer)
  const quantiles = look.brief || normalized ? null : quantilesAt(shown, columnOf(shown, look), layer)
  const far = quantiles ? Math.max(...quantiles.map(Math.abs)) : 0
  const reach = REACHES.find(reach => reach >= far) ?? REACHES.at(-1)!
  const curve = activationCurve(activation, negativeSlope(record, layer))
  const points = curve ? pointsOf(curve, reach) : []
  return { layer: name, activation, normalized, points, range: quantiles && rangeOf(quantiles, reach), reach }
}

/** What of z is within the axis. */
function rangeOf(quantiles: Quantiles, reach: number): ActivationData['range'] {
  const [from, middle, to] = quantiles.map(z => Math.max(-reach, Math.min(reach, z))) as unknown as Quantiles
  return { from, middle, to }
}

function isNormalized({ experiment: { normalization }, layers }: RunRecord, layer: number): boolean {
  return typeof normalization === 'string' && normalization !== 'none' && layer < layers.length - 1
}

const pointsOf = (curve: ActivationCurve, reach: number) =>
  Array.from({ length: POINTS + 1 }, (_, i) => {
    const z = (i / POINTS - 0.5) * 2 * reach
    return { z, value: curve.value(z), slope: curve.slope(z) }
  })

type Quantiles = readonly [low: number, middle: number, high: number]

/** The 1 %, 50 % and 99 % quantiles of z, or null if any of them is missing or not finite. */
function quantilesAt({ quantities }: Pick<Numbers, 'quantities'>, column: number, layer: number): Quantiles | null {
  if (column < 0) return null
  const names = ['z_q01', 'z_q50', 'z_q99'] as const
  const values = names.map(name => toNumber(at(quantities[name], column, layer)) ?? NaN)
  return values.every(Number.isFinite) ? (values as unknown as Quantiles) : null
}

/** What the experiment says about leaky_relu's negative side. */
function negativeSlope({ experiment }: RunRecord, layer: number): number | undefined {
  const all = experiment['activation']
  const own: Json | undefined = Array.isArray(all) ? (all as readonly Json[])[layer] : all
  const slope =
    typeof own === 'object' && own !== null ? (own as { readonly [key: string]: Json })['negative_slope'] : null
  return typeof slope === 'number' ? slope : undefined
}
