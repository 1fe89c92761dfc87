import { diagnose, verdictOf, withTheirEvidence, type Finding, type Verdict } from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { lastHidden } from '../numbers/relative'

/** What is to be seen first of a run, and why. */
export interface RunVerdict extends Verdict {
  /** further findings in a sentence each, worst first */
  readonly evidence: string
}

/** The verdict on `record`. `brief` leaves out what would first have to be decoded. */
export function runVerdict(record: RunRecord, brief = false): RunVerdict | null {
  if (brief) return null
  const findings = diagnose(record)
  const verdict = verdictOf(record, findings)
  return { ...verdict, evidence: evidenceOf(findings, verdict) }
}

const MOST = 3

function evidenceOf(findings: readonly Finding[], { sentence }: Verdict): string {
  const messages = withTheirEvidence(findings).map(({ message }) => message)
  return [...new Set(messages)]
    .filter(message => message !== sentence)
    .slice(0, MOST)
    .join(' ')
}

/** The layer that others are compared with. */
export const measureName = (record: RunRecord): string => record.layers[lastHidden(record)]!.name
