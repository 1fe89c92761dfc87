import { nearest } from '../../text'
import { isMapping } from '../normalize'
import type { Path } from '../path'
import { quoted, shortened } from '../problems/words'
import { TEXTS } from '../texts/texts'
import type { Draw } from './draw'
import type { Override } from './override'
import type { Parameter, Values } from './parameter'
import type { Report } from './report'

/** The distributions, and the keys that each must have. */
const DISTRIBUTIONS = {
  constant: ['value'],
  categorical: ['values'],
  uniform: ['min', 'max'],
  int_uniform: ['min', 'max'],
  log_uniform_values: ['min', 'max'],
  normal: ['mu', 'sigma']
} as const

export type DistributionName = keyof typeof DISTRIBUTIONS

const NAMES = Object.keys(DISTRIBUTIONS) as DistributionName[]
/** All keys that say how values are. */
const VALUE_KEYS = ['values', 'value', 'min', 'max', 'mu', 'sigma', 'distribution', 'probabilities'] as const

const isKnown = (name: unknown): name is DistributionName => NAMES.includes(name as DistributionName)

type Fields = Readonly<Record<string, unknown>>
type Place = Omit<Parameter, 'values'>

/** Reads what is written of a parameter's values; null where that is reported. */
export class ValueReader {
  /** `nextId` gives a number that no other value has. */
  constructor(
    private readonly report: Report,
    private readonly isGrid: boolean,
    private readonly nextId: () => number
  ) {}

  read(at: Place, written: unknown): Values | null {
    if (Array.isArray(written)) return this.list(at, written, at.from, null)
    if (written === null || written === undefined)
      return this.refuse('wrong-type', at.from, TEXTS.sweeps.parameterEmpty(at.name))
    if (!isMapping(written)) {
      const value = quotedValue(written)
      return this.refuse('wrong-type', at.from, TEXTS.sweeps.parameterForm(at.name, value), `[${value}]`)
    }
    return this.hasKnownKeys(at, written) ? this.fields(at, written) : null
  }

  private fields(at: Place, fields: Fields): Values | null {
    const name = this.nameOf(at, fields)
    if (name === null) return null
    const needed: readonly string[] = DISTRIBUTIONS[name]
    const missing = needed.find(key => !(key in fields) && name !== 'normal')
    if (missing !== undefined) return this.refuse('missing-key', at.from, TEXTS.sweeps.needsKey(at.name, missing, name))
    const allowed: readonly string[] = [...needed, 'distribution', ...(name === 'categorical' ? ['probabilities'] : [])]
    const foreign = Object.keys(fields).filter(key => !allowed.includes(key))
    for (const key of foreign) this.report.key('conflict', [...at.from, key], TEXTS.sweeps.notWith(key, name))
    return foreign.length > 0 ? null : this.valuesOf(name, at, fields)
  }

  private valuesOf(name: DistributionName, at: Place, fields: Fields): Values | null {
    if (name === 'constant')
      return { type: 'list', all: [this.override(at, fields['value'], [...at.from, 'value'])], probabilities: null }
    if (name === 'categorical') return this.categorical(at, fields)
    if (this.isGrid) return this.refuse('conflict', at.from, TEXTS.sweeps.gridNeedsValues(at.name))
    const how = name === 'normal' ? this.normal(at, fields) : this.between(name, at, fields)
    return how && { type: 'drawn', how }
  }

  private nameOf(at: Place, fields: Fields): DistributionName | null {
    const written = fields['distribution']
    if (!('distribution' in fields)) return defaultName(fields) ?? this.refuse('missing-key', at.from, TEXTS.sweeps.parameterEmpty(at.name)) // prettier-ignore
    if (isKnown(written)) return written
    const place = [...at.from, 'distribution']
    const name = typeof written === 'string' ? written : quoted(written)
    const known = refused(name)
    if (known !== null) return this.refuse('unknown-name', place, known.sentence, known.write)
    const meant = nearest(name, NAMES)
    return this.refuse('unknown-name', place, TEXTS.sweeps.unknownDistribution(quoted(name), meant, NAMES), meant)
  }

  private hasKnownKeys({ name, from }: Place, fields: Fields): boolean {
    const unknown = Object.keys(fields).filter(key => !(VALUE_KEYS as readonly string[]).includes(key))
    for (const key of unknown) {
      const nests = Array.isArray(fields[key]) || isMapping(fields[key])
      const message = nests
        ? TEXTS.sweeps.nestedForm(name, shortened(key))
        : TEXTS.sweeps.parameterKey(name, quoted(key), VALUE_KEYS)
      this.report.key('unknown-key', [...from, key], message, nests ? null : nearest(key, VALUE_KEYS))
    }
    return unknown.length === 0
  }

  private categorical(at: Place, fields: Fields): Values | null {
    const place = [...at.from, 'values']
    const { values, probabilities } = fields
    if (!Array.isArray(values)) return this.refuse('wrong-type', place, TEXTS.sweeps.valuesList(at.name))
    if (probabilities === undefined || probabilities === null) return this.list(at, values, place, null)
    const checked = this.probabilities(at, probabilities, values.length)
    return checked && this.list(at, values, place, checked)
  }

