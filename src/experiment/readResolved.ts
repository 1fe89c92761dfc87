import { crossFindings } from './checks'
import type { Experiment } from './experiment'
import type { Limits } from './limits'
import { isMapping, normalize } from './normalize'
import { resolve } from './resolve'
import { experimentSchema } from './schema/experiment'

/**
 * The experiment that a mapping of `resolvedCell` states, checked as a cell's text is. Null for anything that no cell could say, such as
 * more than `limits` allow; never throws for what the value holds.
 */
export function readResolved(value: unknown, limits: Limits): Experiment | null {
  if (!isMapping(value)) return null
  const { success, data } = experimentSchema.safeParse(normalize(value))
  return success && crossFindings(data, limits).length === 0 ? resolve(data) : null
}
