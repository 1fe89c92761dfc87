import {
  audible,
  diagnose,
  overridesOf,
  repair,
  repairNoteIn,
  repairOutcome,
  repairText,
  trialTitle,
  USUAL_BUDGET,
  withRepairNote,
  type Repair,
  type RuleName,
  type Trial
} from '../diagnosis'
import { comparingCell, parseExperiment, repairedCell } from '../experiment'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { RunFailed } from '../worker'
import { isStale } from '../verify/isStale'
import type { CellViews } from './cellViews'
import type { NotebookPage } from './notebookPage'
import { train, type Listener, type Runner } from './runCell'
import { runIn } from './shown'
import { PAGE_TEXTS as TEXTS } from './texts'

/** Inserts a cell below that is the same with one remedy of what `rule` found, and runs it; below that one that compares the two. */
export async function tryRemedy(
  id: string,
  rule: RuleName,
  title: string,
  { page }: Runner,
  views: CellViews
): Promise<void> {
  const record = judged(id, page)
  const findings = record === null ? [] : audible(diagnose(record), page.silenced(id))
  const remedy = findings.find(each => each.rule === rule)?.remedies.find(each => each.title === title)
  if (record === null || remedy === undefined) return views.of(id)?.say(TEXTS.staleRemedy)
  await insertAndRun(id, record, rule, { titles: [title], edits: remedy.edits }, page, views)
}

/** Tries remedies of the worst finding one after the other, and inserts the first that clears it without making the loss worse. */
export async function repairCell(id: string, runner: Runner, views: CellViews): Promise<void> {
  const { page } = runner
  const record = judged(id, page)
  if (record === null) return views.of(id)?.say(TEXTS.staleRemedy)
  let found: Repair | null = null
  await views.of(id)?.work(async listener => {
    found = await search(id, record, runner, listener)
    return found === null ? TEXTS.stopped : visibleLine(repairText(found))
  })
  const { target, helped } = (found ?? {}) as Partial<Repair>
  if (target && helped) await insertAndRun(id, record, target.rule, helped, page, views)
}

/** The run that a cell shows, where it is of the cell's text and has ended. */
function judged(id: string, page: NotebookPage): RunRecord | null {
  if (!page.has(id) || isStale(page.cell(id), page.parse(id))) return null
  const record = runIn(page.cell(id))
  return record === null || record.events.stop === null ? null : record
}

/** Null where a person stopped it. */
async function search(id: string, record: RunRecord, runner: Runner, listener: Listener): Promise<Repair | null> {
  const work = repair(record, USUAL_BUDGET, () => {}, runner.page.silenced(id))
  let next = work.next()
  for (let run = 1; next.done !== true; run++) {
    if (listener.signal.aborted) return null
    const told = TEXTS.trying(run, USUAL_BUDGET, visibleLine(trialTitle(next.value)))
    listener.progress((run - 1) / USUAL_BUDGET, told)
    const text = textOf(id, record, next.value, runner.page)
    next = work.next(await tried(id, text, runner, { ...listener, progress: () => {} }))
  }
  return listener.signal.aborted ? null : next.value
}

/** What the cell records with another text; null where it cannot be run like that. */
async function tried(id: string, text: string, runner: Runner, listener: Listener): Promise<RunRecord | null> {
  const parsed = parseExperiment(text, { cells: [...runner.page.texts, text], limits: runner.page.limits })
  if (!parsed.ok) return null
  try {
    return await train(id, parsed.experiment, runner, listener)
  } catch (error) {
    if (error instanceof RunFailed) return null
    throw error
  }
}

/** The cell with a trial's changes: it extends the first where that has a name. */
const textOf = (id: string, record: RunRecord, { titles, edits }: Trial, page: NotebookPage): string =>
  repairedCell(
    page.cell(id).source,
    page.texts,
    overridesOf(edits, record.experiment),
    TEXTS.tried(trialTitle({ titles }))
  )

async function insertAndRun(
  id: string,
  record: RunRecord,
  rule: RuleName,
  trial: Trial,
  page: NotebookPage,
  views: CellViews
): Promise<void> {
  const text = textOf(id, record, trial, page)
  const comparison = comparingCell([page.cell(id).source, text], TEXTS.comparison(trialTitle(trial)))
  const view = views.insertBelow(id, text, withRepairNote({ cell: id, rule, titles: trial.titles }))
  const comparing = comparison === null ? null : views.insertBelow(view.id, comparison)
  view.reveal()
  // in this order: the comparison copies what the other shows then
  await view.run()
  tellOutcome(view.id, record, page, views)
  await comparing?.run()
}

/** Says below the inserted cell whether it helped. */
function tellOutcome(id: string, before: RunRecord, page: NotebookPage, views: CellViews): void {
  const note = page.has(id) ? repairNoteIn(page.cell(id).extra) : null
  const after = judged(id, page)
  if (note === null || after === null) return
  const { helped, lowered, text } = repairOutcome(note, before, after)
  const told = helped ? (lowered ? TEXTS.repaired : TEXTS.cleared) : TEXTS.notRepaired
  views.of(id)?.say(told(visibleLine(text)))
}
