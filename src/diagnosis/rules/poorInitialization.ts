import { activationEntry, isActivationName } from '../../catalogue'
import { finding, type Finding } from '../finding'
import { largest, least, type Measures } from '../measures'
import { naturalInitializerRemedy } from '../remedies'
import { scaleRemedies } from './scale'
import { TEXTS } from '../texts/texts'

const say = TEXTS.poorInitialization

/** How far the spread of a layer's z may be from what its activation was made for, as a factor. */
const FACTOR = 10
/** A first loss that many times that of a constant answer is no chance, and a share of that at which nothing is left of it. */
const [LOUD, RECOVERED] = [100, 0.1]
/** Initializers whose spread does not know the layer's width, or whose mean is not 0. */
const BLIND = ['random_uniform', 'random_normal', 'constant', 'zeros']

/**
 * Initial weights that do not suit the net (Glorot & Bengio 2010; He et al. 2015): activations whose variance differs by more than 10
 * times between hidden layers, weights with a mean that is not 0, or weights whose variance is more than 10 times what the layer's width
 * allows, where nothing was learned, as many nets live with it; or a first loss far beyond that of a constant answer, from which training has
 * not recovered (the loss at the start should be that of knowing nothing).
 */
export function poorInitialization(m: Measures): Finding[] {
  const reason = m.ended
    ? ((m.learned ? null : (shifted(m) ?? uneven(m))) ?? loud(m) ?? (m.learned ? null : wide(m)))
    : null
  if (reason === null) return []
  const remedies = [naturalInitializerRemedy(m)]
  return [
    finding({
      rule: 'poor_initialization',
      severity: 'warning',
      layers: m.learningLayers,
      epoch: 0,
      remedies,
      ...reason
    })
  ]
}

type Reason = Pick<Finding, 'message' | 'why'> & Partial<Finding>

function shifted(m: Measures): Reason | null {
  const layers = m.hidden < 2 ? [] : m.learningLayers.filter(layer => isShifted(m, layer))
  return layers.length === 0 ? null : { layers, message: say.shifted(m.names(layers)), why: say.whyShifted }
}

function uneven(m: Measures): Reason | null {
  const value = spreadOf(m)
  if (m.hidden < 2 || !(value > FACTOR) || !isBlind(m)) return null
  return { value, threshold: FACTOR, message: say.uneven(value), why: say.whyUneven }
}

/** Large inputs make the first loss large by themselves, as large targets do. */
function loud(m: Measures): Reason | null {
  const trivial = isBlind(m) ? constantLoss(m) : 0
  const value = m.firstLoss / trivial
  if (!(trivial > 0 && value > LOUD) || scaleRemedies(m).length > 0 || (m.shareOfTrivial ?? 1) < RECOVERED) return null
  const why = m.record.data.task === 'classification' ? say.whyLoud : say.whyLoudNumbers
  return { value, threshold: LOUD, message: say.loud(m.firstLoss, value), why }
}

/** The loss of a constant answer: the best, or that of answering 0 to numbers, which a net with small outputs does, where that is more. */
const constantLoss = (m: Measures): number => Math.max(m.trivialLoss ?? 0, m.lossOfZero)

/** Weights that are drawn without regard to the layer's width, and far wider than that allows. */
function wide(m: Measures): Reason | null {
  const layers = m.allLayers.filter(layer => isBlindIn(m, layer) && excess(m, layer) > Math.sqrt(FACTOR))
  if (layers.length === 0) return null
  const worst = layers.reduce((a, b) => (excess(m, b) > excess(m, a) ? b : a))
  const value = excess(m, worst)
  const inputs = m.record.layers[worst]!.inputs
  return {
    ...{ layers, value, threshold: Math.sqrt(FACTOR) },
    message: say.wide(m.names(layers), m.name(worst), inputs, value),
    why: say.whyWide
  }
}

/** How many times as large as suits them the weights of a layer start: of variance 1/fan_in, or 2/fan_in for activations that cut off half. */
function excess(m: Measures, layer: number): number {
  const { inputs, outputs } = m.record.layers[layer]!
  const name = m.asked.activation(Math.min(layer, m.hidden - 1))
  const gain = isActivationName(name) && activationEntry(name).initializer === 'he' ? 2 : 1
  const spread = (m.number('weight_l2', 0, layer) ?? 0) / Math.sqrt(inputs * outputs)
  return spread / Math.sqrt(gain / inputs)
}

/** Weights of one sign. */
function isShifted(m: Measures, layer: number): boolean {
  const spec = m.asked.ofLayer('initializer', layer)
  const field = (key: string) => (typeof spec?.[key] === 'number' ? spec[key] : 0)
  if (spec?.['name'] === 'random_uniform') return field('minval') >= 0 || field('maxval') <= 0
  return spec?.['name'] === 'random_normal' && Math.abs(field('mean')) > field('stddev')
}

const isBlind = (m: Measures): boolean => m.learningLayers.some(layer => isBlindIn(m, layer))

const isBlindIn = (m: Measures, layer: number): boolean =>
  BLIND.includes(String(m.asked.ofLayer('initializer', layer)?.['name']))

/** Largest over smallest variance of activations among hidden layers, in column 0. */
function spreadOf(m: Measures): number {
  const logs = m.learningLayers.map(layer => 2 * m.log('activation_std', 0, layer)).filter(Number.isFinite)
  return logs.length < 2 ? 1 : 10 ** (largest(logs) - least(logs))
}
