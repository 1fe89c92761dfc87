import { activationEntry, isActivationName } from '../catalogue'
import type { Remedy } from './finding'
import { largest, type Measures } from './measures'
import { isIdle } from './noChange'
import { TEXTS } from './texts/texts'

/* Changes of a cell that may help. None promises: a remedy is tried before and after with the same seed. */

/** Activations whose slope is well below 1 everywhere: no initializer saves a deep net of them. */
const FADING = ['sigmoid', 'softplus', 'softsign']

/**
 * For a signal that vanishes, or else explodes. Never he for tanh (χ = 1.106), never batch normalization first (delta grows 1.21 times a layer).
 * What no initializer mends by itself, a layer that adds its input to its normalized output does (He et al. 2016, Ba et al. 2016): the signal
 * has a way around each layer, and each layer gets a signal of size 1. A net with such ways whose signal grows lacks the normalization. In the
 * end comes all that lets very deep nets learn, with steps that do not depend on how large gradients are (Kingma & Ba 2015).
 */
export function signalRemedies(m: Measures, vanishes: boolean): Remedy[] {
  const names = m.learningLayers.map(layer => m.asked.activation(layer))
  const fades = vanishes && names.some(name => FADING.includes(name))
  const { normalization, residual } = m.asked
  const isNormalFirst = normalization === 'batch' || (residual && !vanishes)
  return [
    ...(normalization === 'batch' ? insteadOfBatches(m) : isNormalFirst ? [NORMALIZE] : []),
    ...(fades ? [TANH, RELU] : initializerRemedies(m, vanishes)),
    ...(residual ? [] : [RESIDUAL]),
    ...(isNormalFirst ? [] : [NORMALIZE]),
    [RELU, NORMALIZE, RESIDUAL, adamSteps(m)].reduce(bothRemedies),
    ...(vanishes ? [] : [lowerRateRemedy(m, 10)])
  ]
}

/** For a net that answers the same to everything though nothing else is wrong: activations that let several layers tell samples apart. */
export const steeperRemedies = (m: Measures): Remedy[] =>
  m.hidden > 1 && m.learningLayers.some(layer => FADING.includes(m.asked.activation(layer))) ? [TANH, RELU] : []

function initializerRemedies(m: Measures, vanishes: boolean): Remedy[] {
  const natural = naturalInitializerRemedy(m)
  if (vanishes) return [natural]
  const lower = lowerRateRemedy(m, 10)
  return [natural, isIdle(natural, m.record.experiment) ? lower : bothRemedies(natural, lower), CLIP]
}

/**
 * For a net that is normalized over mini-batches, where delta grows in each layer whatever its weights (Yang et al. 2019). Normalized by
 * layer it passes evenly, but a deep plain net then forgets its inputs on the way forward, which shortcuts prevent.
 */
function insteadOfBatches(m: Measures): Remedy[] {
  const normalize = { ...NORMALIZE, title: TEXTS.remedies.normalizeByLayer }
  return m.asked.residual ? [normalize] : [bothRemedies(normalize, RESIDUAL), normalize]
}

export const CLIP: Remedy = { title: TEXTS.remedies.clip, edits: { 'optimizer.clipnorm': 1 } }
const NORMALIZE: Remedy = { title: TEXTS.remedies.normalize, edits: { normalization: 'layer' } }
const RESIDUAL: Remedy = { title: TEXTS.remedies.residual, edits: { residual: true } }
/** By name alone, as a mapping could keep what other optimizers have and adam does not; that of a net with adam keeps the rest. */
const adamSteps = (m: Measures): Remedy => ({
  title: TEXTS.remedies.adam,
  edits: m.asked.optimizer === 'adam' ? { 'optimizer.learning_rate': 0.001 } : { optimizer: 'adam' }
})
const TANH: Remedy = {
  title: TEXTS.remedies.tanhXavier,
  edits: { activation: 'tanh', initializer: 'xavier', bias_initializer: null }
}
const RELU: Remedy = {
  title: TEXTS.remedies.reluHe,
  edits: { activation: 'relu', initializer: 'he', bias_initializer: null }
}

