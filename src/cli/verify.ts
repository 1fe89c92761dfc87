import path from 'node:path'
import { fileNames, filesOfCell, type FileNames } from '../experiment'
import type { Output } from '../notebook'
import { visibleLine } from '../text'
import { runSweep, type SweepCell } from '../sweep'
import { isSame, rerunner, verdictText, verifyAnyCell, VERIFY_TEXTS, type Verdict } from '../verify'
import { RunClient, RunFailed, RunPool, StoppedEarly } from '../worker'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { readFiles } from './cellFiles'
import { called } from './chosenCells'
import { CommandError, EXIT } from './exitStatus'
import { readInput, type CellText, type Input } from './input'
import type { LimitOptions } from './limitOptions'
import { print } from './print'
import { Remarks, type QuietOptions } from './remarks'
import { cellNamed } from './runCompare'
import type { Stop } from './stop'

export interface VerifyOptions extends QuietOptions, LimitOptions {
  readonly allowOutside?: boolean
}

/** `gradnb verify`: says of every cell of the notebooks whether its output is what running it gives; the status says whether all are. */
export async function verify(files: readonly string[], options: VerifyOptions, stop: Stop): Promise<number> {
  const inputs: Input[] = []
  for (const file of files) inputs.push(await notebookOf(file, options, stop))
  const spawn = spawnNode(bundle('worker.node'))
  const client = new RunClient(spawn)
  const pool = new RunPool(spawn, coresNode)
  try {
    let same = true
    for (const input of inputs) same = (await verifyNotebook(input, { client, pool, options, stop })) && same
    return same ? EXIT.done : EXIT.problems
  } catch (error) {
    if (error instanceof StoppedEarly && stop.signal.aborted) return EXIT.problems
    throw error
  } finally {
    client.dispose()
    pool.dispose()
  }
}

/** Who runs cells anew. */
interface Rerunning {
  readonly client: RunClient
  readonly pool: RunPool
  readonly options: VerifyOptions
  readonly stop: Stop
}

async function notebookOf(file: string, options: LimitOptions, { signal }: Stop): Promise<Input> {
  const input = await readInput(file, signal, options)
  if (input.notebook === null) throw new CommandError(`${file} holds no outputs; verify takes .gradnb notebooks`)
  return input
}

async function verifyNotebook(input: Input, rerunning: Rerunning): Promise<boolean> {
  const verdicts: Verdict[] = []
  for (const cell of input.cells) {
    const verdict = await verdictOn(input, cell, rerunning)
    verdicts.push(verdict)
    await print(`${visibleLine(`${input.file}: cell ${called(cell)}: ${verdictText(verdict)}`)}\n`)
  }
  const same = verdicts.filter(isSame).length
  await print(`${visibleLine(`${input.file}: ${VERIFY_TEXTS.summary(verdicts.length, same)}`)}\n`)
  return same === verdicts.length
}

async function verdictOn(input: Input, cell: CellText, rerunning: Rerunning): Promise<Verdict> {
  const { signal } = rerunning.stop
  const bar = new Remarks(rerunning.options).progress(called(cell))
  const place = { folder: path.dirname(input.file), allowOutside: rerunning.options.allowOutside ?? false }
  const { limits } = cell
  const read = (names: FileNames) => readFiles(names, place, limits.fileBytes, signal)
  const outputs = input.notebook!.cells[cell.index!]!.outputs
  const rerun = rerunner({
    ...{ client: rerunning.client, signal, limits },
    filesOf: experiment => read(fileNames([experiment])),
    onProgress: progress => bar.update(progress)
  })
  const rerunSweep = async (sweep: SweepCell) =>
    runSweep({ cell: sweep, files: await read(filesOfCell(sweep)), limits, signal, before: null }, rerunning.pool)
  const cellOf = (name: string) => cellNamed(name, cell, text => outputsIn(input, text))
  try {
    return await verifyAnyCell({ text: cell.text, result: cell.read(), outputs }, { rerun, rerunSweep, cellOf })
  } catch (error) {
    if (error instanceof RunFailed && !(error instanceof StoppedEarly)) return { kind: 'failed', reason: error.message }
    throw error
  } finally {
    bar.end()
  }
}

const outputsIn = ({ notebook }: Input, text: string): readonly Output[] =>
  notebook!.cells.find(({ source }) => source === text)?.outputs ?? []
