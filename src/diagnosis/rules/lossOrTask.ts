import { finding, type Finding, type Remedy } from '../finding'
import { largest, least, type Measures } from '../measures'
import { linearOutputRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

const say = TEXTS.lossOrTask

const FEW_VALUES = 20

/** A loss or an output activation that does not fit what is to be learned. */
export function lossOrTask(m: Measures): Finding[] {
  const reason = alwaysOne(m) ?? oneTooMany(m) ?? outOfReach(m) ?? squaredErrorOfClasses(m) ?? classesAsNumbers(m)
  if (reason === null) return []
  return [finding({ rule: 'loss_or_task', layers: [m.hidden], epoch: 0, ...reason })]
}

type Reason = Pick<Finding, 'message' | 'why' | 'remedies' | 'severity'> & Partial<Finding>

const isCrossEntropy = (loss: string): boolean => loss.endsWith('_crossentropy')

const CLASSES: Remedy = {
  title: TEXTS.remedies.classification,
  edits: { 'dataset.task': 'classification', loss: null, output_activation: 'linear' }
}

/** A softmax over one unit, whatever the loss. */
function alwaysOne(m: Measures): Reason | null {
  if (m.asked.outputActivation !== 'softmax' || m.record.layers.at(-1)!.outputs > 1) return null
  const remedies = targetsLookLikeClasses(m) ? [CLASSES, linearOutputRemedy()] : [linearOutputRemedy()]
  return { severity: 'warning', message: say.alwaysOne, why: say.whyAlwaysOne, remedies }
}

/** A cross-entropy takes logits; what comes before it squeezes them. */
function oneTooMany(m: Measures): Reason | null {
  const { outputActivation: activation, loss } = m.asked
  if (activation === 'linear' || !isCrossEntropy(loss)) return null
  const own = loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax'
  return {
    severity: 'warning',
    message: say.twice(activation, own, loss),
    why: say.whyTwice(activation),
    remedies: [linearOutputRemedy()]
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
  const missed = targetsOutside(m)
  if (missed === null) return null
  const { low, high, from, to, isBelow } = missed
  const activation = m.asked.outputActivation
  return {
    severity: m.learned ? 'info' : 'warning',
    value: isBelow ? low : high,
    threshold: isBelow ? from : to,
    message: say.outOfReach(low, high, activation, from, to),
    why: say.whyOutOfReach(activation),
    remedies: [linearOutputRemedy()]
  }
}

/** A range of targets and that of the output, where the first is not within the second. */
interface Outside {
  readonly low: number
  readonly high: number
  readonly from: number
  readonly to: number
  readonly isBelow: boolean
}

function targetsOutside(m: Measures): Outside | null {
  const { outputActivation: activation, loss } = m.asked
  if (activation === 'linear' || isCrossEntropy(loss) || m.record.data.task !== 'regression') return null
  const [from, to] = REACH[activation] ?? [-Infinity, Infinity]
  const [low, high] = rangeOfTargets(m)
  const room = OUTSIDE * (high - low)
  const isBelow = low < from - room
  return isBelow || high > to + room ? { low, high, from, to, isBelow } : null
}

/** Whether the output is driven to where its activation is flat, whatever the rate: steps are small then for that reason. */
export const isOutOfReach = (m: Measures): boolean => targetsOutside(m) !== null

/** The least and the largest target of the samples whose answers are recorded; where none are, of all by their size. */
function rangeOfTargets(m: Measures): readonly [number, number] {
  const subject = m.record.outcomeSubject
  if (subject?.kind === 'values') return [least([...subject.truth]), largest([...subject.truth])]
  return [0, m.record.baseline?.targets?.largest ?? 0]
}

function squaredErrorOfClasses(m: Measures): Reason | null {
  const { loss } = m.asked
  const isUnknown = loss === '' // in a record that does not name it
  if (m.record.data.task !== 'classification' || isCrossEntropy(loss) || isUnknown) return null
  return {
    severity: m.learned || !m.ended ? 'info' : 'warning',
    message: say.numbersLoss(loss),
    why: say.whyNumbersLoss,
    remedies: [
      { title: TEXTS.remedies.crossentropy, edits: { loss: 'categorical_crossentropy', output_activation: 'linear' } }
    ]
  }
}

/** A regression on a few whole numbers that did not get far: they may be classes. */
function classesAsNumbers(m: Measures): Reason | null {
  if (!m.ended || m.learned || !targetsLookLikeClasses(m)) return null
  const { size } = valuesOfTargets(m)
  return { severity: 'warning', message: say.likeClasses(size), why: say.whyLikeClasses(size), remedies: [CLASSES] }
}

/** A few whole numbers from 0 on, but more than one, each of them several times. */
function targetsLookLikeClasses(m: Measures): boolean {
  const values = valuesOfTargets(m)
  const whole = [...values].every(value => Number.isInteger(value) && value >= 0)
  const samples = m.record.outcomeSubject?.kind === 'values' ? m.record.outcomeSubject.truth.length : 0
  return whole && values.size > 1 && values.size <= FEW_VALUES && 4 * values.size <= samples
}

/** The different targets of a regression on one number, among the samples whose answers are recorded; none of anything else. */
function valuesOfTargets({ record }: Measures): ReadonlySet<number> {
  const subject = record.outcomeSubject
  const isOne = record.data.task === 'regression' && subject?.kind === 'values' && subject.outputs === 1
  return new Set(isOne ? subject.truth : [])
}
