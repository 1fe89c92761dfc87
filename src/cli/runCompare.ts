import path from 'node:path'
import { isMapping, parseCell, type Cell, type Experiment } from '../experiment'
import { output, type Output } from '../notebook'
import { COMPARE_MIME, encodeCompare, parseRecord, RECORD_MIME, RecordError, type RunRecord } from '../record'
import { compareCells, type ComparedCell } from '../sweep'
import type { CellText } from './input'
import { paint } from './print'
import type { CellResult, Runner } from './runner'
import { sweepIn } from './runSweepCell'
import { compareTerminalText } from './terminal'
import { trainCell } from './trainCell'

/** Puts side by side what other cells show. */
export async function runCompare(
  cell: CellText,
  compare: Extract<Cell, { kind: 'compare' }>,
  runner: Runner
): Promise<CellResult> {
  const { file, allowOutside, client, signal, remarks } = runner
  const place = { folder: path.dirname(file), allowOutside }
  const train = (experiment: Experiment) =>
    trainCell(experiment, place, client, { signal, remarks, limits: cell.limits })
  const record = await compareCells(compare, name => cellNamed(name, cell, runner.outputsOf), train)
  const encoded = encodeCompare(record)
  const tell = () => (runner.json ? Promise.resolve() : paint(`${compareTerminalText(record)}\n\n`))
  return {
    cell,
    failed: record.items.some(({ kind }) => kind === 'missing'),
    outputs: [output(COMPARE_MIME, encoded)],
    tell
  }
}

/** The cell of that name among a comparison and its neighbours; reading the comparison has found it already. */
export function cellNamed(name: string, { siblings, limits }: CellText, outputsOf: Runner['outputsOf']): ComparedCell {
  for (const text of siblings) {
    const parsed = parseCell(text, { cells: siblings, limits })
    if (!parsed.ok || parsed.cell.kind === 'compare' || nameOf(parsed.cell) !== name) continue
    const outputs = outputsOf(text)
    return { cell: parsed.cell, run: recordIn(outputs), sweep: sweepIn(outputs) }
  }
  throw new RangeError(`no cell is named ${name}`)
}

const nameOf = (cell: ComparedCell['cell']): string | null => (cell.kind === 'run' ? cell.experiment.name : cell.name)

function recordIn(outputs: readonly Output[]): RunRecord | null {
  const item = outputs.flatMap(({ items }) => items).find(({ mime }) => mime === RECORD_MIME)
  if (!isMapping(item?.data)) return null
  try {
    return parseRecord(item.data)
  } catch (error) {
    if (error instanceof RecordError) return null
    throw error
  }
}
