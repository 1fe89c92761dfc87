import { checkCells } from './bounds'
import { fromBase64, toBase64 } from './bytes'
import { encodeDistributions, parseDistributions } from './distributions'
import { parseEvents, plainEvents } from './events'
import { RecordError, asArray, asCount, asObject, asString } from './parse'
import { encodeOutcomes, parseOutcomes } from './outcomes'
import { encodeFrames, parseFrames } from './pictures'
import { rounded } from './planes'
import { CURVE_NAMES, QUANTITIES, QUANTITY_NAMES } from './quantity'
import type { RecordBuilder } from './recordBuilder'
import type { JsonObject } from './json'
import type { Columns, RunRecord } from './runRecord'
import { encodeSteps, parseSteps } from './stepsCodec'
import { columnRange, type Table } from './table'

/** Bytes of a number: all mantissas come first, as float32, then all exponents, as int32; little-endian, as every host of VS Code is. */
const NUMBER = 8

const FLOAT32_BITS = 24

/**
 * What a growing record gained since it had `columns` columns, `frames` frames and the `known` extras (none if left out), as JSON: a message, not for files. Its
 * numbers are not packed: that would cost both ends more time than the way of a few more bytes.
 */
export function encodePiece(record: RunRecord, columns: number, frames: number, known: Extras = NO_EXTRAS): JsonObject {
  const { curves, quantities } = record
  const gained = (table: Table) => columnRange(table, columns, record.columns)
  const tables = [
    ...CURVE_NAMES.map(name => gained(curves[name])),
    ...QUANTITY_NAMES.map(name => asInFile(gained(quantities[name]), QUANTITIES[name].bits))
  ]
  return {
    from: columns,
    to: record.columns,
    numbers: encodeNumbers(tables),
    events: plainEvents(record.events),
    framesFrom: frames,
    frames: encodeFrames(record.frames.slice(frames), record.data.classes.length),
    outcomes: encodeOutcomes(record.outcomes.slice(known.outcomes)),
    distributions: encodeDistributions(record.distributions.slice(known.distributions)),
    steps: record.steps.steps.length === known.steps ? null : encodeSteps(record.steps)
  }
}

/** How many answers, distributions and single steps somebody has. */
export interface Extras {
  readonly outcomes: number
  readonly distributions: number
  readonly steps: number
}

const NO_EXTRAS: Extras = { outcomes: 0, distributions: 0, steps: 0 }

/** How many a record has. */
export const extrasOf = ({ outcomes, distributions, steps }: RunRecord): Extras => ({
  outcomes: outcomes.length,
  distributions: distributions.length,
  steps: steps.steps.length
})

/**
 * Adds to `builder` what is new to it in `piece`; false where something between is missing. Throws a `RecordError` for what
 * `encodePiece` did not write.
 */
export function addPiece(builder: RecordBuilder, piece: unknown): boolean {
  const fields = asObject(piece, 'piece')
  const [from, to] = [asCount(fields['from'], 'piece.from'), asCount(fields['to'], 'piece.to')]
  const { columns, frames, layers, subject, data } = builder.record
  const framesFrom = asCount(fields['framesFrom'], 'piece.framesFrom')
  if (from > columns || framesFrom > frames.length) return false
  checkCells(layers.length, to, 'piece.to')
  const numbers = decodeNumbers(asString(fields['numbers'], 'piece.numbers'), to - from, layers.length)
  if (to > columns) builder.add(columnsFrom(columns, numbers, from, to))
  const news = parseFrames(asArray(fields['frames'], 'piece.frames'), subject, data.classes.length)
  for (const frame of news.slice(frames.length - framesFrom)) builder.addFrame(frame)
  builder.setEvents(parseEvents(fields['events'], layers.length))
  addExtras(builder, fields)
  return true
}

/** Extras may be told again: those that are known are left out, and steps are the same whenever they are told. */
function addExtras(builder: RecordBuilder, fields: Readonly<Record<string, unknown>>): void {
  const { layers, outcomeSubject, data, outcomes, distributions } = builder.record
  const isNew = (known: readonly { readonly epoch: number }[], { epoch }: { readonly epoch: number }) =>
    epoch > (known.at(-1)?.epoch ?? -1)
  for (const outcome of parseOutcomes(fields['outcomes'], outcomeSubject, data.classes.length))
    if (isNew(outcomes, outcome)) builder.addOutcome(outcome)
  for (const distribution of parseDistributions(fields['distributions'], layers.length))
    if (isNew(distributions, distribution)) builder.addDistribution(distribution)
  if (fields['steps'] !== null) builder.addSteps(parseSteps(fields['steps'], layers.length))
}

/** Columns `epoch` … `to` - 1 of tables that begin with column `from`. */
function columnsFrom(epoch: number, tables: Tables, from: number, to: number): Columns {
  const part = (all: Readonly<Record<string, Table>>) =>
    Object.fromEntries(Object.entries(all).map(([name, table]) => [name, columnRange(table, epoch - from, to - from)]))
  return { epoch, curves: part(tables.curves), quantities: part(tables.quantities) } as unknown as Columns
}

/** With as many bits as files keep, so that no number changes when the whole record comes. */
function asInFile(table: Table, bits: number): Table {
  if (bits >= FLOAT32_BITS) return table
  const [mantissa, exponent] = [table.mantissa.slice(), table.exponent.slice()]
  for (let i = 0; i < mantissa.length; i++) {
    const near = rounded(mantissa[i]!, exponent[i]!, bits)
    mantissa[i] = near.mantissa
    exponent[i] = near.exponent
  }
  return { ...table, mantissa, exponent }
}

function encodeNumbers(tables: readonly Table[]): string {
  const count = tables.reduce((sum, { mantissa }) => sum + mantissa.length, 0)
  const bytes = new ArrayBuffer(count * NUMBER)
  const { mantissas, exponents } = viewsOf(bytes)
  let place = 0
  for (const { mantissa, exponent } of tables) {
    mantissas.set(mantissa, place)
    exponents.set(exponent, place)
    place += mantissa.length
  }
  return toBase64(new Uint8Array(bytes))
}

function viewsOf(bytes: ArrayBuffer): { mantissas: Float32Array; exponents: Int32Array } {
  const count = bytes.byteLength / NUMBER
  return { mantissas: new Float32Array(bytes, 0, count), exponents: new Int32Array(bytes, bytes.byteLength / 2, count) }
}

type Tables = Pick<Columns, 'curves' | 'quantities'>

function decodeNumbers(text: string, columns: number, layers: number): Tables {
  const bytes = bytesOf(text)
  const due = columns * (CURVE_NAMES.length + QUANTITY_NAMES.length * layers) * NUMBER
  if (bytes.byteLength !== due) throw new RecordError('piece.numbers', `${due} bytes, not ${bytes.byteLength}`)
  const { mantissas, exponents } = viewsOf(bytes)
  let place = 0
  const next = (name: string, layers: number): [string, Table] => {
    const range = [place, (place += columns * layers)] as const
    const [mantissa, exponent] = [new Float64Array(mantissas.subarray(...range)), exponents.subarray(...range)]
    return [name, { columns, layers, mantissa, exponent }]
  }
  const curves = Object.fromEntries(CURVE_NAMES.map(name => next(name, 1)))
  const quantities = Object.fromEntries(QUANTITY_NAMES.map(name => next(name, layers)))
  return { curves, quantities } as unknown as Tables
}

function bytesOf(text: string): ArrayBuffer {
  try {
    return fromBase64(text).buffer as ArrayBuffer
  } catch {
    throw new RecordError('piece.numbers', 'numbers in base64')
  }
}
