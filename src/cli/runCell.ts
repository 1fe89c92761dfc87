import path from 'node:path'
import { jsonLine } from '../export'
import { problemLines, PROBLEMS_NAME, type Experiment, type Problem } from '../experiment'
import { errorOutput, output, type Output } from '../notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { FAILED_NAME, RunFailed } from '../worker'
import { called } from './chosenCells'
import { problemLine, type CellText } from './input'
import { complain, paint, print } from './print'
import type { CellResult, Runner } from './runner'
import { runCompare } from './runCompare'
import { runSweepCell } from './runSweepCell'
import { trainCell } from './trainCell'

/** Runs one cell; problems and failures become outputs, as in the editor. */
export async function runCell(cell: CellText, runner: Runner): Promise<CellResult> {
  const { file, signal } = runner
  const parsed = cell.read()
  if (!parsed.ok) return withProblems(file, cell, parsed.problems)
  try {
    switch (parsed.cell.kind) {
      case 'run':
        return await runOne(cell, parsed.cell.experiment, runner)
      case 'sweep':
        return await runSweepCell(cell, parsed.cell, runner)
      case 'compare':
        return await runCompare(cell, parsed.cell, runner)
    }
  } catch (error) {
    if (signal.aborted) return { cell, failed: false, outputs: null, tell: async () => {} }
    if (!(error instanceof RunFailed)) throw error
    return withFailure(file, cell, error)
  }
}

async function runOne(cell: CellText, experiment: Experiment, runner: Runner): Promise<CellResult> {
  const { file, client, signal, json, text, allowOutside, wantsWeights, remarks } = runner
  let weights: Uint8Array | undefined
  const onWeights = wantsWeights ? (bytes: Uint8Array) => void (weights = bytes) : undefined
  const place = { folder: path.dirname(file), allowOutside }
  const record = await trainCell(experiment, place, client, { signal, onWeights, remarks, limits: cell.limits })
  const tell = () =>
    json ? print(`${jsonLine(record, cell.silenced)}\n`) : paint(`${text.of(record, cell.silenced)}\n\n`)
  return { cell, failed: false, outputs: [recordOutput(record)], weights, tell }
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
