import { withoutEmptyAnswers } from './answered'
import type { Distribution } from './distributions'
import type { Outcome } from './outcomes'
import { CURVE_NAMES, QUANTITY_NAMES } from './quantity'
import {
  RECORD_VERSION,
  type Columns,
  type Events,
  type PictureFrame,
  type RunHeader,
  type RunRecord
} from './runRecord'
import { mergeSteps, noSteps, type Steps } from './steps'
import { emptyTable, head, type Table } from './table'

/** Collects a run's columns as they arrive. `record` may be asked for at any time and never changes afterwards. */
export class RecordBuilder {
  private columns = 0
  private readonly curves: Record<string, Table>
  private readonly quantities: Record<string, Table>
  private events: Events
  private frames: readonly PictureFrame[] = []
  private outcomes: readonly Outcome[] = []
  private distributions: readonly Distribution[] = []
  private steps: Steps

  constructor(private readonly header: RunHeader) {
    const layers = header.layers.length
    this.steps = noSteps(layers)
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
    const {
      version: _,
      columns,
      curves,
      quantities,
      events,
      frames,
      outcomes,
      distributions,
      steps,
      ...header
    } = record
    const builder = new RecordBuilder(header)
    if (columns > 0) builder.add({ epoch: 0, curves, quantities })
    builder.events = events
    builder.frames = frames
    builder.outcomes = outcomes
    builder.distributions = distributions
    builder.steps = steps
    return builder
  }

  /** Adds the next column, or several; they must arrive in the order of their epochs. */
  add({ epoch, curves, quantities }: Columns): void {
    if (epoch !== this.columns) throw new RangeError(`column ${epoch} where ${this.columns} was due`)
    const told = withoutEmptyAnswers(curves)
    for (const name of CURVE_NAMES) append(this.curves, name, told[name], epoch)
    for (const name of QUANTITY_NAMES) append(this.quantities, name, quantities[name], epoch)
    this.columns += curves.loss.columns
  }

  /** Adds what the network made of the header's subject after an epoch. */
  addFrame(frame: PictureFrame): void {
    this.frames = [...this.frames, frame]
  }

  /** Adds what the network answered after an epoch. */
  addOutcome(outcome: Outcome): void {
    this.outcomes = [...this.outcomes, outcome]
  }

  /** Adds how numbers spread after an epoch. */
  addDistribution(distribution: Distribution): void {
    this.distributions = [...this.distributions, distribution]
  }

  /** Adds single steps, in any order. */
  addSteps(steps: Steps): void {
    this.steps = mergeSteps(this.steps, { ...steps, curves: withoutEmptyAnswers(steps.curves) })
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
      frames: this.frames,
      outcomes: this.outcomes,
      distributions: this.distributions,
      steps: this.steps
    }
  }
}

const FIRST_CAPACITY = 16

const tables = (names: readonly string[], layers: number): Record<string, Table> =>
  Object.fromEntries(names.map(name => [name, emptyTable(FIRST_CAPACITY, layers)]))

function append(tables: Record<string, Table>, name: string, added: Table, column: number): void {
  const needed = column + added.columns
  if (needed > tables[name]!.columns) tables[name] = enlarged(tables[name]!, needed)
  const table = tables[name]!
  table.mantissa.set(added.mantissa, column * table.layers)
  table.exponent.set(added.exponent, column * table.layers)
}

/** With room for `columns` and more, so that a growing table is copied few times. */
function enlarged(table: Table, columns: number): Table {
  const { layers } = table
  const room = Math.max(columns, table.columns * 2)
  const [mantissa, exponent] = [new Float64Array(room * layers), new Int32Array(room * layers)]
  mantissa.set(table.mantissa)
  exponent.set(table.exponent)
  return { columns: room, layers, mantissa, exponent }
}

/**
 * Whether `after` is `before` with more columns, or with as many: two states of one builder. These share their layers, and their
 * columns never change, so that what was worked out from the first columns still holds.
 */
export const hasGrown = (before: RunRecord, after: RunRecord): boolean =>
  before.layers === after.layers && before.columns <= after.columns
