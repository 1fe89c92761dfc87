import assert from 'node:assert/strict'
import type { CsvSpec, Dataset, Rows } from '../../../../src/dataset'
import { readCsv } from '../../../../src/dataset/csv'
import { LIMITS, loadFrom } from '../loadFrom'

type Target = string | readonly string[]
type Keys = Partial<CsvSpec>

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The data set of data.csv as a cell says it: all keys but `more` are left out. */
export const spec = (target: Target, more: Keys = {}): CsvSpec => ({
  ...{ name: 'csv', csv: 'data.csv', target, task: null },
  ...{ inputs: null, ignore: [], categories: [], missing: 'error' },
  ...{ separator: null, decimal: null, header: null, standardize_target: false },
  ...{ test_split: 0, standardize: false },
  ...more
})

const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? encode(text) : text)

export const read = (text: string | Uint8Array, target: Target = 'y', more: Keys = {}): Rows =>
  readCsv(spec(target, more), bytesOf(text), LIMITS)

/** What is told about a file that cannot be read. */
export function told(text: string | Uint8Array, target: Target = 'y', more: Keys = {}): string {
  try {
    read(text, target, more)
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error))
    return error.message
  }
  throw new Error('nothing was wrong')
}

/** The data set after split and scaling. */
export const load = (text: string, target: Target = 'y', more: Keys = {}): Dataset =>
  loadFrom(spec(target, more), { named: () => encode(text) })

/** The lines of a file. */
export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

/** `count` lines. */
export const times = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i))
