import { finding, type Finding } from '../finding'
import { largest, least, type Measures } from '../measures'
import { higherRateRemedy, lowerRateRemedy, standardizeInputsRemedy, steeperRemedies } from '../remedies'
import { isUneven } from '../signalChange'
import { TEXTS } from '../texts/texts'
import { NOTHING_LEARNED, usualSteps } from './stepSize'

/* What shows that something is wrong, not what. These stand below a cause as its evidence. */

const say = TEXTS.lossNotDecreasing

const STILL = 1e-6
const FLOOR = 1e-7

/** A healthy step is about a thousandth of the weights. */
const USUAL_STEP = 1e-4

/** What a loss that is settling where a constant answer is may still fall by. */
const SETTLING = 0.98

/**
 * No 0.1 % fall over 10 epochs, though nothing was learned: a net that got somewhere may have found all there is. Nothing means no better than
 * the best constant answer; the first mini-batch says so only where that is not known, as its loss may be small by chance. A loss that comes
 * down to that of a constant answer and settles there has learned nothing but this answer, so that what it still falls by does not count.
 */
export function lossNotDecreasing(m: Measures): Finding[] {
  if (m.last < 10 || m.learned || !m.ended || m.asked.isUnlearnable) return []
  const before = least([...m.losses.slice(1, m.last - 9).filter(Number.isFinite), m.firstLoss])
  const after = least(m.losses.slice(m.last - 9).filter(Number.isFinite))
  const isStuck = m.bestLoss > NOTHING_LEARNED * (m.trivialLoss ?? m.firstLoss)
  const isSettling = isStuck && m.trivialLoss !== null && m.lastLoss < m.trivialLoss / NOTHING_LEARNED
  const limit = isSettling ? SETTLING : 0.999
  if (!(after > limit * before)) return []
  const step = largest([0, ...usualSteps(m, m.learningLayers)])
  return [
    finding({
      rule: 'loss_not_decreasing',
      severity: isStuck ? 'warning' : 'info',
      epoch: m.last - 9,
      value: after / before,
      threshold: limit,
      message: (isSettling ? say.settled : say.message)(m.firstLoss, m.lastLoss),
      why: isSettling ? say.whySettled : say.why,
      remedies: [
        ...steeperRemedies(m),
        ...(step < USUAL_STEP ? [higherRateRemedy(m, 10), lowerRateRemedy(m, 10)] : [lowerRateRemedy(m, 10)])
      ]
    })
  ]
}

/** How many times ln C the first loss is where it can no longer be chance, and where it alone is worth a warning. */
const [ODD_START, BAD_START] = [1.5, 3]

/** Logits that are too large (or labels that are not what they seem) show in the first loss. */
export function lossAtInitialization(m: Measures): Finding[] {
  const classes = m.record.data.classes.length
  if (m.asked.loss !== 'categorical_crossentropy' || classes < 2 || m.record.columns === 0) return []
  const due = Math.log(classes)
  const share = m.firstLoss / due
  if (!(share > ODD_START || share < 0.5)) return []
  return [
    finding({
      rule: 'loss_at_initialization',
      severity: m.learned || !m.ended || share < BAD_START ? 'info' : 'warning',
      layers: [m.hidden],
      epoch: 0,
      value: m.firstLoss,
      threshold: share > 1 ? ODD_START * due : 0.5 * due,
      message: TEXTS.lossAtInitialization.message(m.firstLoss, classes, due),
      why: TEXTS.lossAtInitialization.why,
      remedies: m.asked.standardizes ? [] : [standardizeInputsRemedy()]
    })
  ]
}

/** The gradient of the weights falls or grows over the hidden layers, as delta may (reported apart: it can look flat while delta vanishes). */
export function weightGradientImbalance(m: Measures): Finding[] {
  if (m.last < 0 || m.hidden < 3) return []
  const change = m.changeOver('weight_gradient_mean_abs', m.last)
  if (change === null || !isUneven(change)) return []
  return [
    finding({
      rule: 'weight_gradient_imbalance',
      severity: 'info',
      layers: [change.decades < 0 ? 0 : m.hidden - 1],
      epoch: m.last,
      value: change.decades,
      threshold: Math.sign(change.decades),
      message: TEXTS.weightGradientImbalance.message(m.name(0), m.name(m.hidden - 1), change.decades),
      why: TEXTS.weightGradientImbalance.why
    })
  ]
}

