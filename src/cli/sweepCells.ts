import type { SweepCell } from '../sweep'
import { called, chosenCells } from './chosenCells'
import { CommandError, EXIT } from './exitStatus'
import { problemLine, type CellText, type Input } from './input'
import { CLI_TEXTS } from './texts'

/** A cell of many runs and its text. */
export interface FoundSweep {
  readonly cell: CellText
  readonly sweep: SweepCell
  /** the cell's name, or its place in the notebook from 1 */
  readonly name: string
}

/**
 * The cells of many runs among those that `--cell` names, or among all. Throws a `CommandError` for cells that are named and make no
 * such runs, or have problems.
 */
export function sweepCells(input: Input, wanted: string | undefined): FoundSweep[] {
  return chosenCells(input, wanted, false).flatMap(cell => {
    const parsed = cell.read()
    if (parsed.ok && parsed.cell.kind === 'sweep') return [{ cell, sweep: parsed.cell, name: called(cell) }]
    if (wanted === undefined) return []
    if (parsed.ok) throw new CommandError(CLI_TEXTS.shards.oneRun(called(cell)))
    const lines = parsed.problems.map(problem => problemLine(input.file, cell, problem))
    throw new CommandError(lines.join('\n'), EXIT.problems)
  })
}
