import type { Json } from '../record'
import type { Finding, Remedy } from './finding'
import { TEXTS } from './texts/texts'
import { ruleLabel } from './verdict'

const say = TEXTS.report

/** A finding as lines of text: what it is, why it happens, what may help, and the symptoms that it explains. */
export const findingLines = (finding: Finding): string[] => [
  say.finding(say.severities[finding.severity], ruleLabel(finding.rule), finding.message),
  `  ${finding.why}`,
  ...finding.remedies.map(remedy => `  - ${remedyText(remedy)}`),
  ...finding.evidence.map(({ rule, message }) => `  · ${say.evidence(ruleLabel(rule), message)}`)
]

/** "Use tanh with xavier (activation: tanh, initializer: xavier)"; a key that is to be left out is not named. */
const remedyText = ({ title, edits }: Remedy): string =>
  say.remedy(
    title,
    Object.entries(edits)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key}: ${valueText(value)}`)
  )

const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
