import * as vscode from 'vscode'
import { dataShape, expectedSeconds, Pace, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import { duration } from './duration'

/** Says how long cells will take, and learns from runs that ended. */
export class Forecast implements vscode.Disposable {
  private readonly pace = new Pace()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event

  /** "about 3 s"; empty where a file decides how much there is to do. */
  text(experiment: Experiment): string {
    const expected = expectedOf(experiment)
    if (expected === null) return ''
    const seconds = this.pace.predict(expected)
    return seconds < 1 ? vscode.l10n.t('under 1 s') : vscode.l10n.t('about {0}', duration(rounded(seconds)))
  }

  /** Tells of a run that took `seconds`; what it did is known from its record, also where it was stopped. */
  learn(experiment: Experiment, record: RunRecord, seconds: number): void {
    const epochs = Math.max(0, record.columns - 1)
    const expected = expectedOf({ ...experiment, epochs })
    if (expected !== null) this.pace.learn(expected, seconds)
    this.changed.fire()
  }

  dispose(): void {
    this.changed.dispose()
  }
}

function expectedOf(experiment: Experiment): number | null {
  const shape = dataShape(experiment.dataset)
  return shape && expectedSeconds(experiment, shape)
}

/** No more digits than a forecast has: 37 → 40, 214 → 210. */
const rounded = (seconds: number): number =>
  seconds < 10 ? Math.round(seconds) : Number(seconds.toPrecision(seconds < 100 ? 1 : 2))
