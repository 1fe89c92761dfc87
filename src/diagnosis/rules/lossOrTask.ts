import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { count } from '../words'

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
      message: `${activation} stands before ${loss}, which applies its own to the logits: that is one too many.`,
      why: `The loss takes logits and turns them into probabilities itself. With ${activation} before it the differences between classes are squeezed, and gradients with them.`,
      remedies: [{ title: 'Leave the output linear', edits: { output_activation: 'linear' } }]
    }
  if (m.record.data.task !== 'regression' || m.learned) return null
  return {
    severity: 'warning',
    message: `The output goes through ${activation}, which cannot reach all targets.`,
    why: `A regression's targets may be any numbers; ${activation} answers only in its own range, and where it is flat no gradient passes.`,
    remedies: [{ title: 'Leave the output linear', edits: { output_activation: 'linear' } }]
  }
}

function squaredErrorOfClasses(m: Measures): Reason | null {
  if (m.record.data.task !== 'classification' || isCrossEntropy(m.asked.loss)) return null
  return {
    severity: m.learned || !m.ended ? 'info' : 'warning',
    message: `${m.asked.loss} is a loss for numbers, but the targets are classes.`,
    why: `A squared error on classes punishes answers that are too right and is nearly flat where the net is surely wrong. A cross-entropy has its steepest slope there.`,
    remedies: [{ title: 'Use categorical_crossentropy', edits: { loss: 'categorical_crossentropy' } }]
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
    message: `The targets are ${count(values.size, 'whole number')}, which look like classes, but the run is a regression.`,
    why: `As numbers, class 3 lies between 2 and 4, and the net answers with averages of classes. As classes each gets a probability of its own.`,
    remedies: [{ title: 'Make it a classification', edits: { 'dataset.task': 'classification', loss: null } }]
  }
}
