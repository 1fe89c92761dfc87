import type { RuleName } from '../../../src/diagnosis'
import type { Cell, Files } from '../corpusCase'
import type { Data, Drawn } from './drawn'

/** One way in which a cell goes wrong: the cell, and the same without the fault. */
export interface Fault {
  readonly fault: RuleName
  readonly acceptable: readonly RuleName[]
  /** from 1; null where it is no layer's */
  readonly layers: readonly number[] | null
  readonly cell: Cell
  readonly healthy: Cell
  readonly files: Files
}

/** Makes the cases of one family. */
export type Family = (drawn: Drawn) => Fault

/** 1 … last */
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1)
export const sgd = (rate: number, more: Cell = {}) => ({ name: 'sgd', learning_rate: rate, ...more })
export const adam = (rate: number, more: Cell = {}) => ({ name: 'adam', learning_rate: rate, ...more })
export const ADAM = adam(0.003)

export const of = (
  data: Data,
  base: Cell,
  wrong: Cell,
  healthy: Cell = {}
): Pick<Fault, 'cell' | 'healthy' | 'files'> => ({
  cell: { dataset: data.dataset, ...base, ...wrong },
  healthy: { dataset: data.dataset, ...base, ...healthy },
  files: data.files
})