/** For units that are dead: from the start on, as weights or biases are, or since steps have killed them. */
export function deadUnitsRemedies(m: Measures, fromTheStart: boolean): Remedy[] {
  const start = { title: TEXTS.remedies.heAndZeros, edits: { initializer: 'he', bias_initializer: null } }
  const leaky = { title: TEXTS.remedies.leakyRelu, edits: { activation: 'leaky_relu' } }
  const leakyStart = { title: TEXTS.remedies.leakyReluHe, edits: { ...leaky.edits, ...start.edits } }
  return fromTheStart
    ? [start, leakyStart, lowerRateRemedy(m, 10)]
    : [lowerRateRemedy(m, 10), leaky, lowerRateRemedy(m, 100), leakyStart]
}

/** The initializer that keeps the signal through the net's activations. */
export function naturalInitializerRemedy(m: Measures): Remedy {
  const name = m.asked.activation(0)
  const natural = isActivationName(name) ? activationEntry(name).initializer : 'xavier'
  const { initializer, initializerFor } = TEXTS.remedies
  const title = name === '' ? initializer(natural) : initializerFor(natural, name)
  return { title, edits: { initializer: natural, bias_initializer: null } }
}

/** A learning rate so many times smaller, as a round number. */
export function lowerRateRemedy(m: Measures, times: number): Remedy {
  const rate = round(m.asked.setting('learning_rate', 0.1) / times)
  return { title: TEXTS.remedies.lowerRate(rate), edits: { 'optimizer.learning_rate': rate } }
}

/** The share of the weights that a first step may take. */
const FIRST_STEP = 0.01

/** Lower rates for steps that lead too far: ten times lower, or more where the first step told by how much, then ten times less again. */
export function lowerRateRemedies(m: Measures): Remedy[] {
  const { steps, quantities } = m.record.steps
  const first = steps[0] === 1 ? m.learningLayers.map(layer => m.logIn(quantities.update_ratio, 0, layer)) : []
  const decades = Math.round(largest(first.filter(Number.isFinite)) - Math.log10(FIRST_STEP))
  const times = 10 ** Math.min(6, Math.max(1, decades))
  return [lowerRateRemedy(m, times), lowerRateRemedy(m, 10 * times)]
}

export function higherRateRemedy(m: Measures, times: number): Remedy {
  const rate = round(m.asked.setting('learning_rate', 0.001) * times)
  return { title: TEXTS.remedies.higherRate(rate), edits: { 'optimizer.learning_rate': rate } }
}

export const standardizeInputsRemedy = (): Remedy => ({
  title: TEXTS.remedies.standardizeInputs,
  edits: { 'dataset.standardize': true }
})

/** Standardized targets are of both signs and of any size, so that an output that cannot be must become linear. */
export function standardizeTargetRemedy(m: Measures): Remedy {
  const remedy = { title: TEXTS.remedies.standardizeTargets, edits: { 'dataset.standardize_target': true } }
  return m.asked.outputActivation === 'linear' ? remedy : bothRemedies(remedy, linearOutputRemedy())
}

export const linearOutputRemedy = (): Remedy => ({
  title: TEXTS.remedies.linearOutput,
  edits: { output_activation: 'linear' }
})

export const moreEpochsRemedy = (m: Measures, times: number): Remedy => {
  const epochs = Math.max(1, m.record.epochs) * times
  return { title: TEXTS.remedies.moreEpochs(epochs), edits: { epochs } }
}

/** Two remedies as one. */
export const bothRemedies = (first: Remedy, second: Remedy): Remedy => ({
  title: TEXTS.remedies.both(first.title, second.title),
  edits: { ...first.edits, ...second.edits }
})

/** Two significant digits. */
const round = (value: number): number => Number(value.toPrecision(2))
