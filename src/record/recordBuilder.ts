import { CURVE_NAMES, QUANTITY_NAMES } from './quantity'
import {
  RECORD_VERSION,
  type Column,
  type Events,
  type PictureFrame,
  type RunHeader,
  type RunRecord
} from './runRecord'
import { columnRange, emptyTable, head, type Table } from './table'

/** Collects a run's columns as they arrive. `record` may be asked for at any time and never changes afterwards. */
export class RecordBuilder {
  private columns = 0
  private readonly curves: Record<string, Table>
  private readonly quantities: Record<string, Table>
  private events: Events
  private frames: readonly PictureFrame[] = []

  constructor(private readonly header: RunHeader) {
    const layers = header.layers.length
    this.curves = tables(CURVE_NAMES, 1)
    this.quantities = tables(QUANTITY_NAMES, layers)
    this.events = {
      nonfinite: null,
      stop: null,
      activationVariance: emptyTable(0, layers),
      duplicateUnits: { initial: [], last: null }
    }
  }

  /** A builder that goes on where `record` ends. */
  static from(record: RunRecord): RecordBuilder {
    const { version: _, columns, curves, quantities, events, frames, ...header } = record
    const builder = new RecordBuilder(header)
    for (let epoch = 0; epoch < columns; epoch++) {
      const at = (tables: Readonly<Record<string, Table>>) =>
        Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, columnRange(table, epoch, epoch + 1)]))
      builder.add({ epoch, curves: at(curves), quantities: at(quantities) } as unknown as Column)
    }
    builder.events = events
    builder.frames = frames
    return builder
  }

  /** Adds the next column; they must arrive in the order of their epochs. */
  add(column: Column): void {
    if (column.epoch !== this.columns) throw new RangeError(`column ${column.epoch} where ${this.columns} was due`)
    for (const name of CURVE_NAMES) append(this.curves, name, column.curves[name], column.epoch)
    for (const name of QUANTITY_NAMES) append(this.quantities, name, column.quantities[name], column.epoch)
    this.columns++
  }

  /** Adds what the network made of the header's subject after an epoch. */
  addFrame(frame: PictureFrame): void {
    this.frames = [...this.frames, frame]
  }

  /** Replaces what is known about the run's events. */
  setEvents(events: Events): void {
    this.events = events
  }

  /** The record so far: views of the columns that are complete, which later columns do not touch. */
  get record(): RunRecord {
    const heads = (all: Record<string, Table>) =>
      Object.fromEntries(Object.entries(all).map(([name, table]) => [name, head(table, this.columns)]))
    return {
      version: RECORD_VERSION,
      ...this.header,
      columns: this.columns,
      curves: heads(this.curves) as RunRecord['curves'],
      quantities: heads(this.quantities) as RunRecord['quantities'],
      events: this.events,
      frames: this.frames
    }
  }
}

const FIRST_CAPACITY = 16

const tables = (names: readonly string[], layers: number): Record<string, Table> =>
  Object.fromEntries(names.map(name => [name, emptyTable(FIRST_CAPACITY, layers)]))

function append(tables: Record<string, Table>, name: string, row: Table, column: number): void {
  if (column === tables[name]!.columns) tables[name] = doubled(tables[name]!)
  const table = tables[name]!
  table.mantissa.set(row.mantissa, column * table.layers)
  table.exponent.set(row.exponent, column * table.layers)
}

function doubled(table: Table): Table {
  const larger = emptyTable(table.columns * 2, table.layers)
  larger.mantissa.set(table.mantissa)
  larger.exponent.set(table.exponent)
  return larger
}
