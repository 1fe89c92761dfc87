import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { lowerRateRemedy, naturalInitializerRemedy, standardizeInputsRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

/** |z| beyond which |φ′| is under 1 % of its maximum. */
const FLAT: Readonly<Record<string, number>> = { sigmoid: 5.99, tanh: 2.993, softsign: 9 }
/** z's 1 % and 99 % quantiles beyond so many times that are deep in the flat part. */
const DEEP = 2.5
const HALF = 0.5

/** Half of a layer's units stay where φ is flat, or z reaches deep into the flat part: φ′ is 0 there, and nothing passes back. */
export function saturation(m: Measures): Finding[] {
  if (m.last < 0) return []
  const column = m.last
  const share = (layer: number) => m.number('saturated_fraction', column, layer) ?? 0
  const layers = m.learningLayers.filter(layer => isFlat(m, column, layer))
  if (layers.length === 0) return []
  const worst = layers.reduce((a, b) => (reach(m, column, b) > reach(m, column, a) ? b : a))
  const flat = FLAT[m.asked.activation(worst)] ?? NaN
  const isHalf = share(worst) >= HALF
  return [
    finding({
      rule: 'saturation',
      severity: m.learned ? 'info' : 'warning',
      layers,
      epoch: column,
      value: isHalf ? share(worst) : flat * reach(m, column, worst),
      threshold: isHalf ? HALF : DEEP * flat,
      message: messageOf(m, column, layers, worst),
      why: TEXTS.saturation.why(m.asked.activation(worst), flat),
      remedies: remediesOf(m, isFlat(m, 0, worst))
    })
  ]
}

const isFlat = (m: Measures, column: number, layer: number): boolean =>
  (m.number('saturated_fraction', column, layer) ?? 0) >= HALF || reach(m, column, layer) >= DEEP

/** Weights or inputs have put z where it is from the start, or else steps have. */
function remediesOf(m: Measures, fromTheStart: boolean): Finding['remedies'] {
  const inputs = m.asked.standardizes ? [] : [standardizeInputsRemedy()]
  const start = [naturalInitializerRemedy(m), ...inputs]
  return fromTheStart ? [...start, lowerRateRemedy(m, 10)] : [lowerRateRemedy(m, 10), ...start, lowerRateRemedy(m, 100)]
}

function messageOf(m: Measures, column: number, layers: readonly number[], worst: number): string {
  const z = (quantile: 'z_q01' | 'z_q99') => m.number(quantile, column, worst) ?? NaN
  const share = m.number('saturated_fraction', column, worst) ?? 0
  const [low, high] = [z('z_q01'), z('z_q99')]
  return share >= HALF
    ? TEXTS.saturation.message(m.names(layers), m.name(worst), share, low, high)
    : TEXTS.saturation.reaches(m.names(layers), m.name(worst), low, high)
}

/** How far z reaches on both sides, in units of where φ becomes flat. */
function reach(m: Measures, column: number, layer: number): number {
  const flat = m.hidden === 0 || m.asked.normalization !== 'none' ? undefined : FLAT[m.asked.activation(layer)]
  if (flat === undefined) return 0
  const low = m.number('z_q01', column, layer) ?? 0
  const high = m.number('z_q99', column, layer) ?? 0
  return Math.max(-low, high) / flat
}
