import type { Samples } from '../engine'

export type DatasetName =
  'circle' | 'xor' | 'gaussian' | 'spiral' | 'moons' | 'plane' | 'sine' | 'random' | 'iris' | 'digits'

/** Data sets whose files ship with the extension. */
export type ShippedName = Extract<DatasetName, 'iris' | 'digits'>

export interface DatasetOptions {
  /** rows, those of the test split included */
  readonly samples: number
  /** standard deviation of what is added to every input (classification) or target (regression) */
  readonly noise: number
  readonly classes: number
  /** features of a row */
  readonly inputs: number
  /** fraction of the rows that is kept for testing, 0 … 1 */
  readonly test_split: number
  /** every feature to mean 0 and standard deviation 1 over the training rows */
  readonly standardize: boolean
}

/** Options that are left out take their defaults. */
export type DatasetSpec = { readonly name: DatasetName } & Partial<DatasetOptions>

export interface Dataset {
  readonly name: DatasetName
  readonly task: 'classification' | 'regression'
  /** features of a row */
  readonly inputs: number
  /** classes, or a regression's targets of a row */
  readonly outputs: number
  /** [outputs]; empty for a regression */
  readonly classNames: readonly string[]
  /** targets: the class from 0 [count × 1], or [count × outputs] */
  readonly train: Samples
  /** null without a test split */
  readonly test: Samples | null
  /** 16 hexadecimal digits that depend on every bit of both splits */
  readonly digest: string
}

/** Rows as they are generated or read, before the split. */
export interface Rows extends Samples {
  /** features of a row */
  readonly width: number
  /** [classes]; empty for a regression */
  readonly classNames: readonly string[]
}
