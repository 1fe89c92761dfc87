import path from 'node:path'
import { dataShape, type Cell, type Experiment } from '../experiment'
import { predictCell, predictionText, predictRecord, preflight, type CellPrediction } from '../theory'
import { RunClient, RunFailed } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { called } from './chosenCells'
import { EXIT } from './exitStatus'
import { problemLine, readInput, type CellText } from './input'
import { limitsIn, type LimitOptions } from './limitOptions'
import { predictionJson } from './predictionJson'
import { complain, print } from './print'
import { Remarks, type QuietOptions } from './remarks'
import type { Stop } from './stop'
import { trainCell, type Training } from './trainCell'

export interface PredictOptions extends QuietOptions, LimitOptions {
  readonly json?: boolean
  readonly allowOutside?: boolean
}

/** `gradnb predict`: what theory says of each cell's net at initialisation; trains nothing. Cells with problems are told of on stderr. */
export async function predict(file: string, options: PredictOptions, stop: Stop): Promise<number> {
  const { cells } = await readInput(file, stop.signal, options)
  const training = { signal: stop.signal, remarks: new Remarks(options), limits: limitsIn(options) }
  let status: number = EXIT.done
  for (const cell of cells) {
    if (stop.signal.aborted) break
    if (!(await predictedCell(file, cell, options, training))) status = EXIT.problems
  }
  return status
}

/** Whether the cell could be read, and the files that it names. */
async function predictedCell(
  file: string,
  cell: CellText,
  { json = false, allowOutside = false }: PredictOptions,
  training: Training
): Promise<boolean> {
  const parsed = cell.read()
  if (!parsed.ok) {
    parsed.problems.forEach(problem => complain(problemLine(file, cell, problem)))
    return false
  }
  try {
    for (const { name, experiment } of netsOf(parsed.cell)) {
      if (training.signal.aborted) break
      const predicted = await predictionOf(experiment, { folder: path.dirname(file), allowOutside }, training)
      const named = { name: name ?? (json ? null : called(cell)), predicted }
      await print(json ? `${predictionJson(named)}\n` : `${predictionText(named, preflight(experiment))}\n\n`)
    }
    return true
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error
    complain(`gradnb: ${file}: cell ${called(cell)}: ${error.message}`)
    return false
  }
}

interface Net {
  readonly name: string | null
  readonly experiment: Experiment
}

/** What theory is asked about: of a cell of many runs each but those that repeat one with another seed, by their places; of a comparison nothing. */
function* netsOf(cell: Cell): Iterable<Net> {
  if (cell.kind === 'run') yield { name: cell.experiment.name, experiment: cell.experiment }
  if (cell.kind !== 'sweep') return
  const { expansion } = cell
  for (let index = 0; index < expansion.count; index += expansion.repeats)
    yield { name: `${cell.name ?? ''}#${index}`, experiment: expansion.run(index).experiment }
}

/** Where files decide the ends of the net and how large its inputs are, a run of no epochs reads them. */
async function predictionOf(
  experiment: Experiment,
  place: Parameters<typeof trainCell>[1],
  training: Training
): Promise<CellPrediction> {
  if (dataShape(experiment.dataset) !== null) return predictCell(experiment)
  const client = new RunClient(spawnNode(bundle('worker.node')))
  try {
    return predictRecord(await trainCell({ ...experiment, epochs: 0 }, place, client, training))
  } finally {
    client.dispose()
  }
}
