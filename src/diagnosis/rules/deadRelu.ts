import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { deadUnitsRemedies, linearOutputRemedy } from '../remedies'
import { scaleRemedies } from './scale'
import { TEXTS } from '../texts/texts'

const HALF = 0.5

/** At least half of a layer's units, be it the output's, are 0 for every sample of the last epoch, and the net has not learned (Lu et al. 2020). */
export function deadRelu(m: Measures): Finding[] {
  if (m.last < 1) return []
  const dead = (layer: number) => m.number('dead_fraction', m.last, layer) ?? 0
  const layers = m.allLayers.filter(layer => dead(layer) >= HALF).sort((a, b) => dead(b) - dead(a))
  if (layers.length === 0) return []
  const worst = layers[0]!
  const severity = m.learned ? 'info' : dead(worst) >= 0.9 ? 'error' : 'warning'
  return [
    finding({
      rule: 'dead_relu',
      severity,
      layers,
      epoch: since(m, worst),
      value: dead(worst),
      threshold: HALF,
      message: TEXTS.deadRelu.message(dead(worst), m.names(layers)),
      why: TEXTS.deadRelu.why,
      remedies: [
        ...(layers.includes(m.hidden) ? [linearOutputRemedy()] : []),
        ...scaleRemedies(m),
        ...deadUnitsRemedies(m, since(m, worst) === 0)
      ]
    })
  ]
}

/** The first column from which on half of the layer is dead. */
function since(m: Measures, layer: number): number {
  let column = m.last
  while (column > 0 && (m.number('dead_fraction', column - 1, layer) ?? 0) >= HALF) column--
  return column
}
