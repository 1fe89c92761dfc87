import { CURVE_NAMES, QUANTITY_NAMES, type CurveName, type QuantityName } from './quantity'
import { copyColumn, emptyTable, type Table } from './table'

/**
 * Single steps of a run, beside its epochs: the first epoch's 1, 2, 3, 4, 6, 8, 12, 16, …, and, where something was not finite, the first
 * such step and the 16 before it.
 */
export interface Steps {
  /** [n] from 1, ascending */
  readonly steps: readonly number[]
  /** each [n × 1]; the test split's "do not apply" */
  readonly curves: Readonly<Record<CurveName, Table>>
  /** each [n × layers]; quantiles of z "do not apply" to most steps before a break */
  readonly quantities: Readonly<Record<QuantityName, Table>>
}

/** Whether a step of the first epoch is kept: 1, 2, 3, 4, 6, 8, 12, 16, … (2ᵏ and 3 · 2ᵏ), as early steps change most. */
export const isKeptStep = (step: number): boolean => isPowerOfTwo(step) || (step % 3 === 0 && isPowerOfTwo(step / 3))

const isPowerOfTwo = (n: number): boolean => (n & (n - 1)) === 0

/** Steps that are kept of those before the first value that was not finite. */
export const STEPS_BEFORE_BREAK = 16

/** No step of a net of so many layers. */
export const noSteps = (layers: number): Steps => ({
  steps: [],
  curves: tablesOf(CURVE_NAMES, () => emptyTable(0, 1)),
  quantities: tablesOf(QUANTITY_NAMES, () => emptyTable(0, layers))
})

/** The steps of both, in ascending order; `second` goes before where both have one. */
export function mergeSteps(first: Steps, second: Steps): Steps {
  const known = new Set(second.steps)
  const places = [
    ...first.steps.map((step, column) => ({ step, column, from: first })).filter(({ step }) => !known.has(step)),
    ...second.steps.map((step, column) => ({ step, column, from: second }))
  ].sort((a, b) => a.step - b.step)
  const gathered = (table: (steps: Steps) => Table): Table => {
    const into = emptyTable(places.length, table(second).layers)
    places.forEach(({ column, from }, i) => copyColumn(table(from), column, into, i))
    return into
  }
  return {
    steps: places.map(({ step }) => step),
    curves: tablesOf(CURVE_NAMES, name => gathered(({ curves }) => curves[name])),
    quantities: tablesOf(QUANTITY_NAMES, name => gathered(({ quantities }) => quantities[name]))
  }
}

const tablesOf = <Name extends string>(names: readonly Name[], tableOf: (name: Name) => Table) =>
  Object.fromEntries(names.map(name => [name, tableOf(name)])) as Record<Name, Table>
