import path from 'node:path'
import { RunClient } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { chosenCells } from './chosenCells'
import { EXIT } from './exitStatus'
import { readInput } from './input'
import { OutputKeeper } from './outputKeeper'
import { runCell, type CellResult } from './runCell'
import type { Stop } from './stop'
import { WeightsFile } from './weightsFile'

export interface RunOptions {
  readonly json?: boolean
  readonly cell?: string
  readonly save: boolean
  readonly allowOutside?: boolean
  readonly weights?: string
}

/**
 * `gradnb run`: trains the cells one after the other; each is saved, then told. A cell that fails does not keep the next from
 * running. A stop ends the run under way, keeps what it measured and leaves the rest.
 */
export async function run(file: string, options: RunOptions, stop: Stop): Promise<number> {
  const input = await readInput(file, stop.signal)
  const cells = chosenCells(input, options.cell, options.weights !== undefined)
  const keeper = options.save ? await OutputKeeper.of(input, stop) : null
  const weights = options.weights === undefined ? null : await WeightsFile.at(options.weights, input)
  const client = new RunClient(spawnNode(path.join(__dirname, 'worker.node.js')))
  const { json = false, allowOutside = false } = options
  const results: CellResult[] = []
  try {
    for (const cell of cells) {
      if (stop.signal.aborted) break
      const result = await runCell(file, cell, client, stop.signal, {
        json,
        allowOutside,
        wantsWeights: weights !== null
      })
      results.push(result)
      await keeper?.keep(result)
      await result.tell()
    }
  } finally {
    client.dispose()
    await keeper?.end()
  }
  await weights?.write(results)
  const lost = keeper?.hasHomeless ?? false
  return lost || results.some(result => result.failed) ? EXIT.problems : EXIT.done
}
