import { isMapping } from '../normalize'
import { shortened } from '../problems/words'
import { TEXTS } from '../texts/texts'
import { stepsOf, type Override } from './override'
import { leadsToKey } from './paths'
import type { Report } from './report'

/** Values that belong together, under a name. */
export interface Variant {
  readonly label: string
  readonly overrides: readonly Override[]
}

/** Reads a `variants` block in the order of its `labels`; what is wrong with it is reported. `nextId` numbers its values. */
export function readVariants(
  written: unknown,
  labels: readonly string[],
  report: Report,
  nextId: () => number
): Variant[] {
  if (!isMapping(written)) {
    report.value('wrong-type', ['variants'], TEXTS.sweeps.variantsMapping)
    return []
  }
  if (Object.keys(written).length === 0) report.value('out-of-range', ['variants'], TEXTS.sweeps.variantsEmpty)
  const known = labels.filter(label => Object.hasOwn(written, label))
  return known.map(label => ({ label, overrides: overridesOf(label, written[label], report, nextId) }))
}

/** A label alone stands for the cell as it is. */
function overridesOf(label: string, keys: unknown, report: Report, nextId: () => number): Override[] {
  if (keys === null) return []
  if (!isMapping(keys)) {
    report.value('wrong-type', ['variants', label], TEXTS.sweeps.variantMapping(shortened(label)))
    return []
  }
  return Object.entries(keys).flatMap(([key, value]) => {
    const place = ['variants', label, key]
    const path = stepsOf(key)
    return leadsToKey(path, place, report) ? [{ path, value, from: place, key: place, id: nextId() }] : []
  })
}
