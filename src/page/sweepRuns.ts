import { fileNames } from '../experiment'
import type { FromFigure } from '../figure'
import { runText } from '../language'
import { encodeRecord, type RunRecord } from '../record'
import { fileDigests, runDigest, type SweepCell } from '../sweep'
import { messageOf } from '../text'
import type { CellViews } from './cellViews'
import type { Figures } from './figures'
import type { NotebookPage } from './notebookPage'
import { train, type Runner } from './runCell'
import { PAGE_TEXTS as TEXTS } from './texts'

type Asked = Extract<FromFigure, { type: 'openRun' | 'insertRun' }>

/** Makes a run of a sweep again for its figure, unless the cell says something else by now. */
export async function openRun({ cell, run, digest }: Asked, runner: Runner, figures: Figures): Promise<void> {
  try {
    const record = await made(cell, run, digest, runner)
    figures.post({ type: 'opened', cell, run, record: encodeRecord(record) })
  } catch (error) {
    figures.post({ type: 'notOpened', cell, run, why: messageOf(error) })
  }
}

async function made(id: string, run: number, digest: string, runner: Runner): Promise<RunRecord> {
  const sweep = sweepOf(id, runner.page)
  if (sweep === null || run >= sweep.expansion.count) throw new Error(TEXTS.staleRun)
  const { experiment } = sweep.expansion.run(run)
  const files = runner.page.filesOf(id, fileNames([experiment]))
  if (runDigest(experiment, fileDigests(files)) !== digest) throw new Error(TEXTS.staleRun)
  return train(id, experiment, runner, { signal: new AbortController().signal, progress: () => {} })
}

/** Writes a run of a sweep as a cell below the sweep's, and shows it. */
export function insertRun({ cell: id, run }: Asked, page: NotebookPage, views: CellViews): void {
  const sweep = sweepOf(id, page)
  if (sweep === null || run >= sweep.expansion.count) return views.of(id)?.say(TEXTS.staleRun)
  views.insertBelow(id, runText(sweep.name, sweep.expansion, run).trimEnd()).reveal()
}

function sweepOf(id: string, page: NotebookPage): SweepCell | null {
  const parsed = page.has(id) ? page.parse(id) : null
  return parsed?.ok && parsed.cell.kind === 'sweep' ? parsed.cell : null
}
