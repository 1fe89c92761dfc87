import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { positionAt, type Problem } from '../experiment'
import { NotebookFormatError, parseNotebook, type Notebook } from '../notebook'
import { CommandError } from './exitStatus'

/** An experiment cell's text and where it stands. */
export interface CellText {
  readonly text: string
  /** place among all cells of the notebook, from 0; null for a .yaml file */
  readonly index: number | null
}

/** A file on the command line. */
export interface Input {
  readonly file: string
  readonly bytes: Uint8Array
  /** null for a .yaml file */
  readonly notebook: Notebook | null
  readonly cells: readonly CellText[]
}

/** Reads a .gradnb or .yaml file; throws a `CommandError` for any other, and for what cannot be read. */
export async function readInput(file: string): Promise<Input> {
  const kind = path.extname(file).toLowerCase()
  if (kind !== '.gradnb' && kind !== '.yaml' && kind !== '.yml')
    throw new CommandError(`${file}: expected a .gradnb notebook or a .yaml experiment`)
  const bytes = await bytesOf(file)
  if (kind !== '.gradnb') return { file, bytes, notebook: null, cells: [{ text: textOf(file, bytes), index: null }] }
  const notebook = notebookOf(file, bytes)
  const all = notebook.cells.map(({ source, kind }, index) => ({ text: source, index, kind }))
  return { file, bytes, notebook, cells: all.filter(cell => cell.kind === 'experiment') }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new CommandError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`)
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${file}: is not UTF-8 text`)
  }
}

function notebookOf(file: string, bytes: Uint8Array): Notebook {
  try {
    return parseNotebook(bytes)
  } catch (error) {
    if (error instanceof NotebookFormatError) throw new CommandError(`${file}: ${error.message}`)
    throw error
  }
}

/** "file:cell:line:column code message", cell and line from 1; without the cell for a .yaml file. */
export function problemLine(file: string, { text, index }: CellText, { start, code, message }: Problem): string {
  const { line, column } = positionAt(text, start)
  const cell = index === null ? '' : `${index + 1}:`
  return `${file}:${cell}${line}:${column} ${code} ${message}`
}
