import { copyColumn, emptyTable, hasGrown, type RunRecord, type Table } from '../../../src/record'
import type { Numbers } from './numbers'
import { startAlike, type Timeline } from './timeline'
import { timelineOf } from './unfolded'

/** What a figure shows of a record: the numbers of its epochs and, unfolded, of single steps among them. */
export interface Shown extends Numbers {
  readonly record: RunRecord
  readonly unfolded: boolean
  /** the columns, also those to come */
  readonly timeline: Timeline
}

export function shownOf(record: RunRecord, unfolded: boolean): Shown {
  const timeline = timelineOf(record, unfolded)
  const { layers, columns, curves, quantities } = record
  if (!timeline.hasSteps) return { record, unfolded, timeline, layers, columns, curves, quantities }
  const recorded = columns === 0 ? 0 : columns + stepsWithin(record, timeline)
  const merged = <Name extends string>(epochs: Tables<Name>, steps: Tables<Name>) =>
    lazily(epochs, name => mergedTable(epochs[name], steps[name], record, timeline, recorded))
  return {
    ...{ record, unfolded, timeline, layers, columns: recorded },
    curves: merged(curves, record.steps.curves),
    quantities: merged(quantities, record.steps.quantities)
  }
}

/** Whether `after` is `before` with more columns, so that what was worked out from the first ones still holds. */
export const shownHasGrown = (before: Shown, after: Shown): boolean =>
  hasGrown(before.record, after.record) &&
  before.columns <= after.columns &&
  startAlike(before.timeline, after.timeline, before.columns)

type Tables<Name extends string> = Readonly<Record<Name, Table>>

/** How many of the kept steps have a column. */
const stepsWithin = ({ steps: { steps } }: RunRecord, timeline: Timeline): number =>
  steps.filter(step => timeline.columnOfStep(step) !== null).length

/** Each table is made when it is first asked for: a file's may have to be decoded. */
function lazily<Name extends string>(tables: Tables<Name>, make: (name: Name) => Table): Tables<Name> {
  const made = {} as Record<Name, Table>
  for (const name of Object.keys(tables) as Name[]) {
    let table: Table | undefined
    Object.defineProperty(made, name, { get: () => (table ??= make(name)), enumerable: true })
  }
  return made
}

/** The first `columns` columns of `timeline`. */
function mergedTable(
  epochs: Table,
  steps: Table,
  { steps: { steps: numbers } }: RunRecord,
  timeline: Timeline,
  columns: number
): Table {
  const merged = emptyTable(columns, epochs.layers)
  for (let column = 0; column < columns; column++) {
    const moment = timeline.momentOf(column)
    if (moment.kind === 'epoch') copyColumn(epochs, moment.epoch, merged, column)
    else copyColumn(steps, numbers.indexOf(moment.step), merged, column)
  }
  return merged
}
