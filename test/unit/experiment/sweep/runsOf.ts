import assert from 'node:assert/strict'
import { parseCell, type Cell, type Expansion, type SweepRun, type Surroundings } from '../../../../src/experiment'

/** A cell that has no problems. */
export function cellOf(text: string, around: Surroundings = {}): Cell {
  const result = parseCell(text, around)
  assert.ok(result.ok, result.ok ? '' : result.problems.map(problem => problem.message).join('\n'))
  return result.cell
}

/** The runs of a cell of many, none of them made. */
export function expansionOf(text: string, around: Surroundings = {}): Expansion {
  const cell = cellOf(text, around)
  assert.ok(cell.kind === 'sweep', `${cell.kind}: ${text}`)
  return cell.expansion
}

export function runsOf(text: string, around: Surroundings = {}): SweepRun[] {
  const expansion = expansionOf(text, around)
  return Array.from({ length: expansion.count }, (_, i) => expansion.run(i))
}

/** "narrow, epochs 3, seed 0" for every run. */
export const shortly = (runs: readonly SweepRun[]): string[] =>
  runs.map(({ variant, parameters, seed }) =>
    [
      ...(variant === null ? [] : [variant]),
      ...parameters.map(one => `${one.name} ${JSON.stringify(one.value)}`),
      `seed ${seed}`
    ].join(', ')
  )

/** The problem's code, the text it points at, and its sentence. */
export function toldOf(text: string, around: Surroundings = {}): string[] {
  const result = parseCell(text, around)
  assert.ok(!result.ok, `no problem in: ${text}`)
  return result.problems.map(({ code, start, end, message }) => `${code} [${text.slice(start, end)}] ${message}`)
}
