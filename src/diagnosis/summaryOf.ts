import { summarize, type RunRecord, type RunSummary, type SummaryFinding } from '../record'
import { diagnose } from './diagnose'
import type { Finding } from './finding'

/** What a sweep keeps of a run, with the worst that the rules find in it. */
export const summaryOf = (record: RunRecord): RunSummary => summarize(record, worstOf(diagnose(record)))

/** Null where nothing is more than information. */
function worstOf(findings: readonly Finding[]): SummaryFinding | null {
  const worst = findings.find(({ severity }) => severity !== 'info')
  if (worst === undefined || worst.severity === 'info') return null
  const { rule, severity, layers, epoch } = worst
  return { rule, severity, layer: layers[0] ?? null, epoch }
}
