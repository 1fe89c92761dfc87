import { DATASETS } from '../catalogue'
import {
  fileNames,
  filesOfCell,
  parseCell,
  type FileNames,
  type Files,
  type Limits,
  type Surroundings
} from '../experiment'
import type { Notebook } from '../notebook'
import { readsFiles, type Format, type ShareOptions } from './formats'
import { runOf } from './runOf'

/**
 * The files that each experiment cell reads, by its place among all cells from 1, or why they could not be read; at 0 those that no cell
 * reads yet, but may.
 */
export type FilesOfCells = Readonly<Record<number, Files | string>>

/** As what a notebook is exported, and what its cells may ask of the machine. */
export interface FilesWanted {
  readonly format: Format
  readonly options: Pick<ShareOptions, 'pytorch' | 'runs'>
  readonly limits: Limits
}

/**
 * Reads what a format takes along of the files of a notebook's cells, with `read`, which rejects with a sentence for people where it cannot.
 * In a page all runs of a cell can be done, and cells changed to read other shipped data; elsewhere a cell stands for its first run.
 */
export async function filesOfCells(
  { cells }: Notebook,
  { format, options, limits }: FilesWanted,
  read: (names: FileNames) => Promise<Files>
): Promise<FilesOfCells> {
  if (!readsFiles(format, options)) return {}
  const around = { cells: cells.filter(({ kind }) => kind === 'experiment').map(({ source }) => source), limits }
  const namesOf = format === 'html' ? namesOfAll : namesOfFirst
  const files: Record<number, Files | string> = format === 'html' ? { 0: await filesOr(SHIPPED, read) } : {}
  for (const [i, { kind, source }] of cells.entries()) {
    const names = kind === 'experiment' ? namesOf(source, around) : null
    if (names !== null) files[i + 1] = await filesOr(names, read)
  }
  return files
}

const SHIPPED: FileNames = {
  shipped: Object.values(DATASETS).flatMap(({ file }) => (file === null ? [] : [file])),
  named: []
}

/** Null where nothing runs. */
function namesOfAll(source: string, around: Required<Surroundings>): FileNames | null {
  const parsed = parseCell(source, around)
  return parsed.ok && parsed.cell.kind !== 'compare' ? filesOfCell(parsed.cell) : null
}

function namesOfFirst(source: string, around: Required<Surroundings>): FileNames | null {
  const run = runOf(source, around)
  return 'experiment' in run && run.experiment !== null ? fileNames([run.experiment]) : null
}

async function filesOr(names: FileNames, read: (names: FileNames) => Promise<Files>): Promise<Files | string> {
  try {
    return await read(names)
  } catch (error) {
    if (error instanceof Error) return error.message
    throw error
  }
}
