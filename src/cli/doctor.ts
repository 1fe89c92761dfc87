import path from 'node:path'
import { peerFindings, USUAL_BUDGET, type PeerName } from '../diagnosis'
import { RunClient } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { chosenCells } from './chosenCells'
import { Examination } from './examination'
import type { Ward } from './ward'
import { EXIT } from './exitStatus'
import { readInput, type Input } from './input'
import { NotebookFile } from './notebookFile'
import { print } from './print'
import { Remarks, type QuietOptions } from './remarks'
import type { Stop } from './stop'
import { checkWritable, realFile } from './writable'

export interface DoctorOptions extends QuietOptions {
  readonly fix?: boolean
  readonly cell?: string
  readonly budget?: number
  readonly json?: boolean
  readonly compat?: PeerName
  readonly allowOutside?: boolean
}

/**
 * `gradnb doctor`: trains the cells and tells what is wrong with each, why, and what may help. With `--fix` it tries remedies with the same
 * seed and puts the cell that helped below the first. The status says whether anything is left to mend.
 */
export async function doctor(file: string, options: DoctorOptions, stop: Stop): Promise<number> {
  const input = await readInput(file, stop.signal)
  const cells = chosenCells(input, options.cell, false)
  const client = new RunClient(spawnNode(bundle('worker.node')))
  const ward: Ward = {
    ...{ file, client, signal: stop.signal, notebook: await notebookFile(input, options) },
    remarks: new Remarks(options),
    fixes: options.fix ?? false,
    budget: options.budget ?? USUAL_BUDGET,
    place: { folder: path.dirname(file), allowOutside: options.allowOutside ?? false },
    texts: cells[0]?.siblings.slice() ?? []
  }
  let isWell = true
  try {
    for (const cell of cells) {
      if (stop.signal.aborted) break
      const examination = await Examination.of(ward, cell)
      if (examination !== null) await print(options.json ? jsonOf(examination, options) : textOf(examination, options))
      isWell = examination !== null && examination.isWell && isWell
    }
  } finally {
    client.dispose()
  }
  return isWell ? EXIT.done : EXIT.problems
}

const jsonOf = (examination: Examination, { compat }: DoctorOptions): string =>
  `${JSON.stringify({ ...examination.json(), ...peersOf(examination, compat) })}\n`

const textOf = (examination: Examination, { compat }: DoctorOptions): string =>
  `${[...examination.lines(), ...(compat === undefined ? [] : examination.peerLines(compat))].join('\n')}\n\n`

const peersOf = ({ record }: Examination, compat: PeerName | undefined): object =>
  compat === undefined ? {} : { compat: { [compat]: peerFindings(compat, record) } }

/** Where repaired cells go; null where nothing is written. */
async function notebookFile({ file, notebook }: Input, { fix }: DoctorOptions): Promise<NotebookFile | null> {
  if (notebook === null || fix !== true) return null
  const real = await realFile(file)
  await checkWritable(real)
  return new NotebookFile(real, notebook)
}
