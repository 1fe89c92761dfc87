import path from 'node:path'
import { peerFindings, USUAL_BUDGET, type PeerName } from '../diagnosis'
import { visibleLine } from '../text'
import { RunClient } from '../worker'
import { spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { called, chosenCells } from './chosenCells'
import { Examination } from './examination'
import type { Ward } from './ward'
import { EXIT } from './exitStatus'
import { readInput, type CellText, type Input } from './input'
import { limitsIn, type LimitOptions } from './limitOptions'
import { NotebookFile } from './notebookFile'
import { print } from './print'
import { Remarks, type QuietOptions } from './remarks'
import type { Stop } from './stop'
import { CLI_TEXTS } from './texts'
import { endingLines, treat, type Tell } from './treatment'
import { tellUnknownRules } from './unknownRules'
import { checkWritable, realFile } from './writable'

export interface DoctorOptions extends QuietOptions, LimitOptions {
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
  const input = await readInput(file, stop.signal, options)
  const cells = chosenCells(input, options.cell, false)
  const remarks = new Remarks(options)
  tellUnknownRules(input, remarks)
  const client = new RunClient(spawnNode(bundle('worker.node')))
  const ward: Ward = {
    ...{ file, client, signal: stop.signal, notebook: await notebookFile(input, options) },
    remarks,
    limits: limitsIn(options),
    fixes: options.fix ?? false,
    budget: options.budget ?? USUAL_BUDGET,
    place: { folder: path.dirname(file), allowOutside: options.allowOutside ?? false },
    cells: input.cells,
    texts: cells[0]?.siblings.slice() ?? []
  }
  let isWell = true
  try {
    for (const cell of cells) {
      if (stop.signal.aborted) break
      if (options.cell === undefined && isLeftOut(ward, cell)) continue
      isWell = (await see(ward, cell, options)) && isWell
    }
  } finally {
    client.dispose()
  }
  return isWell ? EXIT.done : EXIT.problems
}

/** Whether a cell of a whole notebook is passed over, as it is not a single run: that is no fault of the notebook. */
function isLeftOut({ file, remarks }: Ward, cell: CellText): boolean {
  const parsed = cell.read()
  if (!parsed.ok || parsed.cell.kind === 'run') return false
  if (parsed.cell.kind === 'sweep') remarks.warn(`gradnb: ${file}: ${CLI_TEXTS.doctor.leftOut(called(cell))}`)
  return true
}

/** Examines a cell, treats it where that is asked for, and tells; whether nothing is left to mend. */
async function see(ward: Ward, cell: CellText, { json, compat }: DoctorOptions): Promise<boolean> {
  const examination = await Examination.of(ward, cell)
  if (examination === null) return false
  const tell: Tell = line => (json ? Promise.resolve() : print(`${visibleLine(line)}\n`))
  const { record, isWell } = examination
  for (const line of examination.lines()) await tell(line)
  const treatment = ward.fixes && !isWell ? await treat(ward, cell, record, line => tell(`  ${line}`)) : null
  for (const line of treatment === null ? [] : endingLines(treatment)) await tell(`  ${line}`)
  for (const line of compat === undefined ? [] : examination.peerLines(compat)) await tell(line)
  await print(json ? `${JSON.stringify({ ...examination.json(treatment), ...peersOf(examination, compat) })}\n` : '\n')
  return isWell || (treatment?.repair.helped ?? null) !== null
}

const peersOf = ({ record }: Examination, compat: PeerName | undefined): object =>
  compat === undefined ? {} : { compat: { [compat]: peerFindings(compat, record) } }

/** Where repaired cells go; null where nothing is written. */
async function notebookFile({ file, notebook }: Input, { fix }: DoctorOptions): Promise<NotebookFile | null> {
  if (notebook === null || fix !== true) return null
  const real = await realFile(file)
  await checkWritable(real)
  return new NotebookFile(real, notebook)
}
