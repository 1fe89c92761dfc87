import { ENGINE_VERSION } from '../engine/version'
import { isMapping, isSameExperiment, filesOfCell } from '../experiment'
import { runDigest } from './digest'
import type { SweepCell } from './sweepPlan'

/** So many runs are looked at, spread over all. */
const MOST_LOOKED_AT = 50

/**
 * Whether the JSON of a sweep's record is what `cell` makes, as far as a look at some of its runs tells; what data files hold is not looked at.
 */
export function isSameSweep(cell: SweepCell, recorded: unknown): boolean {
  if (!isMapping(recorded) || !Array.isArray(recorded['runs'])) return false
  const { expansion, first } = cell
  const runs = recorded['runs'] as readonly unknown[]
  if (runs.length !== expansion.count || recorded['seeds'] !== expansion.repeats) return false
  if (
    !sameJson(recorded['variants'], expansion.labels) ||
    !sameJson(namesIn(recorded['parameters']), expansion.parameters)
  )
    return false
  if (!isSameExperiment(first, recorded['experiment'])) return false
  const { shipped, named } = filesOfCell(cell)
  const knowsDigests = recorded['engine'] === ENGINE_VERSION && shipped.length + named.length === 0
  const step = Math.max(1, Math.ceil(runs.length / MOST_LOOKED_AT))
  for (let index = 0; index < runs.length; index += step)
    if (!isSameRun(cell, index, runs[index], knowsDigests)) return false
  return true
}

function isSameRun({ expansion }: SweepCell, index: number, recorded: unknown, knowsDigests: boolean): boolean {
  if (!isMapping(recorded)) return false
  const { parameters, seed, variant, experiment } = expansion.run(index)
  const { values = [], label = null } = recorded
  if (recorded['seed'] !== seed || label !== variant) return false
  if (
    !sameJson(
      values,
      parameters.map(({ value }) => value)
    )
  )
    return false
  return !knowsDigests || recorded['digest'] === runDigest(experiment, {})
}

const namesIn = (parameters: unknown): unknown =>
  Array.isArray(parameters) ? parameters.map(one => (isMapping(one) ? one['name'] : null)) : null

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
