import type { RunRecord } from '../../../src/record'

/** Numbers in columns: all that a heatmap or a curve needs. */
export type Numbers = Pick<RunRecord, 'layers' | 'columns' | 'curves' | 'quantities'>
