import { carriedWords, type CarriedOptions } from '../carriedOptions'
import type { ShardPlan } from './shardPlan'

/** All that an emitted file is made of. */
export interface JobFile extends CarriedOptions {
  readonly plan: ShardPlan
  /** of the job: a label of RFC 1123 */
  readonly name: string
  /** a few digits that change with the notebook's cells */
  readonly version: string
  /** the notebook's folder, from the root */
  readonly folder: string
  /** the notebook in it */
  readonly notebook: string
  /** as --cell takes it */
  readonly cell: string
  /** where the lines of runs go: below the folder, or from the root */
  readonly out: string
  /** whether it lies in the folder */
  readonly isOutInside: boolean
  /** what starts gradnb, as typed in a shell */
  readonly command: string
  readonly image: string
}

/** What a task's `gradnb sweep` is told; behind it, which shard. */
export const sweepWords = ({ cell, out, plan, ...options }: JobFile, notebook: string): string[] => [
  ...['sweep', notebook, '--cell', cell, '--out', out, '--workers', String(plan.workers)],
  ...carriedWords(options),
  '--shard'
]

/** What `gradnb merge` is told. */
export const mergeWords = ({ cell, out, ...options }: JobFile, notebook: string): string[] => [
  ...['merge', notebook, out, '--cell', cell],
  ...carriedWords(options)
]