/** Layers whose steps change nothing, or everything. */
export function updateSizes(m: Measures): Finding[] {
  if (m.last < 1) return []
  const ratios = m.learningLayers.map(layer => m.median('update_ratio', layer))
  const ratio = (layer: number) => ratios[layer]!
  const small = m.learningLayers.filter(layer => ratio(layer) < STILL).sort((a, b) => ratio(a) - ratio(b))
  const large = m.learningLayers.filter(layer => ratio(layer) > 0.1).sort((a, b) => ratio(b) - ratio(a))
  const told = (layers: readonly number[], rule: 'updates_too_small' | 'updates_too_large', threshold: number) =>
    layers.length === 0
      ? []
      : [
          finding({
            rule,
            severity: 'info',
            layers,
            epoch: 1,
            value: ratio(layers[0]!),
            threshold,
            message: TEXTS.updateSizes.message(m.names(layers), ratio(layers[0]!)),
            why: TEXTS.updateSizes.why
          })
        ]
  return [...told(small, 'updates_too_small', STILL), ...told(large, 'updates_too_large', 0.1)]
}

/** SageMaker Debugger's VanishingGradient: a mean |∂W| under 1e-7. */
export function gradientBelowFloor(m: Measures): Finding[] {
  if (m.last < 1 || m.learned) return []
  const layers = m.learningLayers.filter(layer => (m.number('weight_gradient_mean_abs', m.last, layer) ?? 1) < FLOOR)
  if (layers.length === 0) return []
  return [
    finding({
      rule: 'gradient_below_floor',
      severity: 'info',
      layers,
      epoch: m.last,
      value: m.number('weight_gradient_mean_abs', m.last, layers[0]!),
      threshold: FLOOR,
      message: TEXTS.gradientBelowFloor.message(m.names(layers)),
      why: TEXTS.gradientBelowFloor.why
    })
  ]
}

/** Optimizers that divide by √v + ε no longer scale a gradient that is not well above ε. */
export function adamEpsilonFloor(m: Measures): Finding[] {
  const epsilon = m.asked.setting('epsilon')
  if (m.last < 1 || epsilon <= 0) return []
  const rms = (layer: number) => {
    const { inputs, outputs } = m.record.layers[layer]!
    return (m.number('weight_gradient_l2', m.last, layer) ?? NaN) / Math.sqrt(inputs * outputs)
  }
  const layers = m.learningLayers.filter(layer => rms(layer) < 10 * epsilon && rms(layer) > 0)
  if (layers.length === 0) return []
  return [
    finding({
      rule: 'adam_epsilon_floor',
      severity: 'info',
      layers,
      epoch: m.last,
      value: rms(layers[0]!),
      threshold: 10 * epsilon,
      message: TEXTS.adamEpsilonFloor.message(m.names(layers), rms(layers[0]!), epsilon),
      why: TEXTS.adamEpsilonFloor.why(m.asked.optimizer),
      remedies: [{ title: TEXTS.remedies.smallerEpsilon, edits: { 'optimizer.epsilon': epsilon / 1000 } }]
    })
  ]
}

/** Accuracy swings by 0.03 or more in a fifth of the epochs. */
export function oscillatingLoss(m: Measures): Finding[] {
  if (m.last < 10) return []
  const accuracy = Array.from({ length: m.last }, (_, i) => m.curve('accuracy', i + 1))
  const swings = accuracy.slice(2).filter((value, i) => isSwing(accuracy[i]!, accuracy[i + 1]!, value!)).length
  const share = swings / Math.max(1, accuracy.length - 2)
  if (accuracy[0] === null || share < 0.2) return []
  return [
    finding({
      rule: 'oscillating_loss',
      severity: m.asked.number('batch_size') <= 2 && m.ended ? 'warning' : 'info',
      epoch: 1,
      value: share,
      threshold: 0.2,
      message: TEXTS.oscillatingLoss.message(share),
      why: TEXTS.oscillatingLoss.why(m.asked.number('batch_size')),
      remedies: [lowerRateRemedy(m, 10), { title: TEXTS.remedies.largerBatches, edits: { batch_size: 32 } }]
    })
  ]
}

/** Down and up again, or up and down. */
function isSwing(a: number | null, b: number | null, c: number | null): boolean {
  if (a === null || b === null || c === null) return false
  return Math.min(Math.abs(b - a), Math.abs(c - b)) >= 0.03 && Math.sign(b - a) !== Math.sign(c - b)
}

/** The test loss is well above the training loss for five epochs (Prechelt 1998). */
export function overfit(m: Measures): Finding[] {
  if (m.last < 6) return []
  const gap = (column: number) => {
    const [train, test] = [m.curve('loss', column), m.curve('test_loss', column)]
    return train === null || test === null || train <= 0 ? 0 : (test - train) / train
  }
  const last = [0, 1, 2, 3, 4].map(back => gap(m.last - back))
  if (!last.every(each => each > 0.1) || !(m.curve('test_loss', m.last)! > 0.05)) return []
  return [
    finding({
      rule: 'overfit',
      severity: 'info',
      epoch: m.last - 4,
      value: last[0]!,
      threshold: 0.1,
      message: TEXTS.overfit.message(last[0]!),
      why: TEXTS.overfit.why(m.record.parameters, m.record.data.trainSamples),
      remedies: [{ title: TEXTS.remedies.smallWeights, edits: { l2: 0.001 } }]
    })
  ]
}
