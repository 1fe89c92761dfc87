import { crossFindings } from './checks'
import type { Experiment } from './experiment'
import type { Excess } from './finding'
import type { Limits } from './limits'
import { isMapping, normalize } from './normalize'
import { resolve } from './resolve'
import { experimentSchema } from './schema/experiment'

/** An experiment that was read, and what of it is above a limit: null where nothing is. */
export interface Resolved {
  readonly experiment: Experiment
  readonly excess: Excess | null
}

/**
 * The experiment that a mapping of `resolvedCell` states, checked as a cell's text is. Null for anything that no cell could say, whatever
 * `limits` were; never throws for what the value holds.
 */
export function readResolved(value: unknown, limits: Limits): Resolved | null {
  if (!isMapping(value)) return null
  const { success, data } = experimentSchema.safeParse(normalize(value))
  if (!success) return null
  const findings = crossFindings(data, limits)
  if (findings.some(({ excess }) => excess === undefined)) return null
  return { experiment: resolve(data), excess: findings[0]?.excess ?? null }
}
