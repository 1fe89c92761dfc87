import { attemptText, overridesOf, repair, trialTitle, type Repair, type Trial } from '../diagnosis'
import { comparingCell, derivedCell, freeName, nameOfCell, parseExperiment } from '../experiment'
import { findingsJson } from '../export'
import { output, type Output } from '../notebook'
import { COMPARE_MIME, COMPARE_VERSION, encodeCompare, encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { RunFailed } from '../worker'
import type { CellText } from './input'
import type { NotebookFile } from './notebookFile'
import { complain } from './print'
import { CLI_TEXTS } from './texts'
import { trainCell } from './trainCell'
import type { Ward } from './ward'

/** What was tried on a cell. */
export interface Treatment {
  readonly repair: Repair
  /** the cell that helped; null: none did */
  readonly text: string | null
  /** the cell that compares it with the first; null where either has no name */
  readonly comparison: string | null
  /** whether those cells are in the notebook now */
  readonly isSaved: boolean
}

/** Tries remedies on `cell`, whose run is `record`, and puts the cell that helped below it, with one that compares the two. A stop ends the trials. */
export async function treat(ward: Ward, cell: CellText, record: RunRecord): Promise<Treatment> {
  const work = repair(record, ward.budget, () => {}, cell.silenced)
  let next = work.next()
  while (next.done !== true) {
    next = work.next(await tried(ward, textOf(ward, cell, record, next.value)))
  }
  const { helped } = next.value
  if (helped === null || helped.after === null) return { repair: next.value, ...NOTHING }
  const text = textOf(ward, cell, record, helped)
  const comparison = comparingCell([cell.text, text], CLI_TEXTS.doctor.comparison(trialTitle(helped)))
  const isSaved = await saved(ward, cell, record, { text, record: helped.after.record, comparison })
  return { repair: next.value, text, comparison, isSaved }
}

const NOTHING = { text: null, comparison: null, isSaved: false }

/** What a repair tells in `--json`. */
export const treatmentJson = ({ repair: { target, attempts, helped, before }, text }: Treatment): object => ({
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
  cell: text
})

const jsonNumber = (value: number): number | string => (Number.isFinite(value) ? value : String(value))

/** What came of each trial, a line each. */
export const attemptLines = ({ repair: { attempts, before, target } }: Treatment): string[] =>
  attempts.map(attempt => attemptText(attempt, before, target!.rule))

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
async function tried({ texts, place, client, signal, remarks }: Ward, text: string): Promise<RunRecord | null> {
  const parsed = parseExperiment(text, { cells: [...texts, text] })
  if (!parsed.ok || signal.aborted) return null
  try {
    const record = await trainCell(parsed.experiment, place, client, { signal, remarks })
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
  const made = [{ source: after.text, outputs: [recordOutput(after.record)] }, ...compared(source, before, after)]
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
  return [{ source: comparison, outputs: [output(COMPARE_MIME, encoded)] }]
}

type Made = Parameters<NotebookFile['insert']>[1][number]

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))
