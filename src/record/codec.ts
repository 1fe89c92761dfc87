import { withoutEmptyAnswers } from './answered'
import { LONGEST_NAME, MOST_CLASSES, MOST_RECORD_CELLS, checkCells, checkNesting } from './bounds'
import { RecordError, asArray, asCount, asObject, asOneOf, asString, orNull } from './parse'
import { encodeBaseline, parseBaseline } from './baseline'
import { parseDecisions } from './dataDecisions'
import { CHUNK, decodeTable, decodeTables, encodeTable } from './planes'
import { parseEvents, plainEvents } from './events'
import { encodeDistributions, parseDistributions } from './distributions'
import {
  encodeOutcomes,
  encodeOutcomeSubject,
  parseOutcomes,
  parseOutcomeSubject,
  type Outcome,
  type OutcomeSubject
} from './outcomes'
import { encodeFrames, encodeSubject, parseFrames, parseSubject } from './pictures'
import { CURVE_NAMES, QUANTITIES, QUANTITY_NAMES, type QuantityName } from './quantity'
import type { Json, JsonObject } from './json'
import { RECORD_VERSION, type DataInfo, type LayerInfo, type RunRecord, type WeightSource } from './runRecord'
import { noSteps } from './steps'
import { encodeSteps, parseSteps } from './stepsCodec'
import { emptyTable, type Table } from './table'

/** What encoding one growing record can keep from one time to the next. It changes how long encoding takes, never a byte. */
export class EncodeCache {
  private readonly texts = new Map<string, readonly string[]>()

  /** `table`, called `name` within the record, as `encodeTable` writes it. */
  encode(name: string, table: Table, bits: number): readonly string[] {
    const texts = encodeTable(table, bits, this.texts.get(name))
    this.texts.set(name, texts.slice(0, Math.floor(table.columns / CHUNK)))
    return texts
  }
}

/**
 * The record as the JSON of a notebook output: its tables as text (see `encodeTable`), keys in a fixed order, nothing that
 * differs between two runs of the same cell.
 */
export function encodeRecord(record: RunRecord, cache: EncodeCache = new EncodeCache()): JsonObject {
  const { version, engine, name, experiment, layers, parameters, data, epochs, stepsPerEpoch, columns } = record
  return {
    ...{ version, engine, name, experiment, layers: layers.map(plain), parameters, data: plain(data) },
    ...{ epochs, stepsPerEpoch, columns },
    baseline: record.baseline && encodeBaseline(record.baseline),
    ...(record.subject && pictures(record)),
    ...(record.outcomeSubject && answers(record.outcomeSubject, record.outcomes)),
    curves: Object.fromEntries(CURVE_NAMES.map(name => [name, cache.encode(name, record.curves[name], 24)])),
    quantities: Object.fromEntries(
      QUANTITY_NAMES.map(name => [name, cache.encode(name, record.quantities[name], QUANTITIES[name].bits)])
    ),
    events: plainEvents(record.events),
    steps: encodeSteps(record.steps),
    distributions: encodeDistributions(record.distributions)
  }
}

const answers = (subject: OutcomeSubject, outcomes: readonly Outcome[]): JsonObject => ({
  outcomeSubject: encodeOutcomeSubject(subject),
  outcomes: encodeOutcomes(outcomes)
})

const pictures = ({ subject, frames, data }: RunRecord): JsonObject => ({
  subject: encodeSubject(subject),
  frames: encodeFrames(frames, data.classes.length)
})

/**
 * Reads what `encodeRecord` wrote, in every version ever released; throws a `RecordError` that names the place for anything else, and for
 * more than a record may hold (see `bounds`) before it is decoded.
 */
export const parseRecord = (value: unknown): RunRecord => readRecord(value, decodeTables)

/**
 * The same for those who need few of the quantities at once: each is decoded when it is first asked for, and throws its
 * `RecordError` then.
 */
export const openRecord = (value: unknown): RunRecord => readRecord(value, lazyTables)

