import { accepts, DATASETS, type Parameters } from '../catalogue'
import type { DatasetOptions, NamedSpec } from './spec'
import { TEXTS } from './texts/texts'

/** The options of `spec` with defaults filled in. Throws a `RangeError` for an option or a value that makes no sense. */
export function resolveOptions({ name, ...given }: NamedSpec): Partial<DatasetOptions> {
  const parameters: Parameters = DATASETS[name].parameters
  const defaults = Object.entries(parameters).map(([option, parameter]) => [option, parameter.default])
  const stated = Object.entries(given).filter(([, value]) => value !== undefined)
  for (const [option, value] of stated) {
    const parameter = Object.hasOwn(parameters, option) ? parameters[option]! : null
    if (parameter === null) throw new RangeError(TEXTS.file.noOption(name, option))
    if (!accepts(parameter, value)) throw new RangeError(TEXTS.file.badOption(name, option, String(value)))
  }
  return Object.fromEntries([...defaults, ...stated]) as Partial<DatasetOptions>
}
