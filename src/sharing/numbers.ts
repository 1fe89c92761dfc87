import { recordsCsv, wholeRunJson } from '../export'
import { runsIn, titleOf, type SharedCell } from './sharedCells'
import { noRuns, textFile, type SharedFile } from './sharedFile'

/** Every number of every run as one CSV file: a row for each cell, epoch and layer. */
export function csvFiles(cells: readonly SharedCell[], file: string): SharedFile[] {
  const runs = runsIn(cells)
  if (runs.length === 0) throw noRuns('CSV')
  const rows = runs.map(({ record, place }) => ({ record, before: [String(place), titleOf(record)] }))
  return [textFile(file, recordsCsv(rows, ['cell', 'name']))]
}

/** The same with all else that the runs recorded, as JSON: an object for each cell that has run. */
export function jsonFiles(cells: readonly SharedCell[], file: string): SharedFile[] {
  const runs = runsIn(cells)
  if (runs.length === 0) throw noRuns('JSON')
  const all = runs.map(({ record, place, source }) => ({ cell: place, source, ...wholeRunJson(record) }))
  return [textFile(file, `${JSON.stringify({ cells: all })}\n`)]
}
