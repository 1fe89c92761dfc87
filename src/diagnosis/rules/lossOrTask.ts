import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { TEXTS } from '../texts/texts'

const say = TEXTS.lossOrTask

const FEW_VALUES = 20

/** A loss or an output activation that does not fit what is to be learned. */
export function lossOrTask(m: Measures): Finding[] {
  const reason = outputActivation(m) ?? squaredErrorOfClasses(m) ?? classesAsNumbers(m)
  if (reason === null) return []
  return [finding({ rule: 'loss_or_task', layers: [m.hidden], epoch: 0, ...reason })]
}

type Reason = Pick<Finding, 'message' | 'why' | 'remedies' | 'severity'>

const isCrossEntropy = (loss: string): boolean => loss.endsWith('_crossentropy')

function outputActivation(m: Measures): Reason | null {
  const { outputActivation: activation, loss } = m.asked
  if (activation === 'linear') return null
  if (isCrossEntropy(loss))
    return {
      severity: 'warning',
      message: say.twice(activation, loss),
      why: say.whyTwice(activation),
      remedies: [{ title: TEXTS.remedies.linearOutput, edits: { output_activation: 'linear' } }]
    }
  if (m.record.data.task !== 'regression' || m.learned) return null
  return {
    severity: 'warning',
    message: say.bounded(activation),
    why: say.whyBounded(activation),
    remedies: [{ title: TEXTS.remedies.linearOutput, edits: { output_activation: 'linear' } }]
  }
}

function squaredErrorOfClasses(m: Measures): Reason | null {
  if (m.record.data.task !== 'classification' || isCrossEntropy(m.asked.loss)) return null
  return {
    severity: m.learned || !m.ended ? 'info' : 'warning',
    message: say.numbersLoss(m.asked.loss),
    why: say.whyNumbersLoss,
    remedies: [{ title: TEXTS.remedies.crossentropy, edits: { loss: 'categorical_crossentropy' } }]
  }
}

/** A regression on a few whole numbers that did not get far: they may be classes. */
function classesAsNumbers(m: Measures): Reason | null {
  const subject = m.record.outcomeSubject
  if (m.record.data.task !== 'regression' || !m.ended || m.learned || subject?.kind !== 'values' || subject.outputs > 1)
    return null
  const values = new Set(subject.truth)
  const whole = [...values].every(value => Number.isInteger(value) && value >= 0)
  if (!whole || values.size > FEW_VALUES || 4 * values.size > subject.truth.length) return null
  return {
    severity: 'warning',
    message: say.likeClasses(values.size),
    why: say.whyLikeClasses,
    remedies: [{ title: TEXTS.remedies.classification, edits: { 'dataset.task': 'classification', loss: null } }]
  }
}
