import { RunClient, RunPool } from '../worker'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { chosenCells } from './chosenCells'
import { EXIT } from './exitStatus'
import { readInput, type Input } from './input'
import type { LimitOptions } from './limitOptions'
import { OutputKeeper } from './outputKeeper'
import { Remarks, type QuietOptions } from './remarks'
import { runCell } from './runCell'
import type { CellResult } from './runner'
import type { Output } from '../notebook'
import type { Stop } from './stop'
import { TerminalText } from './terminal'
import { WeightsFile } from './weightsFile'
import { tellUnknownRules } from './unknownRules'

export interface RunOptions extends QuietOptions, LimitOptions {
  readonly json?: boolean
  /** with each line of a cell of many runs its whole record */
  readonly records?: boolean
  readonly cell?: string
  readonly save: boolean
  readonly allowOutside?: boolean
  readonly weights?: string
  /** threads for cells of many runs */
  readonly workers?: number
}

/**
 * `gradnb run`: trains the cells one after the other; each is saved, then told. A cell that fails does not keep the next from
 * running. A stop ends the run under way, keeps what it measured and leaves the rest.
 */
export async function run(file: string, options: RunOptions, stop: Stop): Promise<number> {
  const input = await readInput(file, stop.signal, options)
  const cells = chosenCells(input, options.cell, options.weights !== undefined)
  const keeper = options.save ? await OutputKeeper.of(input, stop) : null
  const weights = options.weights === undefined ? null : await WeightsFile.at(options.weights, input)
  const spawn = spawnNode(bundle('worker.node'))
  const client = new RunClient(spawn)
  const pool = new RunPool(spawn, () => options.workers ?? coresNode())
  const { json = false, records = false, allowOutside = false } = options
  const remarks = new Remarks(options)
  tellUnknownRules(input, remarks)
  const text = new TerminalText(cells.length > 1)
  const results: CellResult[] = []
  const outputsOf = (text: string) =>
    [...results].reverse().find(result => result.cell.text === text)?.outputs ?? savedOutputs(input, text)
  const runner = {
    ...{ file, client, pool, json, records, text, allowOutside, outputsOf, remarks },
    signal: stop.signal,
    wantsWeights: weights !== null
  }
  try {
    for (const cell of cells) {
      if (stop.signal.aborted) break
      const result = await runCell(cell, runner)
      results.push(result)
      await keeper?.keep(result)
      await result.tell()
    }
  } finally {
    client.dispose()
    pool.dispose()
    await keeper?.end()
  }
  await weights?.write(results)
  const lost = keeper?.hasHomeless ?? false
  return lost || results.some(result => result.failed) ? EXIT.problems : EXIT.done
}

const savedOutputs = ({ notebook }: Input, text: string): readonly Output[] =>
  notebook?.cells.find(({ source }) => source === text)?.outputs ?? []
