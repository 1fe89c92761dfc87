import type { DatasetName, DatasetOptions, NamedSpec, Task } from './spec'

/** What a data set is for, and the options it takes with their defaults; an option that is not listed has no meaning for it. */
export interface DatasetInfo {
  readonly task: Task
  readonly defaults: Partial<DatasetOptions>
}

const split = { test_split: 0.2, standardize: false } as const
const toy = { samples: 512, noise: 0.1, ...split } as const

export const DATASETS: Readonly<Record<DatasetName, DatasetInfo>> = {
  circle: { task: 'classification', defaults: toy },
  xor: { task: 'classification', defaults: toy },
  gaussian: { task: 'classification', defaults: { ...toy, classes: 2 } },
  spiral: { task: 'classification', defaults: { ...toy, classes: 2 } },
  moons: { task: 'classification', defaults: toy },
  plane: { task: 'regression', defaults: toy },
  sine: { task: 'regression', defaults: toy },
  random: { task: 'classification', defaults: { samples: 512, classes: 2, inputs: 2, ...split } },
  iris: { task: 'classification', defaults: { ...split, standardize: true } },
  digits: { task: 'classification', defaults: split }
}

/** The options of `spec` with defaults filled in. Throws a `RangeError` for an option or a value that makes no sense. */
export function resolveOptions({ name, ...given }: NamedSpec): Partial<DatasetOptions> {
  const { defaults } = DATASETS[name]
  for (const [option, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (!(option in defaults)) throw new RangeError(`data set ${name} has no option ${option}`)
    if (!makesSense(option as keyof DatasetOptions, value))
      throw new RangeError(`${option} of ${name} cannot be ${value}`)
  }
  return { ...defaults, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}

function makesSense(option: keyof DatasetOptions, value: number | boolean): boolean {
  if (option === 'standardize') return typeof value === 'boolean'
  if (typeof value !== 'number') return false
  switch (option) {
    case 'noise':
      return value >= 0 && value < Infinity
    case 'test_split':
      return value >= 0 && value < 1
    case 'classes':
      return Number.isSafeInteger(value) && value >= 2
    case 'samples':
    case 'inputs':
      return Number.isSafeInteger(value) && value >= 1
  }
}
