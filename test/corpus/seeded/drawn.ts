import { createRandom, type Random } from '../../../src/arithmetic'
import type { Cell, Files } from '../corpusCase'

/** Draws what a seeded case is made of; the same for the same name. */
export class Drawn {
  private readonly random: Random

  constructor(
    readonly name: string,
    seed: number
  ) {
    this.random = createRandom(seed).stream(name)
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.random.integer(choices.length)]!
  }

  between(from: number, to: number): number {
    return from + this.random.integer(to - from + 1)
  }

  /** Of three significant digits, evenly over the decades from `from` to `to`. */
  scale(from: number, to: number): number {
    const share = this.random.uniform()
    return Number((from * (to / from) ** share).toPrecision(3))
  }

  get normal(): number {
    return this.random.normal()
  }

  get uniform(): number {
    return this.random.uniform()
  }

  /** Equal hidden layers. */
  layers(depth: readonly [number, number], widths: readonly number[]): { depth: number; units: number } {
    return { depth: this.between(...depth), units: this.one(widths) }
  }
}

/** What is to be learned, with files where it has its own. */
export interface Data {
  readonly dataset: unknown
  readonly files: Files
}

const CLASSES = ['circle', 'xor', 'moons', 'gaussian', 'iris'] as const
const NUMBERS = ['plane', 'sine'] as const

const named = (name: string, more: Cell = {}): Data => ({ dataset: { name, ...more }, files: {} })

/** Classes that a small net learns in a few thousand steps. */
export const easyClasses = (drawn: Drawn): Data => named(drawn.one(CLASSES))

/** The same, or a regression. */
export const easyData = (drawn: Drawn): Data => (drawn.uniform < 0.7 ? easyClasses(drawn) : named(drawn.one(NUMBERS)))

/** Classes that no straight line parts. */
export const bentClasses = (drawn: Drawn): Data => named(drawn.one(['circle', 'xor', 'spiral', 'moons']))

/** A table of 240 rows: three inputs of this size about this centre, and what `target` makes of the same inputs at size 1. */
export function table(
  drawn: Drawn,
  { size, centre }: { readonly size: number; readonly centre: number },
  target: (x: readonly number[]) => number | string
): Data {
  const rows = Array.from({ length: 240 }, () => [drawn.normal, drawn.normal, drawn.normal])
  const text = rows.map(x => [...x.map(value => (centre + size * value).toPrecision(6)), target(x)].join(','))
  return { dataset: { csv: 'data.csv', target: 'y' }, files: { 'data.csv': ['a,b,c,y', ...text].join('\n') } }
}

/** A bent function of three numbers of size 1, itself of size about 1. */
export const bend = ([a, b, c]: readonly number[]): number => 0.8 * a! + 0.5 * a! * b! - 0.6 * (c! * c! - 1)
