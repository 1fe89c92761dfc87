import type { Cell, Compared, Experiment, SweepRun } from '../experiment'
import { writtenAs } from '../experiment'
import { COMPARE_VERSION, type CompareItem, type CompareRecord, type RunRecord, type SweepRecord } from '../record'
import { TEXTS } from './texts'

/** A cell that another compares, and what it shows. */
export interface ComparedCell {
  readonly cell: Exclude<Cell, { kind: 'compare' }>
  readonly run: RunRecord | null
  readonly sweep: SweepRecord | null
}

/**
 * What the output of a cell with `compare` holds: copies of what the named cells show. Of a single run of a sweep only a summary was kept,
 * so `train` makes it again.
 */
export async function compareCells(
  { name, compared }: Extract<Cell, { kind: 'compare' }>,
  cellOf: (name: string) => ComparedCell,
  train: (experiment: Experiment) => Promise<RunRecord>
): Promise<CompareRecord> {
  const items: CompareItem[] = []
  for (const one of compared) items.push(await itemOf(one, cellOf(one.cell), train))
  return { version: COMPARE_VERSION, name, items }
}

async function itemOf(
  compared: Compared,
  { cell, run, sweep }: ComparedCell,
  train: (experiment: Experiment) => Promise<RunRecord>
): Promise<CompareItem> {
  const reference = writtenAs(compared)
  const one = cell.kind === 'sweep' ? runOf(compared, cell) : null
  if (one !== null) return { reference, kind: 'run', record: await train(one.experiment) }
  if (cell.kind === 'run' && run !== null) return { reference, kind: 'run', record: run }
  if (cell.kind === 'sweep' && sweep !== null) return { reference, kind: 'sweep', record: sweep }
  return { reference, kind: 'missing', why: TEXTS.notRun(compared.cell) }
}

/** The run that is meant, of a variant its first; null: all. */
function runOf({ variant, run }: Compared, { expansion }: Extract<Cell, { kind: 'sweep' }>): SweepRun | null {
  if (run !== null) return expansion.run(run)
  if (variant === null) return null
  const place = expansion.labels.indexOf(variant)
  return expansion.run((place * expansion.count) / expansion.labels.length)
}
