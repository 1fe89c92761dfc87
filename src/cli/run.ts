import path from 'node:path'
import { parseExperiment, problemLines, PROBLEMS_NAME } from '../experiment'
import { errorOutput, output, type Output } from '../notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { FAILED_NAME, RunClient, RunFailed } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { CommandError, EXIT } from './exitStatus'
import { problemLine, readInput, type CellText, type Input } from './input'
import { jsonLine } from './jsonLine'
import { replaceFile, saveOutputs } from './save'
import { terminalText } from './terminal'
import { trainCell } from './trainCell'

export interface RunOptions {
  readonly json?: boolean
  readonly cell?: string
  readonly save: boolean
  readonly allowOutside?: boolean
  readonly weights?: string
}

/**
 * `gradnb run`: trains the cells one after the other and prints each. A cell that fails does not keep the next from running.
 * Ctrl-C ends the run under way, keeps what it measured and leaves the rest.
 */
export async function run(file: string, options: RunOptions): Promise<number> {
  const input = await readInput(file)
  const cells = chosenCells(input, options)
  const client = new RunClient(spawnNode(path.join(__dirname, 'worker.node.js')))
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.on('SIGINT', interrupt)
  try {
    const results: CellResult[] = []
    for (const cell of cells)
      if (!stop.signal.aborted) results.push(await runOne(file, cell, client, stop.signal, options))
    if (options.save && input.notebook) await saveOutputs(input, outputsOf(results))
    if (options.weights !== undefined) await saveWeights(options.weights, results)
    if (stop.signal.aborted) return EXIT.interrupted
    return results.some(result => result.failed) ? EXIT.problems : EXIT.done
  } finally {
    process.off('SIGINT', interrupt)
    client.dispose()
  }
}

/** What a cell shows from now on; null: what it showed before. */
interface CellResult {
  readonly cell: CellText
  readonly failed: boolean
  readonly outputs: readonly Output[] | null
  /** a safetensors file, if it was asked for and the run had an end */
  readonly weights?: Uint8Array
}

/** `--weights` takes one run's: which one must be clear. */
function chosenCells(input: Input, { cell, weights }: RunOptions): readonly CellText[] {
  const chosen = cellsNamed(input, cell)
  if (weights === undefined || chosen.length === 1) return chosen
  throw new CommandError(
    `--weights takes the weights of one cell, but ${chosen.length} would run; choose one with --cell`
  )
}

function cellsNamed({ file, cells }: Input, wanted: string | undefined): readonly CellText[] {
  if (wanted === undefined) return cells
  const chosen = cells.filter(cell => String((cell.index ?? 0) + 1) === wanted || nameOf(cell) === wanted)
  if (chosen.length === 0)
    throw new CommandError(`${file} has no experiment cell "${wanted}"; known are ${cells.map(called).join(', ')}`)
  return chosen
}

function nameOf({ text }: CellText): string | null {
  const result = parseExperiment(text)
  return result.ok ? result.experiment.name : null
}

const called = (cell: CellText): string => nameOf(cell) ?? String((cell.index ?? 0) + 1)

/** Runs and prints one cell; problems and failures go to stderr, and into the outputs as in the editor. */
async function runOne(
  file: string,
  cell: CellText,
  client: RunClient,
  signal: AbortSignal,
  { json, allowOutside = false, weights: wanted }: RunOptions
): Promise<CellResult> {
  const parsed = parseExperiment(cell.text)
  if (!parsed.ok) {
    for (const problem of parsed.problems) process.stderr.write(`${problemLine(file, cell, problem)}\n`)
    return { cell, failed: true, outputs: [errorOutput(PROBLEMS_NAME, problemLines(cell.text, parsed.problems))] }
  }
  try {
    let weights: Uint8Array | undefined
    const onWeights = wanted === undefined ? undefined : (bytes: Uint8Array) => void (weights = bytes)
    const place = { folder: path.dirname(file), allowOutside }
    const record = await trainCell(parsed.experiment, place, client, { signal, onWeights })
    process.stdout.write(json ? `${jsonLine(record)}\n` : `${terminalText(record)}\n\n`)
    return { cell, failed: false, outputs: [recordOutput(record)], weights }
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error
    if (signal.aborted) return { cell, failed: false, outputs: null }
    process.stderr.write(`gradnb: ${file}: cell ${called(cell)}: ${error.message}\n`)
    return { cell, failed: true, outputs: failureOutputs(error) }
  }
}

async function saveWeights(file: string, results: readonly CellResult[]): Promise<void> {
  const weights = results.find(result => result.weights !== undefined)?.weights
  if (weights) await replaceFile(file, weights)
  else process.stderr.write(`gradnb: ${file} was not written: the run did not come to an end\n`)
}

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))

const failureOutputs = ({ record, message }: RunFailed): Output[] => [
  ...(record ? [recordOutput(record)] : []),
  errorOutput(FAILED_NAME, message)
]

function outputsOf(results: readonly CellResult[]): Map<number, readonly Output[]> {
  const known = results.filter(({ outputs }) => outputs !== null)
  return new Map(known.map(({ cell, outputs }) => [cell.index!, outputs!]))
}
