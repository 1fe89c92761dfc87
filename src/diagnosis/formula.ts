import type { RunRecord } from '../record'
import { peerOf } from './compat'
import type { Finding } from './finding'
import { Measures } from './measures'
import { TEXTS } from './texts/texts'

const say = TEXTS.formulas

/** The formula behind a finding with this run's numbers put in, in one line. */
export function formulaOf(finding: Finding, record: RunRecord): string {
  const m = new Measures(record)
  const { rule, value, threshold } = finding
  const measured = value ?? NaN
  const limit = threshold ?? NaN
  const rate = m.asked.setting('learning_rate')
  if (peerOf(record) !== null) return say.limit(measured, limit)
  switch (rule) {
    case 'nonfinite':
      return say.notFinite(m.asked.precision, LARGEST[m.asked.precision])
    case 'symmetry':
      return say.symmetry(rate)
    case 'vanishing_signal':
    case 'exploding_signal':
      return signalFormula(finding, m)
    case 'poor_initialization':
      if (value === null) return say.centred
      if (limit < 10) return say.wide(measured, limit)
      return limit > 10 ? say.loud(measured, limit) : say.spread(measured, limit)
    case 'target_scale':
      return m.asked.loss === 'mae' ? say.largeTargetsForMae(measured) : say.largeTargets(measured)
    case 'input_scale':
      return say.inputs(measured)
    case 'loss_or_task':
      return taskFormula(finding, m)
    case 'learning_rate_too_large':
      return say.step(rate, overshoot(finding, m))
    case 'learning_rate_too_small':
      return say.step(rate, say.ofWeights(measured, limit))
    case 'underfit':
      return underfitFormula(finding, m)
    case 'dead_relu':
      return say.dead(measured, limit)
    case 'saturation':
      return limit > 1
        ? say.deep(m.asked.activation(finding.layers[0] ?? 0), measured, limit)
        : say.flat(m.asked.activation(finding.layers[0] ?? 0), measured)
    case 'loss_not_decreasing':
      return say.fall(measured, limit)
    case 'loss_at_initialization':
      return say.first(measured, record.data.classes.length, Math.log(record.data.classes.length))
    case 'weight_gradient_imbalance':
      return say.uneven(m.name(0), m.name(m.hidden - 1), 10 ** measured)
    case 'updates_too_small':
    case 'updates_too_large':
      return say.ofWeights(measured, limit)
    case 'gradient_below_floor':
      return say.floor(measured, limit)
    case 'adam_epsilon_floor':
      return say.epsilon(measured, m.asked.setting('epsilon'))
    case 'oscillating_loss':
      return say.swings(measured, limit)
    case 'overfit':
      return say.gap(measured, limit)
    default:
      return rule satisfies never
  }
}

const LARGEST = { float32: '3.4·10³⁸', float64: '1.8·10³⁰⁸' } as const

/** What the output cannot answer, what comes before a cross-entropy, or which loss goes with which targets. */
function taskFormula({ value }: Finding, m: Measures): string {
  const { outputActivation, loss } = m.asked
  if (outputActivation === 'linear') return say.task
  if (outputActivation === 'softmax' && m.record.layers.at(-1)!.outputs === 1) return say.alwaysOne
  if (loss === 'binary_crossentropy') return say.binaryCrossEntropy
  if (loss.endsWith('_crossentropy')) return say.crossEntropy
  return value === null ? say.task : say.outOfReach(outputActivation, value)
}

/** Backward where delta tells it, else forward. */
function signalFormula({ epoch, value, layers }: Finding, m: Measures): string {
  const back = epoch === null ? null : m.decadesAt(epoch)
  const [first, last] = [m.name(0), m.name(m.hidden - 1)]
  if (back !== null && back.decades === value)
    return value === -Infinity
      ? say.nothingBack(first)
      : say.backward(first, last, back.perLayer, m.hidden - 1, 10 ** value)
  return value !== null && value > 0 && value < Infinity
    ? say.forward(first, m.name(layers[0] ?? 0), 10 ** value)
    : say.overflow
}

/** What showed that steps lead too far: the finding's number is one of several. */
function overshoot({ value, threshold }: Finding, m: Measures): string {
  const [measured, limit] = [value ?? NaN, threshold ?? NaN]
  const broke = m.record.events.nonfinite
  if (broke !== null) return say.diverged(broke.step)
  if (limit === 0.5) return say.killed(measured)
  return limit > 1 ? say.grows(measured, limit) : say.ofWeights(measured, limit)
}

function underfitFormula({ value, remedies }: Finding, m: Measures): string {
  const changed = Object.keys(remedies[0]?.edits ?? {})
  if (changed.includes('epochs')) return say.steps(m.last, m.record.stepsPerEpoch)
  if (changed.includes('activation')) return say.linear(m.hidden + 1)
  return say.penalty(value ?? NaN, m.asked.setting('learning_rate'))
}
