import path from 'node:path'
import { DEFAULT_LIMITS, fileNames, parseExperiment } from '../experiment'
import type { Output } from '../notebook'
import { visibleLine } from '../text'
import { isSame, rerunner, verdictText, verifyCell, VERIFY_TEXTS, type Verdict } from '../verify'
import { RunClient, StoppedEarly } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { readFiles } from './cellFiles'
import { called } from './chosenCells'
import { CommandError, EXIT } from './exitStatus'
import { readInput, type CellText, type Input } from './input'
import { print } from './print'
import { ProgressBar } from './progressBar'
import type { Stop } from './stop'

export interface VerifyOptions {
  readonly allowOutside?: boolean
}

/** `gradnb verify`: says of every cell of the notebooks whether its output is what running it gives; the status says whether all are. */
export async function verify(files: readonly string[], options: VerifyOptions, stop: Stop): Promise<number> {
  const inputs: Input[] = []
  for (const file of files) inputs.push(await notebookOf(file, stop))
  const client = new RunClient(spawnNode(path.join(__dirname, 'worker.node.js')))
  try {
    let same = true
    for (const input of inputs) same = (await verifyNotebook(input, client, options, stop)) && same
    return same ? EXIT.done : EXIT.problems
  } catch (error) {
    if (error instanceof StoppedEarly && stop.signal.aborted) return EXIT.problems
    throw error
  } finally {
    client.dispose()
  }
}

async function notebookOf(file: string, { signal }: Stop): Promise<Input> {
  const input = await readInput(file, signal)
  if (input.notebook === null) throw new CommandError(`${file} holds no outputs; verify takes .gradnb notebooks`)
  return input
}

async function verifyNotebook(input: Input, client: RunClient, options: VerifyOptions, stop: Stop): Promise<boolean> {
  const verdicts: Verdict[] = []
  for (const cell of input.cells) {
    const verdict = await verdictOn(input, cell, client, options, stop)
    verdicts.push(verdict)
    await print(`${visibleLine(`${input.file}: cell ${called(cell)}: ${verdictText(verdict)}`)}\n`)
  }
  const same = verdicts.filter(isSame).length
  await print(`${visibleLine(`${input.file}: ${VERIFY_TEXTS.summary(verdicts.length, same)}`)}\n`)
  return same === verdicts.length
}

async function verdictOn(
  { file, notebook }: Input,
  cell: CellText,
  client: RunClient,
  { allowOutside = false }: VerifyOptions,
  { signal }: Stop
): Promise<Verdict> {
  const bar = new ProgressBar(called(cell))
  const place = { folder: path.dirname(file), allowOutside }
  const outputs: readonly Output[] = notebook!.cells[cell.index!]!.outputs
  const rerun = rerunner({
    ...{ client, signal, limits: DEFAULT_LIMITS },
    filesOf: experiment => readFiles(fileNames([experiment]), place, DEFAULT_LIMITS.fileBytes, signal),
    onProgress: progress => bar.update(progress)
  })
  try {
    return await verifyCell(
      { text: cell.text, parsed: parseExperiment(cell.text, { cells: cell.siblings }), outputs },
      rerun
    )
  } finally {
    bar.end()
  }
}
