import { Presets, SingleBar } from 'cli-progress'
import { visibleLine } from '../text'
import type { Progress } from '../worker'

/** Shows on stderr how far a run is and how long it will take; silent where stderr is no terminal. */
export class ProgressBar {
  private readonly bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{name} {bar} {percentage} % · step {value} of {total} · {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50
    },
    Presets.shades_classic
  )
  private started = false

  constructor(private readonly name: string) {}

  update({ step, steps }: Progress): void {
    if (!process.stderr.isTTY || step === 0) return // nothing done tells nothing about the time left
    if (!this.started) this.bar.start(steps, 0, { name: visibleLine(this.name) })
    this.started = true
    this.bar.update(step)
  }

  end(): void {
    this.bar.stop()
  }
}
