import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { naturalInitializerRemedy, standardizeInputsRemedy } from '../remedies'
import { listed, number, percent } from '../words'

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
      message: `${listed(layers.map(layer => m.name(layer)))} ${layers.length === 1 ? 'is' : 'are'} saturated: ${percent(share(worst))} of the units of ${m.name(worst)}, with z from ${number(m.number('z_q01', column, worst) ?? NaN)} to ${number(m.number('z_q99', column, worst) ?? NaN)}.`,
      why: `Where |z| is large, ${m.asked.activation(worst)} is flat: φ′ is under 1 % of its maximum beyond ${number(FLAT[m.asked.activation(worst)] ?? NaN)}. The error signal is multiplied by φ′, so these units pass almost nothing back.`,
      remedies: [naturalInitializerRemedy(m), ...(m.asked.standardizes ? [] : [standardizeInputsRemedy()])]
    })
  ]
}

/** How far z reaches on both sides, in units of where φ becomes flat. */
function reach(m: Measures, column: number, layer: number): number {
  const flat = m.hidden === 0 || m.asked.normalization !== 'none' ? undefined : FLAT[m.asked.activation(layer)]
  if (flat === undefined) return 0
  const low = m.number('z_q01', column, layer) ?? 0
  const high = m.number('z_q99', column, layer) ?? 0
  return Math.max(-low, high) / flat
}
