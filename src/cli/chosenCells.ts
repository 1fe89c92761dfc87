import { nameIn } from '../experiment'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'
import type { CellText, Input } from './input'

/** The cells that `--cell` names, or all; of those of which `--weights` takes one, exactly one. Throws a `CommandError`. */
export function chosenCells(input: Input, cell: string | undefined, needsOne: boolean): readonly CellText[] {
  const chosen = cellsNamed(input, cell)
  if (!needsOne) return chosen
  if (chosen.length === 1) return onlyRun(chosen)
  throw new CommandError(
    `--weights takes the weights of one cell, but ${chosen.length} would run; choose one with --cell`
  )
}

/** A cell of many runs has as many weights. */
function onlyRun(chosen: readonly CellText[]): readonly CellText[] {
  const parsed = chosen[0]!.read()
  if (parsed.ok && parsed.cell.kind !== 'run') throw new CommandError(CLI_TEXTS.weightsOfOne(called(chosen[0]!)))
  return chosen
}

function cellsNamed({ file, cells }: Input, wanted: string | undefined): readonly CellText[] {
  if (wanted === undefined) return cells
  const chosen = cells.filter(cell => placeOf(cell) === wanted || nameOf(cell) === wanted)
  if (chosen.length === 0)
    throw new CommandError(`${file} has no experiment cell "${wanted}"; its cells are ${cells.map(called).join(', ')}`)
  return chosen
}

/** What a cell is called in sentences: its name, or its place in the notebook from 1. */
export const called = (cell: CellText): string => nameOf(cell) ?? placeOf(cell)

const placeOf = ({ index }: CellText): string => String((index ?? 0) + 1)

function nameOf(cell: CellText): string | null {
  const result = cell.read()
  if (!result.ok) return nameIn(cell.text)
  return result.cell.kind === 'run' ? result.cell.experiment.name : result.cell.name
}
