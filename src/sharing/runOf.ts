import { parseCell, problemLines, type Cell, type Experiment, type Surroundings } from '../experiment'

/**
 * What a cell runs: of many runs the first, and how many they are; nothing where it is empty or only compares; or why it cannot run.
 */
export type RunOf =
  | { readonly experiment: Experiment; readonly runs: number }
  | { readonly experiment: null }
  | { readonly problem: string }

/** Reads a cell among the others of its notebook. */
export function runOf(source: string, around: Required<Surroundings>): RunOf {
  const parsed = parseCell(source, around)
  if (parsed.ok) return firstOf(parsed.cell)
  if (parsed.problems.every(({ code }) => code === 'empty-cell')) return NOTHING
  return { problem: problemLines(source, parsed.problems) }
}

const NOTHING: RunOf = { experiment: null }

function firstOf(cell: Cell): RunOf {
  switch (cell.kind) {
    case 'run':
      return { experiment: cell.experiment, runs: 1 }
    case 'sweep':
      return { experiment: cell.first, runs: cell.expansion.count }
    case 'compare':
      return NOTHING
    default:
      return cell satisfies never
  }
}
