import { single, type CellResult } from '../experiment'
import type { Output } from '../notebook'
import { compareCells, type ComparedCell } from '../sweep'
import type { Verdict } from './verdict'
import { verifyCell, type Rerun } from './verifyCell'
import { verifyCompare, verifySweep, type RerunSweep } from './verifyMany'

/** How what a cell shows is made anew. */
export interface Anew {
  readonly rerun: Rerun
  readonly rerunSweep: RerunSweep
  /** the cell of this name and what it shows; throws where there is none */
  readonly cellOf: (name: string) => ComparedCell
}

/** A cell of any kind: its text, what it says, and what it shows. */
export interface AnyCell {
  readonly text: string
  readonly result: CellResult
  readonly outputs: readonly Output[]
}

/** Says whether what a cell shows is what running it gives, as its kind asks. Rejects as `rerun` and `rerunSweep` do. */
export async function verifyAnyCell({ text, result, outputs }: AnyCell, anew: Anew): Promise<Verdict> {
  const { rerun, rerunSweep, cellOf } = anew
  if (result.ok && result.cell.kind === 'sweep') return verifySweep(result.cell, outputs, rerunSweep)
  if (result.ok && result.cell.kind === 'compare')
    return verifyCompare(result.cell, outputs, cell => compareCells(cell, cellOf, one => rerun(one, Infinity)))
  return verifyCell({ text, parsed: single(text, result), outputs }, rerun)
}
