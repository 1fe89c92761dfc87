import { at, curveApplies, formatScaled, type CurveName, type RunRecord } from '../record'
import { diagnose } from './diagnose'
import type { Finding, RuleName, Severity } from './finding'
import { Measures } from './measures'
import { decadesText } from './words'

/** What is to be seen first: one bold line, and how the loss went. */
export interface Verdict {
  /** `pending`: nothing has been measured yet */
  readonly tone: 'pending' | 'healthy' | Severity
  /** "Vanishing", "Healthy", "Diverged at step 4" */
  readonly label: string
  /** "hidden 1 gets 7.1 decades less signal than hidden 10 before any update." */
  readonly sentence: string
  /** "Loss 0.71 → 0.69, test accuracy 48 % → 51 %."; empty before the first column */
  readonly course: string
}

const LABELS: Readonly<Record<RuleName, string>> = {
  nonfinite: 'Diverged',
  symmetry: 'Symmetry',
  vanishing_signal: 'Vanishing',
  exploding_signal: 'Exploding',
  poor_initialization: 'Poor initialization',
  target_scale: 'Targets out of scale',
  input_scale: 'Inputs out of scale',
  loss_or_task: 'Loss does not fit',
  learning_rate_too_large: 'Learning rate too large',
  learning_rate_too_small: 'Learning rate too small',
  underfit: 'Underfit',
  dead_relu: 'Dead units',
  saturation: 'Saturated',
  loss_not_decreasing: 'Not learning',
  loss_at_initialization: 'First loss is off',
  weight_gradient_imbalance: 'Uneven weight gradients',
  updates_too_small: 'Steps too small',
  updates_too_large: 'Steps too large',
  gradient_below_floor: 'Gradient too small',
  adam_epsilon_floor: 'Gradient near epsilon',
  oscillating_loss: 'Oscillating',
  overfit: 'Overfit'
}

/** What a rule is called where a person reads it. */
export const ruleLabel = (rule: RuleName): string => LABELS[rule]

/** The verdict on a run, as its worst finding says, or that it is healthy. `findings` are `diagnose(record)`. */
export function verdictOf(record: RunRecord, findings: readonly Finding[] = diagnose(record)): Verdict {
  const course = courseOf(record)
  if (record.columns === 0 && record.events.nonfinite === null)
    return { tone: 'pending', label: 'Starting', sentence: 'nothing has been measured yet.', course }
  const worst = findings.find(({ severity }) => severity !== 'info')
  if (worst !== undefined)
    return { tone: worst.severity, label: labelOf(record, worst), sentence: worst.message, course }
  return { tone: 'healthy', label: 'Healthy', sentence: healthSentence(record), course }
}

/** The whole verdict as one text. */
export const verdictText = ({ label, sentence, course }: Verdict): string =>
  [`${label}: ${sentence}`, course].filter(part => part !== '').join(' ')

/** A run that broke says when. */
function labelOf({ events }: RunRecord, { rule }: Finding): string {
  const step = events.nonfinite?.step
  if (rule !== 'nonfinite' || step === undefined) return LABELS[rule]
  return step === 0 ? 'Not finite before any update' : `Diverged at step ${step.toLocaleString('en-US')}`
}

function healthSentence(record: RunRecord): string {
  const m = new Measures(record)
  const here = m.decadesAt(m.last)
  if (here === null) return 'no rule has found anything wrong.'
  const size = Math.abs(here.decades)
  const [first, last] = [m.name(0), m.name(m.hidden - 1)]
  if (size < 0.05) return `${first} gets as much signal as ${last}.`
  return `${first} gets ${decadesText(here.decades)} ${here.decades < 0 ? 'less' : 'more'} signal than ${last}, which does no harm.`
}

const CURVES: readonly (readonly [CurveName, string])[] = [
  ['loss', 'Loss'],
  ['test_accuracy', 'test accuracy'],
  ['accuracy', 'accuracy']
]

/** How loss and accuracy went from before training to the last epoch; the test split's accuracy where there is one. */
function courseOf(record: RunRecord): string {
  const parts = CURVES.filter(([name]) => record.columns > 0 && curveApplies(record, name))
    .filter(([name], _, all) => name !== 'accuracy' || !all.some(([other]) => other === 'test_accuracy'))
    .map(([name, label]) => `${label} ${courseText(record, name)}`)
  return parts.length === 0 ? '' : `${parts.join(', ')}.`
}

function courseText({ curves, columns }: RunRecord, name: CurveName): string {
  const text = (column: number): string => {
    const number = at(curves[name], column, 0)
    return name.endsWith('accuracy') ? percentOf(formatScaled(number)) : formatScaled(number, 3)
  }
  return columns < 2 ? text(0) : `${text(0)} → ${text(columns - 1)}`
}

const percentOf = (share: string): string =>
  Number.isFinite(Number(share)) ? `${Number((100 * Number(share)).toPrecision(3))} %` : '–'
