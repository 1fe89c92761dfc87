import * as vscode from 'vscode'
import { dataShape, expectedSeconds, expectedSecondsOfMany, experimentsIn, Pace, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import type { SweepCell } from '../sweep'
import { duration } from '../text'

/** Says how long cells will take, and learns from runs that ended. */
export class Forecast implements vscode.Disposable {
  private readonly pace = new Pace()
  /** of many runs: what all workers together do */
  private readonly paceOfMany = new Pace()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event

  /** `workers`: how many do the runs of a cell. */
  constructor(private readonly workers: () => number) {}

  /** "about 3 s"; empty where a file decides how much there is to do. */
  text(experiment: Experiment): string {
    const expected = expectedOf(experiment)
    if (expected === null) return ''
    return aboutSeconds(this.pace.predict(expected))
  }

  /** The same of all runs of a cell. */
  sweepText({ expansion }: Pick<SweepCell, 'expansion'>): string {
    const each = meanExpected(expansion)
    if (each === null) return ''
    return aboutSeconds(this.paceOfMany.predict((each * expansion.count) / this.workersOf(expansion.count)))
  }

  /** Tells of a run that took `seconds`; what it did is known from its record, also where it was stopped. */
  learn(experiment: Experiment, record: RunRecord, seconds: number): void {
    const epochs = Math.max(0, record.columns - 1)
    const expected = expectedOf({ ...experiment, epochs })
    if (expected !== null) this.pace.learn(expected, seconds)
    this.changed.fire()
  }

  /** Tells of runs that took `seconds`, all workers together. */
  learnSweep({ expansion }: SweepCell, ended: number, seconds: number): void {
    const each = meanExpected(expansion)
    if (each !== null && ended > 0) this.paceOfMany.learn((each * ended) / this.workersOf(ended), seconds)
    this.changed.fire()
  }

  private workersOf(runs: number): number {
    return Math.min(this.workers(), runs)
  }

  dispose(): void {
    this.changed.dispose()
  }
}

function expectedOf(experiment: Experiment): number | null {
  const shape = dataShape(experiment.dataset)
  return shape && expectedSeconds(experiment, shape)
}

/** Of a run, the mean over some of them; null where a file decides how much there is to do. */
function meanExpected(expansion: SweepCell['expansion']): number | null {
  const some = experimentsIn({ kind: 'sweep', expansion })
  const seconds = some.map(experiment => {
    const shape = dataShape(experiment.dataset)
    return shape && expectedSecondsOfMany(experiment, shape)
  })
  return seconds.includes(null) ? null : (seconds as number[]).reduce((sum, each) => sum + each, 0) / some.length
}

const aboutSeconds = (seconds: number): string =>
  seconds < 1 ? vscode.l10n.t('under 1 s') : vscode.l10n.t('about {0}', duration(rounded(seconds)))

/** No more digits than a forecast has: 37 → 40, 214 → 210. */
const rounded = (seconds: number): number =>
  seconds < 10 ? Math.round(seconds) : Number(seconds.toPrecision(seconds < 100 ? 1 : 2))
