import { readFileSync } from 'node:fs'
import assert from 'node:assert/strict'
import path from 'node:path'
import type { NpySpec, Rows } from '../../../../src/dataset'
import { readNpyRows } from '../../../../src/dataset/npy'
import { LIMITS } from '../loadFrom'

/** A file of test/reference/npy. */
export const reference = (name: string): Uint8Array => readFileSync(path.join('test', 'reference', 'npy', name))

export const spec = (more: Partial<NpySpec> = {}): NpySpec => ({
  ...{ name: 'npy', task: null, samples: null, test_split: 0, standardize: false, standardize_target: false },
  npy: { inputs: 'x.npy', labels: 'y.npy' },
  ...more
})

export type Files = Readonly<Record<string, Uint8Array>>

export const read = (files: Files, more: Partial<NpySpec> = {}, limits = LIMITS): Rows =>
  readNpyRows(spec(more), file => files[file]!, limits)

/** What is said of files that are refused. */
export function told(files: Files, more: Partial<NpySpec> = {}, limits = LIMITS): string {
  try {
    read(files, more, limits)
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error))
    return error.message
  }
  throw new Error('nothing was wrong')
}
