import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { naturalInitializerRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

/** Units of a layer that are copies of each other, and whose gradients are, stay so for ever (Rumelhart, Hinton & Williams 1986). */
export function symmetry(m: Measures): Finding[] {
  const { initial } = m.record.events.duplicateUnits
  const gradients = m.record.distributions[0]?.duplicateGradients
  const layers = m.learningLayers.filter(
    layer => m.hidden > 0 && isSymmetric(m, layer, initial[layer] ?? 0, gradients?.[layer])
  )
  if (layers.length === 0) return []
  return [
    finding({
      rule: 'symmetry',
      severity: m.learned ? 'info' : 'error',
      layers,
      epoch: 0,
      value: 1,
      threshold: 1,
      message: TEXTS.symmetry.message(m.names(layers)),
      why: TEXTS.symmetry.why,
      remedies: [naturalInitializerRemedy(m)]
    })
  ]
}

/** All units equal; a single unit is no symmetry. Old records do not tell of gradients. */
const isSymmetric = (m: Measures, layer: number, weights: number, gradients: number | undefined): boolean =>
  m.record.layers[layer]!.outputs > 1 && weights >= 1 && (gradients === undefined || gradients >= 1)
