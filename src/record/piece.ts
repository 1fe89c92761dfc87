import { parseEvents, plainEvents } from './events'
import { asArray, asCount, asObject } from './parse'
import { encodeFrames, parseFrames } from './pictures'
import { decodeTable, encodeTable } from './planes'
import { CURVE_NAMES, QUANTITIES, QUANTITY_NAMES } from './quantity'
import type { RecordBuilder } from './recordBuilder'
import type { Column, JsonObject, RunRecord } from './runRecord'
import { columnRange, type Table } from './table'

/** What a growing record gained since it had `columns` columns and `frames` frames, as JSON: a message, not for files. */
export function encodePiece(record: RunRecord, columns: number, frames: number): JsonObject {
  const tables = (names: readonly string[], all: Readonly<Record<string, Table>>, bits: (name: string) => number) =>
    Object.fromEntries(
      names.map(name => [name, encodeTable(columnRange(all[name]!, columns, record.columns), bits(name))])
    )
  return {
    from: columns,
    to: record.columns,
    curves: tables(CURVE_NAMES, record.curves, () => 24),
    quantities: tables(QUANTITY_NAMES, record.quantities, name => QUANTITIES[name as keyof typeof QUANTITIES].bits),
    events: plainEvents(record.events),
    framesFrom: frames,
    frames: encodeFrames(record.frames.slice(frames), record.data.classes.length)
  }
}

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
  const tables = (names: readonly string[], field: string, layers: number) => {
    const texts = asObject(fields[field], `piece.${field}`)
    return names.map(name => [name, decodeTable(texts[name], to - from, layers, `piece.${field}.${name}`)] as const)
  }
  const [curves, quantities] = [tables(CURVE_NAMES, 'curves', 1), tables(QUANTITY_NAMES, 'quantities', layers.length)]
  for (let epoch = columns; epoch < to; epoch++) {
    const at = (all: typeof curves) => Object.fromEntries(all.map(([name, table]) => [name, columnRange(table, epoch - from, epoch - from + 1)])) // prettier-ignore
    builder.add({ epoch, curves: at(curves), quantities: at(quantities) } as unknown as Column)
  }
  const news = parseFrames(asArray(fields['frames'], 'piece.frames'), subject, data.classes.length)
  for (const frame of news.slice(frames.length - framesFrom)) builder.addFrame(frame)
  builder.setEvents(parseEvents(fields['events'], layers.length))
  return true
}
