import { isMapping } from '../normalize'
import type { Path } from '../path'
import { shortened } from '../problems/words'
import { TEXTS } from '../texts/texts'
import type { ValueReader } from './distribution'
import { stepsOf } from './override'
import type { Parameter } from './parameter'
import { leadsToKey } from './paths'
import type { Report } from './report'

/** Reads `parameters`: dotted paths, or W&B's nested `parameters`, in the order in which they are written. */
export function readParameters(written: unknown, place: Path, reader: ValueReader, report: Report): Parameter[] {
  if (!isMapping(written)) {
    report.value('wrong-type', place, TEXTS.sweeps.parametersMapping)
    return []
  }
  if (Object.keys(written).length === 0) report.value('out-of-range', place, TEXTS.sweeps.noParameters)
  return withoutRepeats(parametersIn(written, [], place, reader, report), report)
}

/** `outer`: the path of the parameter that these are nested in. */
function parametersIn(
  written: Readonly<Record<string, unknown>>,
  outer: readonly string[],
  place: Path,
  reader: ValueReader,
  report: Report
): Parameter[] {
  return Object.entries(written).flatMap(([key, value]) => {
    const at = [...place, key]
    const path = [...outer, ...stepsWithin(outer, key)]
    if (isMapping(value) && isMapping(value['parameters']) && Object.keys(value).length === 1)
      return parametersIn(value['parameters'], path, [...at, 'parameters'], reader, report)
    if (!leadsToKey(path, at, report)) return []
    const about = { name: path.join('.'), path, key: at, from: at }
    const values = reader.read({ ...about, name: shortened(about.name) }, value)
    return values === null ? [] : [{ ...about, values }]
  })
}

/** Aliases count below a cell's top only. */
const stepsWithin = (outer: readonly string[], key: string): string[] =>
  outer.length > 0 ? stepsOf(`.${key}`).slice(1) : stepsOf(key)

function withoutRepeats(parameters: readonly Parameter[], report: Report): Parameter[] {
  const seen = new Set<string>()
  return parameters.filter(({ name, key }) => {
    const isNew = !seen.has(name)
    if (!isNew) report.key('duplicate-key', key, TEXTS.sweeps.twice(shortened(name)))
    seen.add(name)
    return isNew
  })
}
