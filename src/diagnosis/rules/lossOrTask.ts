import { finding, type Finding } from '../finding'
import { largest, least, type Measures } from '../measures'
import { TEXTS } from '../texts/texts'

const say = TEXTS.lossOrTask

const FEW_VALUES = 20

/** A loss or an output activation that does not fit what is to be learned. */
export function lossOrTask(m: Measures): Finding[] {
  const reason = oneTooMany(m) ?? outOfReach(m) ?? squaredErrorOfClasses(m) ?? classesAsNumbers(m)
  if (reason === null) return []
  return [finding({ rule: 'loss_or_task', layers: [m.hidden], epoch: 0, ...reason })]
}

type Reason = Pick<Finding, 'message' | 'why' | 'remedies' | 'severity'> & Partial<Finding>

const isCrossEntropy = (loss: string): boolean => loss.endsWith('_crossentropy')

const LINEAR = { title: TEXTS.remedies.linearOutput, edits: { output_activation: 'linear' } }

/** A cross-entropy takes logits; what comes before it squeezes them. */
function oneTooMany(m: Measures): Reason | null {
  const { outputActivation: activation, loss } = m.asked
  if (activation === 'linear' || !isCrossEntropy(loss)) return null
  const own = loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax'
  return {
    severity: 'warning',
    message: say.twice(activation, own, loss),
    why: say.whyTwice(activation),
    remedies: [LINEAR]
  }
}

/** What an output activation can answer at all. */
const REACH: Readonly<Record<string, readonly [number, number]>> = {
  sigmoid: [0, 1],
  softmax: [0, 1],
  tanh: [-1, 1],
  relu: [0, Infinity]
}

/** A share of the targets' range that may lie outside: measurements have noise. */
const OUTSIDE = 0.1

/** A regression's targets that the output activation cannot answer. */
function outOfReach(m: Measures): Reason | null {
  const { outputActivation: activation, loss } = m.asked
  if (activation === 'linear' || isCrossEntropy(loss) || m.record.data.task !== 'regression') return null
  if (activation === 'softmax' && m.record.layers.at(-1)!.outputs === 1)
    return { severity: 'warning', message: say.alwaysOne, why: say.whyAlwaysOne, remedies: [LINEAR] }
  const [from, to] = REACH[activation] ?? [-Infinity, Infinity]
  const [low, high] = rangeOfTargets(m)
  const room = OUTSIDE * (high - low)
  if (low >= from - room && high <= to + room) return null
  const isBelow = low < from - room
  return {
    severity: m.learned ? 'info' : 'warning',
    value: isBelow ? low : high,
    threshold: isBelow ? from : to,
    message: say.outOfReach(low, high, activation, from, to),
    why: say.whyOutOfReach(activation),
    remedies: [LINEAR]
  }
}

/** The least and the largest target of the samples whose answers are recorded; where none are, of all by their size. */
function rangeOfTargets(m: Measures): readonly [number, number] {
  const subject = m.record.outcomeSubject
  if (subject?.kind === 'values') return [least([...subject.truth]), largest([...subject.truth])]
  return [0, m.record.baseline?.targets?.largest ?? 0]
}

function squaredErrorOfClasses(m: Measures): Reason | null {
  if (m.record.data.task !== 'classification' || isCrossEntropy(m.asked.loss)) return null
  return {
    severity: m.learned || !m.ended ? 'info' : 'warning',
    message: say.numbersLoss(m.asked.loss),
    why: say.whyNumbersLoss,
    remedies: [
      { title: TEXTS.remedies.crossentropy, edits: { loss: 'categorical_crossentropy', output_activation: 'linear' } }
    ]
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
    remedies: [
      {
        title: TEXTS.remedies.classification,
        edits: { 'dataset.task': 'classification', loss: null, output_activation: 'linear' }
      }
    ]
  }
}
