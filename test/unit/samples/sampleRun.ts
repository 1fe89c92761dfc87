import { at, log10, toNumber, type RunRecord } from '../../../src/record'

/** What prose says of a run in numbers. */
export class SampleRun {
  constructor(private readonly record: RunRecord) {}

  /** Decades by which delta of the first hidden layer is above that of the last, before any update. */
  get decades(): number {
    return this.change(0)
  }

  /** What a step from one hidden layer to the next makes of delta, before any update. */
  get perLayer(): number {
    return 10 ** (this.decades / (this.hidden - 1))
  }

  /** The same decades in the last epoch. */
  get lastDecades(): number {
    return this.change(this.record.columns - 1)
  }

  /** Decades between the loudest and the quietest hidden layer, in the column where they are most. */
  get widestSpan(): number {
    return Math.max(...Array.from({ length: this.record.columns }, (_, column) => this.span(column)))
  }

  /** Samples of both parts. */
  get samples(): number {
    const { trainSamples, testSamples } = this.record.data
    return trainSamples + testSamples
  }

  /** Of the test part, from 0 to 1. */
  get testAccuracy(): number {
    return toNumber(at(this.record.curves.test_accuracy, this.record.columns - 1, 0)) ?? NaN
  }

  private get hidden(): number {
    return this.record.layers.length - 1
  }

  private change(column: number): number {
    return this.log(column, 0) - this.log(column, this.hidden - 1)
  }

  private span(column: number): number {
    const logs = Array.from({ length: this.hidden }, (_, layer) => this.log(column, layer))
    return Math.max(...logs) - Math.min(...logs)
  }

  private log(column: number, layer: number): number {
    return log10(at(this.record.quantities.delta_rms, column, layer))
  }
}
