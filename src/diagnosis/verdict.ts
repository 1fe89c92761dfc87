import { at, curveApplies, formatScaled, type CurveName, type RunRecord, isAccuracy } from '../record'
import { diagnose } from './diagnose'
import type { Finding, RuleName, Severity } from './finding'
import { Measures } from './measures'
import { TEXTS } from './texts/texts'

/** What is to be seen first: one bold line, and how the loss went. */
export interface Verdict {
  /** `pending`: nothing has been measured yet */
  readonly tone: 'pending' | 'healthy' | Severity
  /** "Vanishing", "Healthy", "Diverged at step 4", "Exploding, diverged at step 4" */
  readonly label: string
  /** the same in parts: what is wrong, and when the run broke if it did */
  readonly labelParts: readonly string[]
  /** "hidden 1 gets 7.1 decades less signal than hidden 10 before any update." */
  readonly sentence: string
  /** "Loss 0.71 → 0.69, test accuracy 48 % → 51 %."; empty before the first column */
  readonly course: string
}

const say = TEXTS.verdict

/** What a rule is called where a person reads it. */
export const ruleLabel = (rule: RuleName): string => say.labels[rule]

/** The verdict on a run, as its worst finding says, or that it is healthy. `findings` are `diagnose(record)`, without silenced rules. */
export function verdictOf(record: RunRecord, findings: readonly Finding[] = diagnose(record)): Verdict {
  const course = courseOf(record)
  if (record.columns === 0 && record.events.nonfinite === null)
    return { tone: 'pending', ...labelled([say.starting]), sentence: say.nothingYet, course }
  const worst = findings.find(({ severity }) => severity !== 'info')
  if (worst !== undefined)
    return { tone: worst.severity, ...labelled(labelOf(record, worst, findings)), sentence: worst.message, course }
  const isSilenced = diagnose(record).some(({ severity }) => severity !== 'info')
  const sentence = isSilenced ? say.restSilenced : healthSentence(record)
  return { tone: 'healthy', ...labelled([say.healthy]), sentence, course }
}

/** The whole verdict as one text. */
export const verdictText = ({ label, sentence, course }: Verdict): string =>
  [say.whole(label, sentence), course].filter(part => part !== '').join(' ')

/** Remedies that are named at once. */
const MOST_REMEDIES = 3

/** "What may help: use tanh with xavier; use relu with he."; empty where nothing is offered. */
export function helpText({ remedies }: Pick<Finding, 'remedies'>): string {
  const titles = [...new Set(remedies.map(({ title }) => title))].slice(0, MOST_REMEDIES)
  return titles.length === 0 ? '' : say.help(titles)
}

/** A run that broke says when, also where the cause of that is known. */
function labelOf({ events }: RunRecord, { rule, evidence }: Finding, findings: readonly Finding[]): readonly string[] {
  const step = events.nonfinite?.step
  if (step === undefined) return [say.labels[rule]]
  const broke = step === 0 ? say.divergedBefore : say.divergedAt(step)
  if (rule === 'nonfinite') return [broke]
  const isTold = [...findings, ...evidence].some(each => each.rule === 'nonfinite')
  return isTold ? [say.labels[rule], `${broke.charAt(0).toLowerCase()}${broke.slice(1)}`] : [say.labels[rule]]
}

const labelled = (parts: readonly string[]): Pick<Verdict, 'label' | 'labelParts'> => ({
  label: parts.join(', '),
  labelParts: parts
})

function healthSentence(record: RunRecord): string {
  const m = new Measures(record)
  const here = m.decadesAt(m.last)
  if (here === null) return say.nothingWrong
  const [first, last] = [m.name(0), m.name(m.hidden - 1)]
  return Math.abs(here.decades) < 0.05 ? say.asMuch(first, last) : say.harmless(first, last, here.decades)
}

const CURVES: readonly (readonly [CurveName, (course: string) => string])[] = [
  ['loss', say.loss],
  ['test_accuracy', say.testAccuracy],
  ['accuracy', say.accuracy]
]

/** How loss and accuracy went from before training to the last epoch; the test split's accuracy where there is one. */
function courseOf(record: RunRecord): string {
  const parts = CURVES.filter(([name]) => record.columns > 0 && curveApplies(record, name))
    .filter(([name], _, all) => name !== 'accuracy' || !all.some(([other]) => other === 'test_accuracy'))
    .map(([name, text]) => text(courseText(record, name)))
  return parts.length === 0 ? '' : say.course(parts)
}

function courseText({ curves, columns }: RunRecord, name: CurveName): string {
  const text = (column: number): string => {
    const number = at(curves[name], column, 0)
    return isAccuracy(name) ? percentOf(formatScaled(number)) : formatScaled(number, 3)
  }
  return columns < 2 ? text(0) : `${text(0)} → ${text(columns - 1)}`
}

const percentOf = (share: string): string =>
  Number.isFinite(Number(share)) ? `${Number((100 * Number(share)).toPrecision(3))} %` : '–'
