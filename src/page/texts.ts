import { visibleLine } from '../text'

/** All that an exported page says, in English, beside its figures. */
export const PAGE_TEXTS = {
  bar: 'Notebook',
  run: 'Run',
  runHint: 'Run this cell (Ctrl+Enter)',
  runCell: (place: number) => `Run cell ${place}`,
  stop: 'Stop',
  stopCell: (place: number) => `Stop cell ${place}`,
  runAll: 'Run all',
  stopAll: 'Stop all',
  download: 'Download as .gradnb',
  section: (place: number) => `Experiment, cell ${place}`,
  cell: (place: number) => `Experiment of cell ${place}`,
  problems: (place: number) => `Problems of cell ${place}`,
  remove: 'Remove',
  removeCell: (place: number) => `Remove cell ${place}`,
  progressOf: (place: number) => `Progress of cell ${place}`,
  waiting: 'waiting for another cell',
  progress: (percent: number, left: string | null) => (left === null ? `${percent} %` : `${percent} % · ${left} left`),
  runs: (ended: number, all: number, failed: number, left: string | null) =>
    [`${ended} of ${all} run${all === 1 ? '' : 's'}`, ...(failed > 0 ? [`${failed} failed`] : []), ...(left === null ? [] : [`${left} left`])].join(' · '), // prettier-ignore
  stopped: 'stopped',
  stoppedEarly: 'stopped before anything was measured',
  stoppedRuns: (ended: number, all: number) => `stopped after ${ended} of ${all} runs; run the cell again to go on`,
  done: 'done',
  failed: 'failed',
  failedRuns: (failed: number, all: number) =>
    all === 1 ? 'done; the run failed' : `done; ${failed} of ${all} runs failed`,
  incomplete: 'done; not every cell that it compares has run',
  stale: 'the output is from before your edit',
  outdated: 'the output is older than the cell',
  missing: (name: string) =>
    `${visibleLine(name)} is not in this page. Open the notebook in VS Code to read other data.`,
  cannotRun: (reason: string) => `This cell cannot run in this page: ${visibleLine(reason)}`,
  staleRun: 'The cell has changed since it ran, so this run cannot be made again. Run the cell first.',
  staleRemedy: 'the cell has changed since it ran; run it first',
  tried: (what: string) => `tried: ${what}`,
  comparison: (what: string) => `before and after: ${what}`,
  trying: (run: number, most: number, what: string) => `run ${run} of at most ${most}: ${what}`,
  repaired: (what: string) => `this repaired it. ${what}`,
  cleared: (what: string) => `the finding is gone, the loss is as it was. ${what}`,
  notRepaired: (what: string) => `this did not help. ${what}`,
  inserted: (place: number) => `inserted as cell ${place}`,
  table: 'numbers.csv',
  file: 'notebook'
}
