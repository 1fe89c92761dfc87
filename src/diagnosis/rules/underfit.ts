import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { moreEpochsRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

const say = TEXTS.underfit

/** Steps below which no net of a usual rate gets anywhere. */
const FEW_STEPS = 200
/** What a linear net may leave of the trivial loss before its lack of bends is the likely reason. */
const UNBENT = 0.1

/** The net could not learn what it was given: no non-linearity, a penalty that outweighs the loss, or too few steps. */
export function underfit(m: Measures): Finding[] {
  if (!m.completed || m.last < 1 || m.record.events.nonfinite !== null || m.asked.isUnlearnable) return []
  const reason = penalty(m) ?? (m.learned ? null : fewSteps(m)) ?? noBend(m)
  if (reason === null) return []
  return [finding({ rule: 'underfit', severity: 'warning', epoch: m.last, ...reason })]
}

type Reason = Pick<Finding, 'message' | 'why' | 'remedies' | 'value' | 'threshold'>

/** All activations linear: layers of them are one linear map. */
function noBend(m: Measures): Reason | null {
  const bent = m.hidden > 0 && !m.learningLayers.every(layer => m.asked.activation(layer) === 'linear')
  const share = m.shareOfTrivial
  if (bent || share === null || share < UNBENT || m.hidden === 0) return null
  return {
    value: share,
    threshold: UNBENT,
    message: say.linear(share),
    why: say.whyLinear(m.hidden),
    remedies: [
      { title: TEXTS.remedies.reluHe, edits: { activation: 'relu', initializer: 'he', bias_initializer: null } }
    ]
  }
}

/** Weight decay of such a size that weights shrink faster than they learn: l2-like penalties. */
function penalty(m: Measures): Reason | null {
  const pull = m.asked.setting('weight_decay') + 2 * m.asked.number('l2')
  const decoupled = m.asked.optimizer === 'adamw' || m.asked.optimizer === 'lion'
  const perStep = pull * m.asked.setting('learning_rate')
  const share = m.shareOfTrivial
  const heavy = decoupled ? pull >= 1 : pull >= 0.1
  if (!heavy || perStep < 1e-3 || share === null || share < 0.25) return null
  return {
    value: pull,
    threshold: decoupled ? 1 : 0.1,
    message: say.penalty(pull, perStep),
    why: say.whyPenalty,
    remedies: [
      { title: TEXTS.remedies.noPenalty, edits: { 'optimizer.weight_decay': 0, l2: 0, l1: 0 } },
      { title: TEXTS.remedies.smallerPenalty, edits: { 'optimizer.weight_decay': pull / 1000, l2: 0 } }
    ]
  }
}

function fewSteps(m: Measures): Reason | null {
  const steps = m.last * m.record.stepsPerEpoch
  if (steps >= FEW_STEPS || !(m.lastLoss < m.firstLoss)) return null
  return {
    value: steps,
    threshold: FEW_STEPS,
    message: say.fewSteps(steps, m.firstLoss, m.lastLoss),
    why: say.whyFewSteps,
    remedies: [moreEpochsRemedy(m, Math.max(10, Math.ceil((10 * FEW_STEPS) / Math.max(1, steps))))]
  }
}
