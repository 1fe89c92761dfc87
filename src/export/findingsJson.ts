import { audible, diagnose, withTheirEvidence, type Finding, type RuleName } from '../diagnosis'
import type { RunRecord } from '../record'

/** Findings of a run for `--json`, worst first, without those of `silenced` rules; evidence follows as information. Layers are named. */
export const findingsJson = (record: RunRecord, silenced: readonly RuleName[] = []): object[] =>
  withTheirEvidence(audible(diagnose(record), silenced)).map(each => plain(each, record))

const plain = (
  { rule, severity, layers, epoch, value, threshold, message, why, remedies }: Finding,
  record: RunRecord
) => ({
  rule,
  severity,
  layers: layers.map(layer => record.layers[layer]?.name ?? String(layer + 1)),
  epoch,
  value: jsonNumber(value),
  threshold,
  message,
  why,
  remedies
})

const jsonNumber = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)
