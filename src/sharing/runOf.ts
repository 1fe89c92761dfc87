import { parseCell, problemLines, type Cell, type Experiment } from '../experiment'

/** What a cell runs: of many runs the first; nothing where it is empty or only compares; or why it cannot run. */
export type RunOf = { readonly experiment: Experiment | null } | { readonly problem: string }

/** Reads a cell among the texts of all experiment cells of its notebook. */
export function runOf(source: string, texts: readonly string[]): RunOf {
  if (source.trim() === '') return { experiment: null }
  const parsed = parseCell(source, { cells: texts })
  return parsed.ok ? { experiment: firstOf(parsed.cell) } : { problem: problemLines(source, parsed.problems) }
}

function firstOf(cell: Cell): Experiment | null {
  switch (cell.kind) {
    case 'run':
      return cell.experiment
    case 'sweep':
      return cell.first
    case 'compare':
      return null
    default:
      return cell satisfies never
  }
}
