import { hashText } from '../../src/arithmetic/hash'
import type { RuleName } from '../../src/diagnosis'

/** The keys of a cell. */
export type Cell = Readonly<Record<string, unknown>>
/** The CSV files that a cell reads, by their paths. */
export type Files = Readonly<Record<string, string>>

/** A cell of which it is known what is wrong with it. */
export interface CorpusCase {
  readonly id: string
  /** rules and thresholds may be chosen by the first; only the second says how good they are */
  readonly half: 'tuning' | 'test'
  /** what is wrong; none: nothing */
  readonly fault: RuleName | 'none'
  /** what else a right diagnosis may say: an effect of the fault, or a second cause of equal weight */
  readonly acceptable: readonly string[]
  /** the layers that the fault sits in, from 1; null where it is not a layer's */
  readonly layers: readonly number[] | null
  readonly cell: Cell
  readonly files: Files
}

/** A hash of its name decides, so that a case stays where it is when others come or go. */
export const halfOf = (id: string): CorpusCase['half'] => (hashText(id, 7) % 2 === 0 ? 'tuning' : 'test')
