import {
  attemptOf,
  attemptText,
  withRepairNote,
  overridesOf,
  repair,
  repairText,
  standingOf,
  started,
  trialTitle,
  type Attempt,
  type Repair,
  type RepairNote,
  type Trial
} from '../diagnosis'
import { comparingCell, derivedCell, freeName, nameOfCell, parseExperiment } from '../experiment'
import { findingsJson } from '../export'
import { output, type Output } from '../notebook'
import { COMPARE_MIME, COMPARE_VERSION, encodeCompare, encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { RunFailed } from '../worker'
import { called } from './chosenCells'
import type { CellText } from './input'
import type { NotebookFile } from './notebookFile'
import { complain } from './print'
import { CLI_TEXTS } from './texts'
import { trainCell } from './trainCell'
import type { Ward } from './ward'

/** What was tried on a cell. */
export interface Treatment {
  readonly repair: Repair
  /** the cell of the notebook that repairs it already, so that nothing new was tried */
  readonly known: CellText | null
  /** whether a person stopped it before any had helped */
  readonly isStopped: boolean
  /** the cell that helped; null: none did */
  readonly text: string | null
  /** the cell that compares it with the first; null where either has no name */
  readonly comparison: string | null
  /** whether those cells are in the notebook now */
  readonly isSaved: boolean
}

/**
 * Tries remedies on `cell`, whose run is `record`, and puts the cell that helped below it, with one that compares the two; unless one that helps
 * is there already. `tell` hears of each trial in a line, once it has ended. A stop ends the trials.
 */
export async function treat(ward: Ward, cell: CellText, record: RunRecord, tell: Tell): Promise<Treatment> {
  const known = await knownTreatment(ward, cell, record)
  if (known !== null) return known
  await tell(CLI_TEXTS.doctor.budget(ward.budget))
  const begun = started(record, cell.silenced)
  const attempts: Attempt[] = []
  const work = repair(record, ward.budget, attempt => void attempts.push(attempt), cell.silenced)
  let next = work.next()
  while (next.done !== true) {
    const about = CLI_TEXTS.doctor.trying(attempts.length + 1, ward.budget, trialTitle(next.value))
    const after = await tried(ward, textOf(ward, cell, record, next.value), about)
    if (ward.signal.aborted) return { ...NOTHING, isStopped: true, repair: { ...begun, attempts } }
    next = work.next(after)
    await tell(attemptText(attempts.at(-1)!, begun.before, begun.target!.rule))
  }
  return { ...NOTHING, repair: next.value, ...(await inserted(ward, cell, record, next.value)) }
}

/** Writes a line. */
export type Tell = (line: string) => Promise<void>

/** What helped, below the cell. */
async function inserted(
  ward: Ward,
  cell: CellText,
  record: RunRecord,
  { target, helped }: Repair
): Promise<Pick<Treatment, 'text' | 'comparison' | 'isSaved'>> {
  if (target === null || helped === null || helped.after === null) return NOTHING
  const text = textOf(ward, cell, record, helped)
  const comparison = comparingCell([cell.text, text], CLI_TEXTS.doctor.comparison(trialTitle(helped)))
  const note = cell.id === null ? null : { cell: cell.id, rule: target.rule, titles: helped.titles }
  const isSaved = await saved(ward, cell, record, { text, record: helped.after.record, comparison, note })
  return { text, comparison, isSaved }
}

/** What a treatment ends with, in lines: what helped and where it stands. */
export function endingLines({ repair, known, isStopped, text, comparison, isSaved }: Treatment): string[] {
  const say = CLI_TEXTS.doctor
  if (isStopped) return [say.stopped]
  if (known !== null) return [say.known(called(known))]
  if (text === null) return [repairText(repair)]
  const lines = text.split('\n').map(line => `  ${line}`)
  const below = isSaved && comparison !== null ? [say.compared] : []
  return [repairText(repair), isSaved ? say.inserted : say.notInserted, ...lines, ...below]
}

const NOTHING = { known: null, isStopped: false, text: null, comparison: null, isSaved: false }

/** What was inserted before to repair what is found now, where it does. */
async function knownTreatment(ward: Ward, cell: CellText, record: RunRecord): Promise<Treatment | null> {
  const begun = started(record, cell.silenced)
  const { target, before } = begun
  const isForIt = ({ repairs }: CellText) => repairs?.cell === cell.id && repairs.rule === target?.rule
  for (const known of ward.cells.filter(isForIt)) {
    const after = await tried(ward, known.text, called(known))
    const trial = { titles: known.repairs!.titles, edits: {} }
    const attempt = attemptOf(trial, after && standingOf(after, cell.silenced), before, target!.rule)
    if (attempt.helps) return { ...NOTHING, known, repair: { ...begun, attempts: [attempt], helped: attempt } }
  }
  return null
}

/** What a repair tells in `--json`. */
export const treatmentJson = ({ repair: { target, attempts, helped, before }, text, known }: Treatment): object => ({
  rule: target?.rule ?? null,
  loss: jsonNumber(before.loss),
  attempts: attempts.map(attempt => ({
    title: trialTitle(attempt),
    edits: attempt.edits,
    clears: attempt.clears,
    worse: attempt.isWorse,
    loss: attempt.after === null ? null : jsonNumber(attempt.after.loss),
    findings: attempt.after === null ? null : findingsJson(attempt.after.record)
  })),
  helped: helped === null ? null : attempts.indexOf(helped),
  cell: text ?? known?.text ?? null
})

const jsonNumber = (value: number): number | string => (Number.isFinite(value) ? value : String(value))

/** The cell with a trial's changes: it extends the first where that has a name, and a notebook to be found in. */
function textOf({ texts }: Ward, { text, id }: CellText, record: RunRecord, { edits, titles }: Trial): string {
  const base = id === null ? null : nameOfCell(text)
  const name = base === null ? null : freeName(`${base}-repaired`, texts)
  return derivedCell(
    text,
    overridesOf(edits, record.experiment),
    name,
    CLI_TEXTS.doctor.comment(trialTitle({ titles }))
  )
}

/** What `text` records; null where it cannot be run, or is no longer to be. */
async function tried(
  { texts, place, client, signal, remarks, limits }: Ward,
  text: string,
  about: string
): Promise<RunRecord | null> {
  const parsed = parseExperiment(text, { cells: [...texts, text], limits })
  if (!parsed.ok || signal.aborted) return null
  try {
    const record = await trainCell(parsed.experiment, place, client, { signal, remarks, limits, about })
    return signal.aborted ? null : record
  } catch (error) {
    if (error instanceof RunFailed) return null
    throw error
  }
}

/** The cell that helped, and what it recorded. */
interface Helped {
  readonly text: string
  readonly record: RunRecord
  readonly comparison: string | null
  /** what it repairs, for the notebook; null of a cell that is in none */
  readonly note: RepairNote | null
}

/** Writes both runs into the notebook, and their comparison; whether the new cells found their place. */
async function saved(
  { notebook, texts, file }: Ward,
  { id, text: source }: CellText,
  before: RunRecord,
  after: Helped
): Promise<boolean> {
  texts.push(after.text, ...(after.comparison === null ? [] : [after.comparison]))
  if (notebook === null || id === null) return false
  await notebook.save({ id, source, outputs: [recordOutput(before)] })
  const extra = after.note === null ? {} : withRepairNote(after.note)
  const repaired = { source: after.text, outputs: [recordOutput(after.record)], extra }
  const made = [repaired, ...compared(source, before, after)]
  const place = await notebook.insert({ id, source }, made)
  if (place === 'unplaced') complain(`gradnb: ${file}: ${CLI_TEXTS.doctor.unplaced}`)
  return place !== 'unplaced'
}

/** The cell that compares, with what it shows; none where there is none. */
function compared(source: string, before: RunRecord, { text, record, comparison }: Helped): Made[] {
  if (comparison === null) return []
  const items = [
    { reference: nameOfCell(source)!, kind: 'run' as const, record: before },
    { reference: nameOfCell(text)!, kind: 'run' as const, record }
  ]
  const encoded = encodeCompare({ version: COMPARE_VERSION, name: null, items })
  return [{ source: comparison, outputs: [output(COMPARE_MIME, encoded)], extra: {} }]
}

type Made = Parameters<NotebookFile['insert']>[1][number]

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))
