import path from 'node:path'
import { jsonLine } from '../export'
import { parseExperiment, problemLines, PROBLEMS_NAME, type Problem } from '../experiment'
import { errorOutput, output, type Output } from '../notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { FAILED_NAME, RunFailed, type RunClient } from '../worker'
import { called } from './chosenCells'
import { problemLine, type CellText } from './input'
import { complain, paint, print } from './print'
import { terminalText } from './terminal'
import { trainCell } from './trainCell'

/** How a cell is run. */
export interface CellOptions {
  readonly json: boolean
  readonly allowOutside: boolean
  readonly wantsWeights: boolean
}

/** What came of a cell. */
export interface CellResult {
  readonly cell: CellText
  readonly failed: boolean
  /** what it shows from now on; null: what it showed before */
  readonly outputs: readonly Output[] | null
  /** a safetensors file, if it was asked for and the run had an end */
  readonly weights?: Uint8Array
  /** Tells the person at the terminal. */
  tell(): Promise<void>
}

/** Runs one cell of `file`; problems and failures become outputs, as in the editor. */
export async function runCell(
  file: string,
  cell: CellText,
  client: RunClient,
  signal: AbortSignal,
  { json, allowOutside, wantsWeights }: CellOptions
): Promise<CellResult> {
  const parsed = parseExperiment(cell.text, { cells: cell.siblings })
  if (!parsed.ok) return withProblems(file, cell, parsed.problems)
  try {
    let weights: Uint8Array | undefined
    const onWeights = wantsWeights ? (bytes: Uint8Array) => void (weights = bytes) : undefined
    const place = { folder: path.dirname(file), allowOutside }
    const record = await trainCell(parsed.experiment, place, client, { signal, onWeights })
    const tell = () => (json ? print(`${jsonLine(record)}\n`) : paint(`${terminalText(record)}\n\n`))
    return { cell, failed: false, outputs: [recordOutput(record)], weights, tell }
  } catch (error) {
    if (signal.aborted) return { cell, failed: false, outputs: null, tell: async () => {} }
    if (!(error instanceof RunFailed)) throw error
    return withFailure(file, cell, error)
  }
}

const withProblems = (file: string, cell: CellText, problems: readonly Problem[]): CellResult => ({
  cell,
  failed: true,
  outputs: [errorOutput(PROBLEMS_NAME, problemLines(cell.text, problems))],
  tell: async () => problems.forEach(problem => complain(problemLine(file, cell, problem)))
})

const withFailure = (file: string, cell: CellText, { record, message }: RunFailed): CellResult => ({
  cell,
  failed: true,
  outputs: [...(record ? [recordOutput(record)] : []), errorOutput(FAILED_NAME, message)],
  tell: async () => complain(`gradnb: ${file}: cell ${called(cell)}: ${message}`)
})

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))
