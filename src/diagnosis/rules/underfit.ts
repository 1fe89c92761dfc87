import { finding, type Finding } from '../finding'
import { lossFrom, type Measures } from '../measures'
import { moreEpochsRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'
import { learningRateTooLarge } from './learningRate'
import { heavyPenalty } from './penalty'

const say = TEXTS.underfit

/** Steps below which no net of a usual rate gets anywhere, and those below which it does not matter whether the loss is falling yet. */
const [FEW_STEPS, VERY_FEW_STEPS] = [200, 50]
/** What the last quarter of training must still take off the loss. */
const STILL_FALLING = 0.98
/** A share of the trivial loss at which a net that still falls has not even found the best constant answer, however long it took. */
const NOTHING_YET = 1
const FALLING_FAST = 0.95
/** A loss that falls as an exponential makes this in its last quarter where as long a run again would gain a third more. */
const GAINS = 0.15
/** What a linear net may leave of the trivial loss before its lack of bends is the likely reason. */
const UNBENT = 0.1

/** The net could not learn what it was given: no non-linearity, a penalty that outweighs the loss, or too few steps. */
export function underfit(m: Measures): Finding[] {
  if (!m.completed || m.last < 1 || m.record.events.nonfinite !== null || m.asked.isUnlearnable) return []
  const reason = heavyPenalty(m) ?? (m.learned ? null : fewSteps(m)) ?? noBend(m)
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
    why: say.whyLinear(m.hidden + 1),
    remedies: [
      { title: TEXTS.remedies.reluHe, edits: { activation: 'relu', initializer: 'he', bias_initializer: null } }
    ]
  }
}

function fewSteps(m: Measures): Reason | null {
  const steps = m.last * m.record.stepsPerEpoch
  const isFalling = m.lastLoss < STILL_FALLING * m.lossBeforeLast
  const isEarly =
    steps < FEW_STEPS
      ? steps < VERY_FEW_STEPS || (isFalling && gainsMuch(m) && !isLearningByHeart(m))
      : isBelowNothing(m)
  if (!isEarly) return null
  return {
    value: steps,
    threshold: FEW_STEPS,
    message: (isFalling ? say.stillFalling : say.fewSteps)(steps, lossFrom(m), m.lastLoss),
    why: say.whyFewSteps,
    remedies: [moreEpochsRemedy(m, Math.max(10, Math.ceil((10 * FEW_STEPS) / Math.max(1, steps))))]
  }
}

/**
 * Whether the last quarter of training made a good part of what the net has gained on a constant answer. A loss that nears its end does so
 * ever more slowly, so that where it is less another such run would add little; what noise leaves is then all that is left.
 */
const gainsMuch = (m: Measures): boolean =>
  m.lossBeforeLast - m.lastLoss >= GAINS * Math.max(0, (m.trivialLoss ?? m.lastLoss) - m.lastLoss)

/** Whether the test loss no longer falls though the training loss does: more steps would only fit noise (Prechelt 1998, early stopping). */
function isLearningByHeart(m: Measures): boolean {
  const [before, last] = [m.curve('test_loss', Math.floor(0.75 * m.last)), m.curve('test_loss', m.last)]
  return before !== null && last !== null && last >= before
}

/** Whether a loss that falls by a twentieth a quarter is not yet where a constant answer is: then no number of steps was enough, unless steps are too large. */
const isBelowNothing = (m: Measures): boolean =>
  m.lastLoss < FALLING_FAST * m.lossBeforeLast &&
  (m.shareOfTrivial ?? 0) > NOTHING_YET &&
  learningRateTooLarge(m).length === 0
