import { Presets, SingleBar } from 'cli-progress'
import { visibleLine } from '../text'
import type { Progress } from '../worker'

/** What is counted. */
export type Unit = 'step' | 'run'

/** Shows on stderr how far a run, or a sweep, is and how long it will take. */
export class ProgressBar {
  private readonly bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{name} {bar} {percentage} % · {unit} {value} of {total}{failed} · {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50
    },
    Presets.shades_classic
  )
  private started = false

  constructor(
    private readonly name: string,
    private readonly unit: Unit = 'step',
    private readonly isShown = process.stderr.isTTY
  ) {}

  /** `failed`: how many of the runs did. */
  update({ step, steps }: Progress, failed = 0): void {
    if (!this.isShown || step === 0) return // nothing done tells nothing about the time left
    const told = { name: visibleLine(this.name), unit: this.unit, failed: failed > 0 ? ` · ${failed} failed` : '' }
    if (!this.started) this.bar.start(steps, 0, told)
    this.started = true
    this.bar.update(step, told)
  }

  end(): void {
    this.bar.stop()
  }
}
