import { emptyTable, head, put, scaled, type Events, type Table } from '../record'
import type { Fault, StepStatistics } from './backend'

/** Steps whose activation variances are kept. */
const VARIANCE_STEPS = 10

/** What is known about a run beside its columns. `current` never changes once it has been given out. */
export class RunEvents {
  current: Events
  private reported: Events | null = null
  private readonly variance: Table // [10 steps × layers]

  constructor(initialDuplicates: readonly number[]) {
    this.variance = emptyTable(VARIANCE_STEPS, initialDuplicates.length)
    this.current = {
      nonfinite: null,
      stop: null,
      activationVariance: head(this.variance, 0),
      duplicateUnits: { initial: initialDuplicates, last: null }
    }
  }

  /** The events, if they have changed since they were last asked for; else null. */
  takeNews(): Events | null {
    if (this.current === this.reported) return null
    return (this.reported = this.current)
  }

  /** Remembers the run's first value that was not finite; true when this is it. */
  addFault(fault: Fault | null, step: number, epoch: number): boolean {
    if (fault === null || this.current.nonfinite !== null) return false
    this.current = { ...this.current, nonfinite: { step, epoch, ...fault } }
    return true
  }

  /** Variance = std² of every layer's activations in `step` (from 1), also where the square leaves float64's range. */
  addVariance({ activationStd: { value, exponent } }: StepStatistics, step: number): void {
    if (step > VARIANCE_STEPS) return
    value.forEach((deviation, layer) => {
      const { mantissa, exponent: power } = scaled(deviation, exponent[layer]!)
      put(this.variance, step - 1, layer, scaled(mantissa * mantissa, 2 * power))
    })
    this.current = { ...this.current, activationVariance: copyOfHead(this.variance, step) }
  }

  setLastDuplicates(now: readonly number[]): void {
    const { initial, last } = this.current.duplicateUnits
    if (last !== null && last.every((fraction, layer) => fraction === now[layer])) return
    this.current = { ...this.current, duplicateUnits: { initial, last: now } }
  }

  setStop(stop: Events['stop']): void {
    this.current = { ...this.current, stop }
  }
}

/** A table of its own, as later steps go on writing into `table`. */
function copyOfHead(table: Table, columns: number): Table {
  const part = head(table, columns)
  return { ...part, mantissa: part.mantissa.slice(), exponent: part.exponent.slice() }
}
