import type { JsonObject } from '../json'
import { RecordError, asArray, asCount, asObject } from '../parse'
import { encodeOutcome, parseOutcome } from './sweepCodec'
import type { SweepRecord } from './sweepRecord'

/** What became of some runs of a sweep under way, by their indices, as JSON: a message, not for files. */
export const encodeSweepPiece = (record: SweepRecord, indices: readonly number[]): JsonObject => ({
  runs: indices.map(index => ({ index, ...encodeOutcome(record.runs[index]!) }))
})

/** The record with what `encodeSweepPiece` encoded; the given one stays as it is. Throws a `RecordError` for anything else. */
export function withSweepPiece(record: SweepRecord, piece: unknown): SweepRecord {
  const runs = [...record.runs]
  asArray(asObject(piece, 'piece')['runs'], 'piece.runs', runs.length).forEach((each, i) => {
    const path = `piece.runs[${i}]`
    const index = asCount(asObject(each, path)['index'], `${path}.index`)
    const run = runs[index]
    if (run === undefined) throw new RecordError(`${path}.index`, `below ${runs.length}`)
    const { label, values, seed, digest } = run
    runs[index] = { label, values, seed, digest, ...parseOutcome(each, path) }
  })
  return { ...record, runs }
}
