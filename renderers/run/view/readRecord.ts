import { openRecord, type RunRecord } from '../../../src/record'

/** The record of an output: from its JSON, or as a program has made it. Throws a `RecordError` for anything else. */
export const readRecord = (value: unknown): RunRecord => (isRecord(value) ? value : openRecord(value))

const isRecord = (value: unknown): value is RunRecord =>
  (value as RunRecord | null)?.quantities?.delta_rms?.mantissa instanceof Float64Array
