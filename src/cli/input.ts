import path from 'node:path'
import {
  parseSilence,
  repairNoteIn,
  SILENCE_KEY,
  unknownRules,
  type RepairNote,
  type RuleName,
  type UnknownRule
} from '../diagnosis'
import { parseCell, positionAt, type CellResult, type Limits, type Problem } from '../experiment'
import { NotebookFormatError, parseNotebook, readConflicted, type Notebook } from '../notebook'
import { CommandError } from './exitStatus'
import { leftoversOf } from './leftovers'
import { limitsIn, type LimitOptions } from './limitOptions'
import { FileProblem, readPlainFile } from '../disk'
import { visibleLine } from '../text'
import { CLI_TEXTS } from './texts'

/** Bytes that a notebook or an experiment may have: above half a gigabyte Node holds no text. */
const MOST_BYTES = 300_000_000

/** An experiment cell's text and where it stands. */
export interface CellText {
  readonly text: string
  /** the cell's id; null for a .yaml file */
  readonly id: string | null
  /** place among all cells of the notebook, from 0; null for a .yaml file */
  readonly index: number | null
  /** the texts of all experiment cells of its file: it may refer to them by name */
  readonly siblings: readonly string[]
  /** what it may ask of the machine */
  readonly limits: Limits
  /** What it says, by these limits. Every run of a cell of many is looked at for that, so it is read once. */
  read(): CellResult
  /** rules of the diagnosis that its notebook or the cell itself does not want to hear */
  readonly silenced: readonly RuleName[]
  /** what is no rule in the cell's own list of these */
  readonly unknownRules: readonly UnknownRule[]
  /** what it was inserted to repair; null of most cells */
  readonly repairs: RepairNote | null
}

/** A file on the command line. */
export interface Input {
  readonly file: string
  /** null for a .yaml file */
  readonly notebook: Notebook | null
  readonly cells: readonly CellText[]
  /** what is no rule in the notebook's list of rules that are not to be heard */
  readonly unknownRules: readonly UnknownRule[]
}

/** Reads a .gradnb or .yaml file; throws a `CommandError` for any other, and for what cannot be read. */
export async function readInput(file: string, signal?: AbortSignal, options: LimitOptions = {}): Promise<Input> {
  const limits = limitsIn(options)
  const kind = path.extname(file).toLowerCase()
  if (kind !== '.gradnb' && kind !== '.yaml' && kind !== '.yml')
    throw new CommandError(`${file}: expected a .gradnb notebook or a .yaml experiment`)
  if (kind !== '.gradnb') {
    const text = textOf(file, await bytesOf(file, signal))
    const cell = { text, id: null, index: null, silenced: [], unknownRules: [], repairs: null }
    return { file, notebook: null, unknownRules: [], cells: [cellText(cell, [text], limits)] }
  }
  const notebook = await readNotebook(file, signal)
  const all = notebook.cells.map(({ source, id, kind, extra }, index) => ({
    text: source,
    id,
    index,
    kind,
    silenced: [...parseSilence(extra[SILENCE_KEY]), ...parseSilence(notebook.metadata[SILENCE_KEY])],
    unknownRules: unknownRules(extra[SILENCE_KEY]),
    repairs: repairNoteIn(extra)
  }))
  const experiments = all.filter(cell => cell.kind === 'experiment')
  const siblings = experiments.map(({ text }) => text)
  return {
    file,
    notebook,
    unknownRules: unknownRules(notebook.metadata[SILENCE_KEY]),
    cells: experiments.map(cell => cellText(cell, siblings, limits))
  }
}

type Place = Pick<CellText, 'text' | 'id' | 'index' | 'silenced' | 'unknownRules' | 'repairs'>

function cellText(place: Place, siblings: readonly string[], limits: Limits): CellText {
  let result: CellResult | null = null
  const read = () => (result ??= parseCell(place.text, { cells: siblings, limits }))
  return { ...place, siblings, limits, read }
}

/** Reads a .gradnb file; throws a `CommandError` for what is none. */
export async function readNotebook(file: string, signal?: AbortSignal): Promise<Notebook> {
  const bytes = await bytesOf(file, signal)
  try {
    return parseNotebook(bytes)
  } catch (error) {
    if (!(error instanceof NotebookFormatError)) throw error
    const [copy] = await leftoversOf(file)
    const advice = copy === undefined ? '' : `; ${copy} holds what an interrupted save was to write`
    const editor = readConflicted(bytes) === null ? '' : CLI_TEXTS.openConflict
    throw new CommandError(`${file}: ${error.message}${editor}${advice}`)
  }
}

/** The bytes of a file that is no larger than a notebook may be; throws a `CommandError`. */
export async function bytesOf(file: string, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return await readPlainFile(file, MOST_BYTES, signal)
  } catch (error) {
    throw error instanceof FileProblem ? new CommandError(`${file} ${error.message}`) : error
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${file} is not UTF-8 text; save it as UTF-8 in your editor`)
  }
}

/** "file:cell:line:column code message", cell and line from 1; without the cell for a .yaml file. */
export function problemLine(file: string, { text, index }: CellText, { start, code, message }: Problem): string {
  const { line, column } = positionAt(text, start)
  const cell = index === null ? '' : `${index + 1}:`
  return visibleLine(`${file}:${cell}${line}:${column} ${code} ${message}`)
}
