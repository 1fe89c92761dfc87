import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { naturalInitializerRemedy, standardizeInputsRemedy } from '../remedies'
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
  const layers = m.learningLayers.filter(layer => share(layer) >= HALF || reach(m, column, layer) >= DEEP)
  if (layers.length === 0) return []
  const worst = layers.reduce((a, b) => (reach(m, column, b) > reach(m, column, a) ? b : a))
  return [
    finding({
      rule: 'saturation',
      severity: m.learned ? 'info' : 'warning',
      layers,
      epoch: column,
      value: share(worst),
      threshold: HALF,
      message: messageOf(m, column, layers, worst),
      why: TEXTS.saturation.why(m.asked.activation(worst), FLAT[m.asked.activation(worst)] ?? NaN),
      remedies: [naturalInitializerRemedy(m), ...(m.asked.standardizes ? [] : [standardizeInputsRemedy()])]
    })
  ]
}

function messageOf(m: Measures, column: number, layers: readonly number[], worst: number): string {
  const z = (quantile: 'z_q01' | 'z_q99') => m.number(quantile, column, worst) ?? NaN
  const share = m.number('saturated_fraction', column, worst) ?? 0
  return TEXTS.saturation.message(m.names(layers), m.name(worst), share, z('z_q01'), z('z_q99'))
}

/** How far z reaches on both sides, in units of where φ becomes flat. */
function reach(m: Measures, column: number, layer: number): number {
  const flat = m.hidden === 0 || m.asked.normalization !== 'none' ? undefined : FLAT[m.asked.activation(layer)]
  if (flat === undefined) return 0
  const low = m.number('z_q01', column, layer) ?? 0
  const high = m.number('z_q99', column, layer) ?? 0
  return Math.max(-low, high) / flat
}