function readRecord(value: unknown, tables: typeof decodeTables): RunRecord {
  const fields = asObject(value, 'record')
  const version = asCount(fields['version'], 'version')
  if (version > RECORD_VERSION) throw new RecordError('version', `at most ${RECORD_VERSION}; a newer gradnb wrote this`)
  const columns = asCount(fields['columns'], 'columns')
  const layers = parseLayers(fields['layers'], columns)
  const data = parseData(fields['data'])
  const subject = parseSubject(fields['subject'] ?? null)
  const outcomeSubject = parseOutcomeSubject(fields['outcomeSubject'] ?? null)
  return {
    version: RECORD_VERSION,
    engine: asString(fields['engine'], 'engine'),
    name: orNull(fields['name'], 'name', asString),
    experiment: parseExperiment(fields['experiment']),
    layers,
    parameters: asCount(fields['parameters'], 'parameters'),
    data,
    epochs: asCount(fields['epochs'], 'epochs'),
    stepsPerEpoch: asCount(fields['stepsPerEpoch'], 'stepsPerEpoch'),
    columns,
    curves: withoutEmptyAnswers(decodeTables(CURVE_NAMES, fields['curves'], columns, 1, 'curves')),
    quantities: parseQuantities(fields['quantities'], version, columns, layers.length, tables),
    events: parseEvents(fields['events'], layers.length),
    subject,
    frames: parseFrames(fields['frames'], subject, data.classes.length),
    baseline: parseBaseline(fields['baseline'] ?? null),
    outcomeSubject,
    outcomes: parseOutcomes(fields['outcomes'] ?? [], outcomeSubject, data.classes.length),
    steps: version < 3 ? noSteps(layers.length) : parseSteps(fields['steps'], layers.length),
    distributions: version < 3 ? [] : parseDistributions(fields['distributions'], layers.length)
  }
}

/** What a record's version did not have yet "does not apply". */
function parseQuantities(
  value: unknown,
  version: number,
  columns: number,
  layers: number,
  tables: typeof decodeTables
): RunRecord['quantities'] {
  const missing = version < 2 ? SINCE_2 : []
  const names = QUANTITY_NAMES.filter(name => !missing.includes(name))
  const absent = missing.map(name => [name, emptyTable(columns, layers)])
  return Object.assign(tables(names, value, columns, layers, 'quantities'), Object.fromEntries(absent))
}

const SINCE_2: readonly QuantityName[] = ['underflow_fraction', 'overflow_fraction']

const plain = (value: object): Json => ({ ...value }) as unknown as JsonObject

/** The same, each table decoded at its first use. */
function lazyTables<Name extends string>(
  names: readonly Name[],
  value: unknown,
  columns: number,
  layers: number,
  path: string
): Record<Name, Table> {
  const fields = asObject(value, path)
  const tables = {} as Record<Name, Table>
  for (const name of names) {
    let table: Table | undefined
    const get = () => (table ??= decodeTable(fields[name], columns, layers, `${path}.${name}`))
    Object.defineProperty(tables, name, { get, enumerable: true })
  }
  return tables
}

function parseExperiment(value: unknown): JsonObject {
  const experiment = asObject(value, 'experiment')
  checkNesting(experiment, 'experiment')
  return experiment as JsonObject
}

function parseLayers(value: unknown, columns: number): LayerInfo[] {
  const all = asArray(value, 'layers', MOST_RECORD_CELLS)
  if (all.length === 0) throw new RecordError('layers', 'a list of at least one layer')
  checkCells(all.length, columns, 'columns')
  return all.map(parseLayer)
}

function parseSource(value: unknown, path: string): WeightSource {
  const fields = asObject(value, path)
  const text = (key: keyof WeightSource) => asString(fields[key], `${path}.${key}`, LONGEST_NAME)
  return { file: text('file'), module: text('module') }
}

function parseLayer(value: unknown, index: number): LayerInfo {
  const path = `layers[${index}]`
  const fields = asObject(value, path)
  return {
    name: asString(fields['name'], `${path}.name`, LONGEST_NAME),
    inputs: asCount(fields['inputs'], `${path}.inputs`),
    outputs: asCount(fields['outputs'], `${path}.outputs`),
    activation: asString(fields['activation'], `${path}.activation`, LONGEST_NAME),
    ...(fields['weights'] === undefined ? {} : { weights: parseSource(fields['weights'], `${path}.weights`) })
  }
}

function parseData(value: unknown): DataInfo {
  const fields = asObject(value, 'data')
  const classes = asArray(fields['classes'], 'data.classes', MOST_CLASSES)
  return {
    name: asString(fields['name'], 'data.name'),
    task: asOneOf(fields['task'], ['classification', 'regression'], 'data.task'),
    trainSamples: asCount(fields['trainSamples'], 'data.trainSamples'),
    testSamples: asCount(fields['testSamples'], 'data.testSamples'),
    inputs: asCount(fields['inputs'], 'data.inputs'),
    classes: classes.map((name, i) => asString(name, `data.classes[${i}]`)),
    digest: asString(fields['digest'], 'data.digest'),
    ...(fields['decisions'] === undefined ? {} : { decisions: parseDecisions(fields['decisions'], 'data.decisions') })
  }
}
