import {
  fileNames,
  filesOfCell,
  problemLines,
  PROBLEMS_NAME,
  type Cell as ParsedCell,
  type Experiment
} from '../experiment'
import { errorOutput, output, type Output } from '../notebook'
import {
  COMPARE_MIME,
  encodeCompare,
  encodeRecord,
  encodeSweep,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../record'
import { compareCells, runSweep, type ComparedCell, type SweepCell } from '../sweep'
import { duration } from '../text'
import {
  FAILED_NAME,
  RunFailed,
  StoppedEarly,
  type PoolProgress,
  type Progress,
  type RunClient,
  type RunPool
} from '../worker'
import type { NotebookPage } from './notebookPage'
import { runIn, sweepIn } from './shown'
import { PAGE_TEXTS as TEXTS } from './texts'

/** Who runs the cells of a page. */
export interface Runner {
  readonly page: NotebookPage
  readonly client: RunClient
  /** for cells of many runs */
  readonly pool: RunPool
}

/** Who hears of a cell under way. */
export interface Listener {
  readonly signal: AbortSignal
  progress(share: number, text: string): void
  run(soFar: () => RunRecord): void
  sweep(soFar: () => SweepRecord): void
}

/** What came of a cell. */
export interface Ended {
  /** what it shows from now on; null: what it showed before */
  readonly outputs: readonly Output[] | null
  readonly status: string
}

/** Runs a cell as the command line does, so that its outputs have the same bytes. Rejects with a `MissingFile` where the page lacks what it reads. */
export async function runCell(id: string, runner: Runner, listener: Listener): Promise<Ended> {
  const parsed = runner.page.parse(id)
  if (!parsed.ok) {
    const { source } = runner.page.cell(id)
    return { outputs: [errorOutput(PROBLEMS_NAME, problemLines(source, parsed.problems))], status: '' }
  }
  try {
    return await produced(id, parsed.cell, runner, listener)
  } catch (error) {
    if (error instanceof StoppedEarly) return { outputs: null, status: TEXTS.stoppedEarly }
    if (!(error instanceof RunFailed)) throw error
    const measured = error.record === null ? [] : [recordOutput(error.record)]
    return { outputs: [...measured, errorOutput(FAILED_NAME, error.message)], status: TEXTS.failed }
  }
}

function produced(id: string, cell: ParsedCell, runner: Runner, listener: Listener): Promise<Ended> {
  switch (cell.kind) {
    case 'run':
      return runOne(id, cell.experiment, runner, listener)
    case 'sweep':
      return runMany(id, cell, runner, listener)
    case 'compare':
      return compare(id, cell, runner, listener)
    default:
      return cell satisfies never
  }
}

async function runOne(id: string, experiment: Experiment, runner: Runner, listener: Listener): Promise<Ended> {
  const record = await train(id, experiment, runner, listener, soFar => listener.run(soFar))
  const stopped = record.events.stop?.reason === 'cancelled'
  return { outputs: [recordOutput(record)], status: stopped ? TEXTS.stopped : TEXTS.done }
}

/** The record of one experiment that the cell runs; `onRecord` hears of it while it grows. */
export function train(
  id: string,
  experiment: Experiment,
  { page, client }: Runner,
  { signal, progress }: Pick<Listener, 'signal' | 'progress'>,
  onRecord: (soFar: () => RunRecord) => void = () => {}
): Promise<RunRecord> {
  const pace = new Pace()
  return client.run({
    ...{ experiment, limits: page.limits, signal, files: page.filesOf(id, fileNames([experiment])) },
    onProgress: (done: Progress, soFar) => {
      const share = done.step / Math.max(1, done.steps)
      progress(share, TEXTS.progress(Math.floor(100 * share), pace.left(share)))
      onRecord(soFar)
    }
  })
}

async function runMany(id: string, cell: SweepCell, { page, pool }: Runner, listener: Listener): Promise<Ended> {
  const { signal } = listener
  const files = page.filesOf(id, filesOfCell(cell))
  const onChange = (_: readonly number[], soFar: () => SweepRecord, progress: PoolProgress | null) => {
    if (progress) tellRuns(progress, cell.expansion.count, listener)
    listener.sweep(soFar)
  }
  const before = sweepIn(page.cell(id))
  const record = await runSweep({ cell, files, signal, before, limits: page.limits, onChange }, pool)
  const ended = (record?.runs ?? []).filter(({ state }) => state !== 'missing').length
  if (record === null || ended === 0) throw new StoppedEarly()
  return { outputs: [output(SWEEP_MIME, encodeSweep(record))], status: statusOf(record, ended) }
}

function tellRuns({ left, failed, secondsLeft }: PoolProgress, all: number, { progress }: Listener): void {
  const text = TEXTS.runs(all - left, all, failed, secondsLeft === null || left === 0 ? null : duration(secondsLeft))
  progress((all - left) / Math.max(1, all), text)
}

function statusOf({ runs }: SweepRecord, ended: number): string {
  const failed = runs.filter(({ state }) => state === 'failed').length
  if (ended < runs.length) return TEXTS.stoppedRuns(ended, runs.length)
  return failed > 0 ? TEXTS.failedRuns(failed, runs.length) : TEXTS.done
}

async function compare(
  id: string,
  cell: Extract<ParsedCell, { kind: 'compare' }>,
  runner: Runner,
  listener: Listener
): Promise<Ended> {
  const record = await compareCells(
    cell,
    name => cellNamed(name, runner.page),
    experiment => train(id, experiment, runner, listener)
  )
  const whole = record.items.every(({ kind }) => kind !== 'missing')
  return { outputs: [output(COMPARE_MIME, encodeCompare(record))], status: whole ? TEXTS.done : TEXTS.incomplete }
}

/** The cell of that name; reading the comparison has found it already. */
function cellNamed(name: string, page: NotebookPage): ComparedCell {
  for (const cell of page.all) {
    const parsed = cell.kind === 'experiment' ? page.parse(cell.id) : null
    if (!parsed?.ok || parsed.cell.kind === 'compare') continue
    if ((parsed.cell.kind === 'run' ? parsed.cell.experiment.name : parsed.cell.name) === name)
      return { cell: parsed.cell, run: runIn(cell), sweep: sweepIn(cell) }
  }
  throw new RangeError(`no cell is named ${name}`)
}

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))

/** How long a run still takes, by how long it took so far. */
class Pace {
  private readonly startedAt = performance.now()

  /** Null where nothing tells yet, or nothing is left. */
  left(share: number): string | null {
    const seconds = (performance.now() - this.startedAt) / 1000
    return share <= 0 || share >= 1 || seconds < LEAST_SECONDS ? null : duration((seconds / share) * (1 - share))
  }
}

/** Before that a run's pace tells little. */
const LEAST_SECONDS = 1