  private probabilities(at: Place, written: unknown, due: number): readonly number[] | null {
    const place = [...at.from, 'probabilities']
    if (this.isGrid) {
      this.report.key('conflict', place, TEXTS.sweeps.probabilitiesInGrid)
      return null
    }
    const given = Array.isArray(written) ? (written as readonly unknown[]) : []
    if (given.length !== due) return this.refuse('wrong-length', place, TEXTS.sweeps.probabilities(given.length, due))
    const wrong = given.findIndex(one => !(typeof one === 'number' && one >= 0 && one <= 1))
    if (wrong >= 0)
      return this.refuse('out-of-range', [...place, wrong], TEXTS.sweeps.probability(quoted(given[wrong])))
    const sum = (given as readonly number[]).reduce((all, one) => all + one, 0)
    if (Math.abs(sum - 1) > TOLERANCE)
      return this.refuse('out-of-range', place, TEXTS.sweeps.probabilitySum(Number(sum.toPrecision(6))))
    return given as readonly number[]
  }

  private list(
    at: Place,
    values: readonly unknown[],
    place: Path,
    probabilities: readonly number[] | null
  ): Values | null {
    if (values.length === 0) return this.refuse('out-of-range', place, TEXTS.sweeps.noValues(at.name))
    return { type: 'list', probabilities, all: values.map((value, i) => this.override(at, value, [...place, i])) }
  }

  private override({ path, key }: Place, value: unknown, from: Path): Override {
    return { path, key, from, value, id: this.nextId() }
  }

  private normal(at: Place, fields: Fields): Draw | null {
    const mu = this.number(at, 'mu', fields['mu'] ?? 0)
    const sigma = this.number(at, 'sigma', fields['sigma'] ?? 1)
    if (mu === null || sigma === null) return null
    if (!(sigma > 0)) return this.refuse('out-of-range', [...at.from, 'sigma'], TEXTS.sweeps.negativeSigma)
    return { type: 'normal', mu, sigma }
  }

  private between(type: Exclude<Draw['type'], 'normal'>, at: Place, fields: Fields): Draw | null {
    const [min, max] = [this.number(at, 'min', fields['min']), this.number(at, 'max', fields['max'])]
    if (min === null || max === null) return null
    if (type === 'int_uniform' && !(this.isWhole(at, 'min', min) && this.isWhole(at, 'max', max))) return null
    if (!(min < max)) return this.refuse('out-of-range', [...at.from, 'min'], TEXTS.sweeps.emptyRange(min, max))
    if (type === 'int_uniform' && max - min >= 2 ** 32)
      return this.refuse('out-of-range', at.from, TEXTS.sweeps.wideRange)
    if (type === 'log_uniform_values' && !(min > 0))
      return this.refuse('out-of-range', [...at.from, 'min'], TEXTS.sweeps.positiveMin)
    return { type, min, max }
  }

  private isWhole({ from }: Place, key: string, value: number): boolean {
    if (Number.isSafeInteger(value)) return true
    this.report.value('wrong-type', [...from, key], TEXTS.sweeps.wholeNumber(key, quoted(value)))
    return false
  }

  private number({ from }: Place, key: string, value: unknown): number | null {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    return this.refuse('wrong-type', [...from, key], TEXTS.sweeps.number(key, quoted(value)))
  }

  private refuse(
    code: Parameters<Report['value']>[0],
    place: Path,
    message: string,
    write: string | null = null
  ): null {
    this.report.value(code, place, message, write)
    return null
  }
}

/** Probabilities that are written in decimals are seldom exactly 1 together. */
const TOLERANCE = 1e-6

/** What a parameter without `distribution` is; null where its keys tell nothing. */
function defaultName(fields: Fields): DistributionName | null {
  if ('values' in fields || 'probabilities' in fields) return 'categorical'
  if ('value' in fields) return 'constant'
  if ('mu' in fields || 'sigma' in fields) return 'normal'
  const { min, max } = fields
  if (!('min' in fields || 'max' in fields)) return null
  return Number.isInteger(min) && Number.isInteger(max) ? 'int_uniform' : 'uniform'
}

/** Distributions of W&B that are not supported, with what to use. */
function refused(name: string): { readonly sentence: string; readonly write: string | null } | null {
  if (name === 'log_uniform') return { sentence: TEXTS.sweeps.logUniform(name), write: null }
  if (/^inv_log_uniform/.test(name)) return { sentence: TEXTS.sweeps.inverse(name), write: null }
  const [, base] = /^q_(uniform|normal|log_\w+)$/.exec(name) ?? []
  if (base === undefined) return null
  const instead = base === 'uniform' ? 'int_uniform' : base === 'normal' ? 'normal' : 'log_uniform_values'
  return { sentence: TEXTS.sweeps.quantized(name, instead), write: base === 'normal' ? 'normal' : null }
}

const quotedValue = (value: unknown): string => (typeof value === 'string' ? value : quoted(value)).slice(0, 40)
