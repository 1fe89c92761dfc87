import { deflate, inflate } from './bytes'
import { RecordError, asArray, asCount, asObject, asOneOf, asString, orNull } from './parse'
import type { Json } from './json'

/** The part of the data that was kept for testing, or the other one. */
export type Split = 'test' | 'training'

/**
 * Of which samples a run's answers were recorded, always of the test split where there is one. `classes`: all of its samples, or the first
 * of them. `values`: a few samples of a regression with what would have been right, as float32 [samples × outputs]; further outputs than
 * `outputs` are left out.
 */
export type OutcomeSubject =
  | { readonly kind: 'classes'; readonly split: Split; readonly samples: number }
  | { readonly kind: 'values'; readonly split: Split; readonly outputs: number; readonly truth: Float32Array }

/**
 * What the network answered after an epoch (0: before any update). `classes`: how many samples of each class were taken for which,
 * [classes × (classes + 1)], a row a true class; the last column counts samples for which an output was not finite. `values`: the
 * outputs [samples × outputs].
 */
export interface Outcome {
  readonly epoch: number
  readonly values: Uint32Array | Float32Array
}

/** As JSON, with numbers as packed text. */
export function encodeOutcomeSubject(subject: OutcomeSubject): Json {
  if (subject.kind === 'classes') return { ...subject }
  const { kind, split, outputs, truth } = subject
  return { kind, split, outputs, samples: truth.length / outputs, truth: deflate(bytesOf(truth)) }
}

/** The same of all answers of a run. */
export const encodeOutcomes = (outcomes: readonly Outcome[]): Json =>
  outcomes.map(({ epoch, values }) => ({ epoch, values: deflate(bytesOf(values)) }))

/** A copy, as the view may be shared or not start at an address of its own. Little-endian on all machines. */
const bytesOf = (values: Uint32Array | Float32Array): Uint8Array => new Uint8Array(values.slice().buffer)

/** What a record can have at most: larger than any run makes it, small enough to be decoded at once. */
const MOST_VALUES = 4096
const MOST_CLASSES = 32
const MOST_OUTCOMES = 16

/** Reads what `encodeOutcomeSubject` wrote, or null; throws a `RecordError` for anything else. */
export const parseOutcomeSubject = (value: unknown): OutcomeSubject | null =>
  orNull(value, 'outcomeSubject', readSubject)

function readSubject(value: unknown, path: string): OutcomeSubject {
  const fields = asObject(value, path)
  const kind = asOneOf(fields['kind'], ['classes', 'values'], `${path}.kind`)
  const split = asOneOf(fields['split'], ['test', 'training'], `${path}.split`)
  const samples = asCount(fields['samples'], `${path}.samples`)
  if (kind === 'classes') return { kind, split, samples }
  const outputs = asCount(fields['outputs'], `${path}.outputs`)
  if (!(samples * outputs <= MOST_VALUES)) throw new RecordError(path, `at most ${MOST_VALUES} numbers`)
  const bytes = inflate(asString(fields['truth'], `${path}.truth`), 4 * samples * outputs, `${path}.truth`)
  return { kind, split, outputs, truth: new Float32Array(bytes.slice().buffer) }
}

/** Outcomes for `subject` of a net that tells `classes` apart. */
export function parseOutcomes(value: unknown, subject: OutcomeSubject | null, classes: number): Outcome[] {
  if (subject === null) return []
  const all = asArray(value, 'outcomes', MOST_OUTCOMES)
  if (subject.kind === 'classes' && classes > MOST_CLASSES)
    throw new RecordError('outcomes', `at most ${MOST_CLASSES} classes`)
  const count = subject.kind === 'classes' ? classes * (classes + 1) : subject.truth.length
  return all.map((each, i) => {
    const fields = asObject(each, `outcomes[${i}]`)
    const path = `outcomes[${i}].values`
    const { buffer } = inflate(asString(fields['values'], path), 4 * count, path).slice()
    const values = subject.kind === 'classes' ? new Uint32Array(buffer) : new Float32Array(buffer)
    return { epoch: asCount(fields['epoch'], `outcomes[${i}].epoch`), values }
  })
}
