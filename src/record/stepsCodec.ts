import type { JsonObject } from './json'
import { checkCells } from './bounds'
import { RecordError, asArray, asCount, asObject } from './parse'
import { decodeTables, encodeTable } from './planes'
import { CURVE_NAMES, QUANTITIES, QUANTITY_NAMES } from './quantity'
import type { Steps } from './steps'

/** Single steps are for looking at, so they keep few bits. */
const STEP_BITS = 12

/** Steps as JSON. */
export const encodeSteps = ({ steps, curves, quantities }: Steps): JsonObject => ({
  steps,
  curves: Object.fromEntries(CURVE_NAMES.map(name => [name, encodeTable(curves[name], STEP_BITS)])),
  quantities: Object.fromEntries(
    QUANTITY_NAMES.map(name => [name, encodeTable(quantities[name], Math.min(STEP_BITS, QUANTITIES[name].bits))])
  )
})

/** More than any run keeps: 2ᵏ and 3 · 2ᵏ below 2⁵³, and the last before a break. */
const MOST_STEPS = 128

/** What `encodeSteps` wrote; throws a `RecordError` for anything else. */
export function parseSteps(value: unknown, layers: number): Steps {
  const fields = asObject(value, 'steps')
  const steps = asArray(fields['steps'], 'steps.steps', MOST_STEPS).map((step, i) => asCount(step, `steps.steps[${i}]`))
  checkCells(layers, steps.length, 'steps.steps')
  if (steps.some((step, i) => step <= (steps[i - 1] ?? 0)))
    throw new RecordError('steps.steps', 'ascending steps from 1')
  return {
    steps,
    curves: decodeTables(CURVE_NAMES, fields['curves'], steps.length, 1, 'steps.curves'),
    quantities: decodeTables(QUANTITY_NAMES, fields['quantities'], steps.length, layers, 'steps.quantities')
  }
}
