import {
  recordsCsv,
  sweepCsv,
  SWEEP_TABLES,
  wholeRunJson,
  wholeSweepJson,
  type CsvRun,
  type SweepTable
} from '../export'
import { comparedSweep, type CompareItem } from '../record'
import { manyName } from './manyText'
import { experimentsIn, titleOf, type Many, type SharedCell, type SharedExperiment } from './sharedCells'
import { filesFolder, noRuns, slug, textFile, type SharedFile } from './sharedFile'

/**
 * Every number as CSV. The runs of all cells, also those that are compared, are one table with a row for each cell, epoch and layer. A sweep
 * has a table with a row a run, and three more of what it keeps of its runs' epochs and layers; a comparison has the same of what it
 * compares. The first table has the name that was asked for, the others stand in a folder beside it.
 */
export function csvFiles(cells: readonly SharedCell[], file: string): SharedFile[] {
  const experiments = experimentsIn(cells)
  const runs = experiments.flatMap(csvRuns)
  const tables = [
    ...(runs.length > 0 ? [{ name: 'runs', text: recordsCsv(runs, ['cell', 'name']) }] : []),
    ...experiments.flatMap(({ place, many }) => many.flatMap((each, i) => manyTables(each, place, i)))
  ]
  if (tables.length === 0) throw noRuns('CSV')
  const folder = filesFolder(file)
  return tables.map(({ name, text }, i) => textFile(i === 0 ? file : `${folder}/${name}.csv`, text))
}

function csvRuns({ place, record, many }: SharedExperiment): CsvRun[] {
  const own = record ? [{ record, before: [String(place), titleOf(record)] }] : []
  const compared = many.flatMap(each => (each.kind === 'compare' ? each.record.items : []))
  return [
    ...own,
    ...compared.flatMap(item =>
      item.kind === 'run' ? [{ record: item.record, before: [String(place), item.reference] }] : []
    )
  ]
}

interface NamedTable {
  readonly name: string
  readonly text: string
}

function manyTables(many: Many, place: number, i: number): NamedTable[] {
  const record = many.kind === 'sweep' ? many.record : comparedSweep(many.record)
  if (record === null) return []
  const name = `${place}${i === 0 ? '' : `-${i + 1}`}-${slug(manyName(many))}`
  const rest = Object.keys(SWEEP_TABLES) as SweepTable[]
  return [
    { name, text: sweepCsv(record) },
    ...rest.map(table => ({ name: `${name}-${table}`, text: SWEEP_TABLES[table](record) }))
  ]
}

/** The same with all else that was recorded, as JSON: an object for each cell that has run, by the names of `gradnb run --json`. */
export function jsonFiles(cells: readonly SharedCell[], file: string): SharedFile[] {
  const all = experimentsIn(cells).flatMap(({ place, source, record, silenced, many }) => [
    ...(record ? [{ cell: place, source, ...wholeRunJson(record, silenced) }] : []),
    ...many.map(each => ({ cell: place, source, [each.kind]: manyJson(each) }))
  ])
  if (all.length === 0) throw noRuns('JSON')
  return [textFile(file, `${JSON.stringify({ cells: all })}\n`)]
}

const manyJson = (many: Many): object =>
  many.kind === 'sweep'
    ? wholeSweepJson(many.record)
    : { name: many.record.name, items: many.record.items.map(itemJson) }

function itemJson(item: CompareItem): object {
  const { reference, kind } = item
  switch (item.kind) {
    case 'run':
      return { reference, kind, ...wholeRunJson(item.record) }
    case 'sweep':
      return { reference, kind, ...wholeSweepJson(item.record) }
    case 'missing':
      return { reference, kind, why: item.why }
    default:
      return item satisfies never
  }
}
