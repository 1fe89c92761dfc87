import { overridesOf, repair, type Repair } from '../../src/diagnosis'
import type { Json, RunRecord } from '../../src/record'
import type { Cell, Files } from './corpusCase'
import { runCell } from './runExperiment'

/** Repairs a cell as the product does, with the runs in this thread. */
export function tryRepair(cell: Cell, files: Files, record: RunRecord, budget?: number): Repair {
  const work = repair(record, budget)
  let next = work.next()
  while (next.done !== true)
    next = work.next(run(extended(cell, overridesOf(next.value.edits, record.experiment)), files))
  return next.value
}

/** A remedy may not fit the cell: then there is no run. */
function run(cell: Cell, files: Files): RunRecord | null {
  try {
    return runCell(cell, files)
  } catch {
    return null
  }
}

/** What a cell says that extends `cell` with `overrides`: mappings are merged, anything else replaces. */
export function extended(cell: Cell, overrides: Readonly<Record<string, Json>>): Cell {
  const result: Record<string, unknown> = { ...cell }
  for (const [key, value] of Object.entries(overrides)) {
    const old = result[key]
    result[key] = isMapping(old) && isMapping(value) ? { ...old, ...value } : value
  }
  return result
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
