import type { CurveName, QuantityName, RunRecord, Scaled } from '../record'

/** What a saved output is, beside what its cell gives now. */
export type Verdict =
  /** every bit; of a run that was stopped, up to the last epoch that it recorded */
  | { readonly kind: 'same'; readonly stoppedAt: number | null }
  | { readonly kind: 'differs'; readonly difference: Difference }
  /** the cell says something else than the experiment, or the problems, in its output */
  | { readonly kind: 'stale' }
  /** made by another version of the arithmetic, which gives other bits */
  | { readonly kind: 'other engine'; readonly engine: string }
  | { readonly kind: 'no output' }
  /** the output cannot be read: why */
  | { readonly kind: 'damaged'; readonly reason: string }
  /** the cell cannot be run now: why */
  | { readonly kind: 'failed'; readonly reason: string }

/** The first thing that is not the same: the earliest in the run. */
export type Difference =
  | NumberDifference
  /** the files hold other data than then */
  | { readonly what: 'data' }
  /** how many epochs there are */
  | { readonly what: 'epochs'; readonly saved: number; readonly now: number }
  /** a part of the record that is no table */
  | { readonly what: 'part'; readonly part: keyof RunRecord }
  /** the run failed then and does not now */
  | { readonly what: 'failure' }
  /** a run of many, by its place from 0 */
  | { readonly what: 'run'; readonly run: number }
  /** what a comparison holds of another cell */
  | { readonly what: 'compared'; readonly reference: string }
  /** the file shows something that no run of this cell writes: its MIME type */
  | { readonly what: 'foreign'; readonly mime: string }

/** One number of a table. */
export interface NumberDifference {
  readonly what: 'number'
  readonly name: QuantityName | CurveName
  /** null for a curve */
  readonly layer: string | null
  /** the epoch, or the step */
  readonly at: { readonly unit: 'epoch' | 'step'; readonly number: number }
  readonly saved: Scaled
  readonly now: Scaled
}

/** Whether nothing has to be done about it. */
export const isSame = ({ kind }: Verdict): boolean => kind === 'same'
