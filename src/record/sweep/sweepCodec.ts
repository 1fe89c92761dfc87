import { LONGEST_NAME, checkNesting } from '../bounds'
import type { Json, JsonObject } from '../json'
import { RecordError, asArray, asCount, asObject, asOneOf, asString, orNull, type Fields } from '../parse'
import { CURVE_NAMES } from '../quantity'
import { againEncoded, encodeSummary, parseSize, parseSummary } from './summaryCodec'
import { packedSize } from './summaryNumbers'
import {
  SWEEP_VERSION,
  type SweepMetric,
  type SweepOutcome,
  type SweepParameter,
  type SweepRecord,
  type SweepRun,
  type SweepRunPlan
} from './sweepRecord'

/** What a sweep record may hold at most, whatever a setting says: checked before a summary of it is unpacked. */
export const MOST_SWEEP_RUNS = 100_000
const MOST_PARAMETERS = 100
const MOST_SUMMARY_BYTES = 200_000_000
const LONGEST_WHY = 10_000

/** All of a sweep's record but its runs. */
export type SweepHead = Omit<SweepRecord, 'runs'>

/** The record as the JSON of a notebook output: keys in a fixed order, nothing that differs between two runs of the same cell. */
export const encodeSweep = ({ runs, ...head }: SweepRecord): JsonObject =>
  encodeSweepOf(
    head,
    runs.map(run => encodeRun(run, encodeOutcome(run)))
  )

/** The same of a head and runs that `encodeRun` has encoded. */
export function encodeSweepOf(head: SweepHead, runs: readonly JsonObject[]): JsonObject {
  const { version, engine, name, experiment, data, variants, parameters, seeds, metric } = head
  return {
    ...{ version, engine, name, experiment, data: { ...data }, variants, seeds },
    parameters: parameters.map(({ name, values, log }) => ({ name, log, values })),
    metric: metric && { ...metric },
    runs
  }
}

/** A run, of which `outcome` is what `encodeOutcome` gives. */
export const encodeRun = ({ label, values, seed, digest }: SweepRunPlan, outcome: JsonObject): JsonObject => ({
  ...(label === null ? {} : { label }),
  ...(values.length === 0 ? {} : { values }),
  seed,
  digest,
  ...outcome
})

/** What became of a run as JSON: {summary}, {failed: why}, or {} where it is missing. */
export function encodeOutcome(outcome: SweepOutcome): JsonObject {
  switch (outcome.state) {
    case 'done':
      return { summary: encodeSummary(outcome.summary) }
    case 'failed':
      return { failed: outcome.why }
    case 'missing':
      return {}
    default:
      return outcome satisfies never
  }
}

/**
 * Reads what `encodeSweep` wrote, in every version ever released; throws a `RecordError` that names the place for anything else, and for
 * more than a record may hold before it is unpacked.
 */
export function parseSweep(value: unknown): SweepRecord {
  const fields = asObject(value, 'sweep')
  const version = asCount(fields['version'], 'version')
  if (version > SWEEP_VERSION) throw new RecordError('version', `at most ${SWEEP_VERSION}; a newer gradnb wrote this`)
  const all = asArray(fields['runs'], 'runs', MOST_SWEEP_RUNS)
  checkSizes(all)
  const variants = asArray(fields['variants'], 'variants', MOST_SWEEP_RUNS).map((label, i) =>
    asString(label, `variants[${i}]`, LONGEST_NAME)
  )
  const parameters = asArray(fields['parameters'], 'parameters', MOST_PARAMETERS).map(parseParameter)
  return {
    version: SWEEP_VERSION,
    engine: asString(fields['engine'], 'engine', LONGEST_NAME),
    name: orNull(fields['name'], 'name', asString),
    experiment: parseJson(asObject(fields['experiment'], 'experiment'), 'experiment') as JsonObject,
    data: parseSweepData(fields['data']),
    variants,
    parameters,
    seeds: parseSeeds(fields['seeds']),
    metric: orNull(fields['metric'], 'metric', parseMetric),
    runs: all.map((run, i) => parseRun(run, `runs[${i}]`, variants, parameters.length))
  }
}

