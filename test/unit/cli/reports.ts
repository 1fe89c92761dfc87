import assert from 'node:assert/strict'
import path from 'node:path'
import type { DataDecisions } from '../../../src/record'
import { gradnb } from './gradnb'

/** What `gradnb run --json` writes, as far as tests of data look at it. */
export interface JsonRun {
  readonly loss: readonly number[]
  readonly test_loss: readonly number[]
  readonly metrics: unknown
  readonly layers: readonly {
    readonly name: string
    readonly weights?: { readonly file: string; readonly module: string }
  }[]
  readonly data: {
    readonly task: string
    readonly inputs: number
    readonly trainSamples: number
    readonly testSamples: number
    readonly classes: readonly string[]
    readonly decisions: DataDecisions
  }
}

/** A cell of test/reports. */
const report = (cell: string): string => path.resolve('test', 'reports', cell)

/** The run of a cell that trains. */
export async function runOf(cell: string): Promise<JsonRun> {
  const { status, stdout, stderr } = await gradnb(['run', report(cell), '--no-save', '--json'])
  assert.equal(stderr, '')
  assert.equal(status, 0)
  return JSON.parse(stdout) as JsonRun
}

/** The text of a cell that trains. */
export async function textOf(cell: string): Promise<string> {
  const { status, stdout } = await gradnb(['run', report(cell), '--no-save'])
  assert.equal(status, 0)
  return stdout
}

/** What is said of a cell that is refused. */
export async function refusalOf(cell: string): Promise<string> {
  const { status, stderr } = await gradnb(['run', report(cell), '--no-save'])
  assert.equal(status, 1)
  return stderr
}
