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
 * such runs, or have problems; and with the problems of all where none makes such runs, as one that has problems may be meant to.
 */
export function sweepCells(input: Input, wanted: string | undefined): FoundSweep[] {
  const cells = chosenCells(input, wanted, false)
  const found = cells.flatMap(cell => {
    const parsed = cell.read()
    return parsed.ok && parsed.cell.kind === 'sweep' ? [{ cell, sweep: parsed.cell, name: called(cell) }] : []
  })
  if (wanted === undefined ? found.length > 0 : found.length === cells.length) return found
  const problems = cells.flatMap(cell => problemLines(input.file, cell)) // of what may be meant
  if (problems.length > 0) throw new CommandError(problems.join('\n'), EXIT.problems)
  if (wanted !== undefined) throw new CommandError(CLI_TEXTS.shards.oneRun(called(cells[0]!)))
  return []
}

function problemLines(file: string, cell: CellText): string[] {
  const parsed = cell.read()
  return parsed.ok ? [] : parsed.problems.map(problem => problemLine(file, cell, problem))
}
