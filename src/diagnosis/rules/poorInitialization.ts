import { finding, type Finding } from '../finding'
import { largest, least, type Measures } from '../measures'
import { naturalInitializerRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

const say = TEXTS.poorInitialization

/** How far the spread of a layer's z may be from what its activation was made for, as a factor. */
const FACTOR = 10
/** Initializers whose spread does not know the layer's width, or whose mean is not 0. */
const BLIND = ['random_uniform', 'random_normal', 'constant', 'zeros']

/**
 * Initial weights that do not suit the net (Glorot & Bengio 2010; He et al. 2015): activations whose variance differs by more than 10
 * times between hidden layers, or weights with a mean that is not 0. Only where nothing was learned, as many nets live with it.
 */
export function poorInitialization(m: Measures): Finding[] {
  const shifted = m.hidden < 2 ? [] : m.learningLayers.filter(layer => isShifted(m, layer))
  const spread = spreadOf(m)
  const uneven = m.hidden >= 2 && spread > FACTOR && isBlind(m)
  if (m.learned || !m.ended || (shifted.length === 0 && !uneven)) return []
  const layers = shifted.length > 0 ? shifted : m.learningLayers
  return [
    finding({
      rule: 'poor_initialization',
      severity: 'warning',
      layers,
      epoch: 0,
      value: shifted.length > 0 ? null : spread,
      threshold: shifted.length > 0 ? null : FACTOR,
      message: shifted.length > 0 ? say.shifted(m.names(layers)) : say.uneven(spread),
      why: shifted.length > 0 ? say.whyShifted : say.whyUneven,
      remedies: [naturalInitializerRemedy(m)]
    })
  ]
}

/** Weights of one sign. */
function isShifted(m: Measures, layer: number): boolean {
  const spec = m.asked.ofLayer('initializer', layer)
  const field = (key: string) => (typeof spec?.[key] === 'number' ? spec[key] : 0)
  if (spec?.['name'] === 'random_uniform') return field('minval') >= 0 || field('maxval') <= 0
  return spec?.['name'] === 'random_normal' && Math.abs(field('mean')) > field('stddev')
}

const isBlind = (m: Measures): boolean =>
  m.learningLayers.some(layer => BLIND.includes(String(m.asked.ofLayer('initializer', layer)?.['name'])))

/** Largest over smallest variance of activations among hidden layers, in column 0. */
function spreadOf(m: Measures): number {
  const logs = m.learningLayers.map(layer => 2 * m.log('activation_std', 0, layer)).filter(Number.isFinite)
  return logs.length < 2 ? 1 : 10 ** (largest(logs) - least(logs))
}