/** Summaries that would unpack to more than a record may hold are refused before the first is. */
function checkSizes(runs: readonly unknown[]): void {
  let bytes = 0
  runs.forEach((run, i) => {
    const { summary } = asObject(run, `runs[${i}]`)
    if (summary === undefined) return
    const path = `runs[${i}].summary`
    bytes += packedSize(parseSize(asObject(summary, path), path))
    if (bytes > MOST_SUMMARY_BYTES) throw new RecordError(path, `at most ${MOST_SUMMARY_BYTES} bytes of summaries`)
  })
}

function parseJson(value: unknown, path: string): Json {
  if (value === undefined) throw new RecordError(path, 'a value')
  checkNesting(value, path)
  return value as Json
}

function parseSweepData(value: unknown): SweepRecord['data'] {
  const fields = asObject(value, 'data')
  return {
    name: asString(fields['name'], 'data.name'),
    task: asOneOf(fields['task'], ['classification', 'regression'], 'data.task')
  }
}

function parseParameter(value: unknown, index: number): SweepParameter {
  const path = `parameters[${index}]`
  const fields = asObject(value, path)
  const { log } = fields
  if (typeof log !== 'boolean') throw new RecordError(`${path}.log`, 'true or false')
  const values = asArray(fields['values'], `${path}.values`, MOST_SWEEP_RUNS)
  return {
    name: asString(fields['name'], `${path}.name`, LONGEST_NAME),
    values: values.map((each, i) => parseJson(each, `${path}.values[${i}]`)),
    log
  }
}

function parseSeeds(value: unknown): number {
  const seeds = asCount(value, 'seeds', MOST_SWEEP_RUNS)
  if (seeds === 0) throw new RecordError('seeds', 'at least 1')
  return seeds
}

function parseMetric(value: unknown, path: string): SweepMetric {
  const fields = asObject(value, path)
  return {
    name: asOneOf(fields['name'], CURVE_NAMES, `${path}.name`),
    goal: asOneOf(fields['goal'], ['minimize', 'maximize'], `${path}.goal`)
  }
}

function parseRun(value: unknown, path: string, variants: readonly string[], parameters: number): SweepRun {
  const fields = asObject(value, path)
  return { ...parsePlan(fields, path, variants, parameters), ...parseOutcome(fields, path) }
}

function parsePlan(fields: Fields, path: string, variants: readonly string[], parameters: number): SweepRunPlan {
  const { label = null, values = [] } = fields
  const all = asArray(values, `${path}.values`, MOST_PARAMETERS)
  if (all.length !== parameters) throw new RecordError(`${path}.values`, `a list of ${parameters} values`)
  return {
    label: variants.length === 0 ? noLabel(label, path) : asOneOf(label, variants, `${path}.label`),
    values: all.map((each, i) => parseJson(each, `${path}.values[${i}]`)),
    seed: asCount(fields['seed'], `${path}.seed`),
    digest: asString(fields['digest'], `${path}.digest`, LONGEST_NAME)
  }
}

function noLabel(label: unknown, path: string): null {
  if (label !== null) throw new RecordError(`${path}.label`, 'left out, as there are no variants')
  return null
}

/** Reads what `encodeOutcome` wrote: a `RecordError` that names the place below `path` for anything else. */
export function parseOutcome(value: unknown, path: string): SweepOutcome {
  const { summary, failed } = asObject(value, path)
  if (summary !== undefined) return { state: 'done', summary: parseSummary(summary, `${path}.summary`) }
  if (failed !== undefined) return { state: 'failed', why: asString(failed, `${path}.failed`, LONGEST_WHY) }
  return { state: 'missing' }
}

/**
 * Reads what `encodeOutcome` wrote as `parseOutcome` does, and gives it as JSON again: the numbers of a summary are a hundredth of the
 * work to keep as they are, and a tenth of the bytes.
 */
export function checkOutcome(value: unknown, path: string): { outcome: SweepOutcome; encoded: JsonObject } {
  const outcome = parseOutcome(value, path)
  const { summary } = asObject(value, path)
  const isDone = outcome.state === 'done'
  return {
    outcome,
    encoded: isDone
      ? { summary: againEncoded(outcome.summary, summary as { numbers: string }) }
      : encodeOutcome(outcome)
  }
}

/** Throws a `RecordError` where these runs, as `encodeRun` gives them, are more than `parseSweep` reads. */
export function checkSweepSize(runs: readonly JsonObject[]): void {
  asArray(runs, 'runs', MOST_SWEEP_RUNS)
  checkSizes(runs)
}
