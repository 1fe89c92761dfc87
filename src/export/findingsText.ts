import {
  audible,
  diagnose,
  helpText,
  ruleLabel,
  verdictOf,
  verdictText,
  type Finding,
  type RuleName
} from '../diagnosis'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { TEXTS } from './texts'
import { wrapText } from './wrapText'

const { findings: say } = TEXTS
const INDENT = '  '

/** The verdict on a run and, below it, what shows it, what may help and what else was found; nothing before anything was measured. */
export function findingsText(record: RunRecord, width: number, silenced: readonly RuleName[] = []): string[] {
  if (record.columns === 0) return []
  const findings = audible(diagnose(record), silenced)
  const loud = findings.filter(({ severity }) => severity !== 'info')
  const [worst, ...others] = loud
  const lines = [verdictText(verdictOf(record, findings)), ...(worst ? belowOf(worst) : [])]
  const quiet = findings.filter(({ severity }) => severity === 'info').map(({ message }) => message)
  const more = others.map(({ rule, message }) => say.other(ruleLabel(rule), message))
  return [...lines, ...more, ...quiet].flatMap(line => wrapText(visibleLine(line), width))
}

const belowOf = (worst: Finding): string[] =>
  [...worst.evidence.map(({ message }) => message), helpText(worst)]
    .filter(line => line !== '')
    .map(line => INDENT + line)
