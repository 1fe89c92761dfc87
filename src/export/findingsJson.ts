import { diagnose, withTheirEvidence, type Finding } from '../diagnosis'
import type { RunRecord } from '../record'

/** Findings of a run for `--json`, worst first; evidence follows as information. Layers are named. */
export const findingsJson = (record: RunRecord): object[] =>
  withTheirEvidence(diagnose(record)).map(each => plain(each, record))

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
