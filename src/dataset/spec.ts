import type { DatasetName, DatasetOptions, ShippedName, Task } from '../catalogue'
import type { Samples } from '../engine'
import type { DataDecisions } from '../record'

export type { DatasetOptions, Task } from '../catalogue'

/** A generated or shipped data set. Options that are left out take their defaults. */
export type NamedSpec = { readonly name: DatasetName } & Partial<DatasetOptions>

/** Rows of a CSV file. Columns are called by their names in the first line, or, without such a line, by their numbers from 1. */
export interface CsvSpec extends Pick<DatasetOptions, 'test_split' | 'standardize'> {
  readonly name: 'csv'
  /** the file */
  readonly csv: string
  /** the target column; several: a regression with as many outputs */
  readonly target: string | readonly string[]
  /** null: as the target's values say */
  readonly task: Task | null
  /** columns to learn from, in this order; null: all that have no other part */
  readonly inputs: readonly string[] | null
  /** columns that are left out */
  readonly ignore: readonly string[]
  /** inputs whose values are names: each becomes an input of its own */
  readonly categories: readonly string[]
  /** what becomes of rows with gaps */
  readonly missing: 'error' | 'drop' | 'mean'
  /** null: found in the file */
  readonly separator: SeparatorName | null
  /** null: found in the file */
  readonly decimal: DecimalName | null
  /** whether the first line names the columns; null: it must */
  readonly header: boolean | null
  /** every target to mean 0 and standard deviation 1 over the training rows */
  readonly standardize_target: boolean
}

/** What stands between the fields of a CSV file, as a cell names it. */
export type SeparatorName = 'comma' | 'semicolon' | 'tab' | 'pipe'
/** What stands before the fraction of a number in a CSV file, as a cell names it. */
export type DecimalName = 'point' | 'comma'

/** Pictures in MNIST's form. */
export interface IdxSpec extends Pick<DatasetOptions, 'test_split' | 'standardize'> {
  readonly name: 'idx'
  /** the files */
  readonly idx: { readonly images: string; readonly labels: string }
  /** the first so many; null: all */
  readonly samples: number | null
}

/** NumPy arrays. */
export interface NpySpec extends Pick<DatasetOptions, 'test_split' | 'standardize'> {
  readonly name: 'npy'
  /** files ("x.npy"), or arrays of an archive ("data.npz/x") */
  readonly npy: { readonly inputs: string; readonly labels: string }
  /** null: as the labels' values say */
  readonly task: Task | null
  /** the first so many; null: all */
  readonly samples: number | null
  /** every target to mean 0 and standard deviation 1 over the training rows */
  readonly standardize_target: boolean
}

/** What a cell says of its data, with every option. */
export type DatasetSpec = NamedSpec | CsvSpec | IdxSpec | NpySpec

/** How much of a file is taken. */
export interface DataLimits {
  readonly samples: number
  /** samples × inputs */
  readonly dataNumbers: number
  /** of what a file unpacks to */
  readonly fileBytes: number
}

/** Where bytes come from. Both throw where there are none. */
export interface DataFiles {
  /** a shipped file (iris.csv, digits.csv.gz) */
  shipped(name: ShippedName): Uint8Array
  /** a file by its path in the cell */
  named(path: string): Uint8Array
}

/** Data as a run takes them: split, standardized and without gaps. */
export interface Dataset {
  readonly task: Task
  /** features of a row */
  readonly inputs: number
  /** classes, or a regression's targets of a row */
  readonly outputs: number
  /** [outputs]; empty for a regression */
  readonly classNames: readonly string[]
  /** whether a row is the pixels of an image */
  readonly images: boolean
  /** targets: the class from 0 [count × 1], or [count × outputs] */
  readonly train: Samples
  /** null without a test split */
  readonly test: Samples | null
  /** 16 hexadecimal digits that depend on every bit of both splits */
  readonly digest: string
  /** what was decided about a file's columns and rows; null where nothing was to decide */
  readonly decisions: DataDecisions | null
}

/** Rows as they are generated or read, before the split. */
export interface Rows extends Samples {
  /** features of a row */
  readonly width: number
  /** [classes]; empty for a regression */
  readonly classNames: readonly string[]
  /** a row is the pixels of an image */
  readonly images?: true
  /** of a file whose columns and rows have been chosen; inputs may then have gaps (NaN), which `prepare` fills */
  readonly chosen?: ChosenRows
}

/** What a reader decided, before the split. */
export interface ChosenRows {
  readonly file: string
  readonly decisions: ReadDecisions
  /** [width] what an input is called: its column, or for a category "column=value" */
  readonly features: Pick<readonly string[], 'at' | 'length'>
}

/** What a reader decides of a file; the rest is decided once the rows are split. */
export type ReadDecisions = Omit<DataDecisions, 'constant' | 'standardized' | 'targetScale' | 'targetSize'>
