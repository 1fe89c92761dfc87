import { createRandom, type Random } from '../../arithmetic'
import type { Experiment } from '../experiment'
import type { ParsedCell } from '../schema/experiment'
import { resolve } from '../resolve'
import type { Override } from './override'
import { drawn, inGrid, sizeOf } from './parameter'
import type { Combinations, Metric } from './readSweep'
import type { Variant } from './readVariants'
import { RunReader, type KeyFailure } from './runReader'
import { TEXTS } from '../texts/texts'

/** What a cell says of its runs. */
export interface ManyRuns {
  /** none: the cell as it is */
  readonly variants: readonly Variant[]
  readonly combinations: Combinations | null
  /** how often each run is repeated; null where the cell does not say */
  readonly seeds: number | null
}

/** A parameter of a sweep and its value in a run. */
export interface ParameterValue {
  /** the dotted path */
  readonly name: string
  /** plain data, as it is written or drawn */
  readonly value: unknown
}

/** One run of a cell of many. */
export interface SweepRun {
  /** its place, from 0 */
  readonly index: number
  /** the label of its variant */
  readonly variant: string | null
  /** in the order written */
  readonly parameters: readonly ParameterValue[]
  readonly seed: number
  readonly experiment: Experiment
}

/**
 * The runs of a cell: variants in the order written; within them the grid as nested loops, the first parameter the outermost, or what
 * is drawn at random; seeds innermost. Each is made by itself, so that a shard costs what its own runs cost.
 */
export class Expansion {
  /** how many runs there are; beyond 2^53 about */
  readonly count: number
  /** runs of one variant and one seed */
  readonly points: number
  private readonly variants: readonly (Variant | null)[]
  private readonly reader: RunReader
  private readonly random: Random

  /** `cell`: the canonical mapping of the keys that all runs have. */
  constructor(
    cell: Readonly<Record<string, unknown>>,
    readonly says: ManyRuns
  ) {
    this.variants = says.variants.length > 0 ? says.variants : [null]
    this.points = pointsOf(says.combinations)
    this.count = this.variants.length * this.points * this.repeats
    this.reader = new RunReader(cell, variedBy(says))
    const { seed } = cell
    this.random = createRandom(typeof seed === 'number' ? seed : 0).stream('sweep')
  }

  /** How many runs, which differ in their seed alone, there are of each variant and point. */
  get repeats(): number {
    return this.says.seeds ?? 1
  }

  /** What runs are sorted by; null where the cell does not say. */
  get metric(): Metric | null {
    return this.says.combinations?.metric ?? null
  }

  /** The names of the parameters, in the order written. */
  get parameters(): readonly string[] {
    return (this.says.combinations?.parameters ?? []).map(({ name }) => name)
  }

  /** The labels of the variants, in the order written. */
  get labels(): readonly string[] {
    return this.says.variants.map(({ label }) => label)
  }

  /** Whether runs may differ in any of these top keys. */
  variesIn(keys: readonly string[]): boolean {
    const varied = variedBy(this.says)
    return keys.some(key => varied.has(key))
  }

  /** Run `index`, from 0; throws a `RangeError` where there is none, and for one that has problems. */
  run(index: number): SweepRun {
    const { variant, values, repeat } = this.at(index)
    const read = this.reader.read(applied(variant, values))
    if (!('cell' in read)) throw new RangeError(TEXTS.sweeps.runHasProblems(index))
    const seed = read.cell.seed + repeat
    return {
      index,
      variant: variant?.label ?? null,
      parameters: values.map((value, i) => ({ name: this.parameters[i]!, value: value.value })),
      seed,
      experiment: resolve({ ...read.cell, seed })
    }
  }

  /** Run `index` as its keys say, not yet filled in, and what was put over the cell. */
  look(index: number): Look {
    const { variant, values } = this.at(index)
    const overrides = applied(variant, values)
    return { variant, values, overrides, ...this.reader.read(overrides) }
  }

  private at(index: number): Point {
    if (!(Number.isInteger(index) && index >= 0 && index < this.count))
      throw new RangeError(TEXTS.sweeps.noRun(index, this.count))
    const point = Math.floor(index / this.repeats)
    return {
      variant: this.variants[Math.floor(point / this.points)]!,
      values: this.valuesAt(point % this.points),
      repeat: index % this.repeats
    }
  }

  private valuesAt(point: number): readonly Override[] {
    const { combinations } = this.says
    if (combinations === null) return []
    const { parameters, method } = combinations
    if (method === 'random') {
      const random = this.random.stream(String(point))
      return parameters.map(parameter => drawn(parameter, random))
    }
    let left = point
    const values: Override[] = []
    for (const parameter of [...parameters].reverse()) {
      values.unshift(inGrid(parameter, left % sizeOf(parameter)))
      left = Math.floor(left / sizeOf(parameter))
    }
    return values
  }
}

interface Point {
  readonly variant: Variant | null
  /** one for each parameter */
  readonly values: readonly Override[]
  /** which of its seeds, from 0 */
  readonly repeat: number
}

/** What is known of a run before it is filled in. */
export type Look = Omit<Point, 'repeat'> & { readonly overrides: readonly Override[] } & (
    { readonly cell: ParsedCell } | { readonly failures: readonly KeyFailure[] }
  )

/** The top keys in which runs may differ. */
function variedBy({ variants, combinations }: ManyRuns): Set<string> {
  const paths = [...variants.flatMap(({ overrides }) => overrides), ...(combinations?.parameters ?? [])]
  return new Set(paths.map(({ path }) => path[0]!))
}

function pointsOf(combinations: Combinations | null): number {
  if (combinations === null) return 1
  const { method, parameters, runCap } = combinations
  if (method === 'random') return runCap ?? 1
  return Math.min(
    runCap ?? Infinity,
    parameters.reduce((product, parameter) => product * sizeOf(parameter), 1)
  )
}

/** The variant first, then whole keys before their parts, whatever the order of the loops. */
const applied = (variant: Variant | null, values: readonly Override[]): Override[] => [
  ...(variant?.overrides ?? []),
  ...[...values].sort((a, b) => a.path.length - b.path.length)
]
