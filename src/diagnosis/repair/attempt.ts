import type { Json } from '../../record'
import type { RuleName } from '../finding'
import { isWorse, loud, newErrors, type Standing } from './standing'

/** Dotted path in the cell → its new value. */
export type Edits = Readonly<Record<string, Json>>

/** A run that is to be tried: the first cell with these edits, and the same seed. */
export interface Trial {
  /** what is changed, one remedy after the other: "Use relu with he" */
  readonly titles: readonly string[]
  readonly edits: Edits
}

/** A trial that was run. */
export interface Attempt extends Trial {
  /** null: it could not be run */
  readonly after: Standing | null
  /** whether the finding that was to be cleared is gone, and nothing broke instead */
  readonly clears: boolean
  /** whether the loss ended higher than without the trial's edits, by more than chance, or no longer finite */
  readonly isWorse: boolean
  /** it clears the finding and does not make the loss worse */
  readonly helps: boolean
}

/** What came of a trial that was to clear `rule` in `before`. `after`: null where it could not be run. */
export function attemptOf(trial: Trial, after: Standing | null, before: Standing, rule: RuleName): Attempt {
  if (after === null) return { ...trial, after, clears: false, isWorse: true, helps: false }
  const clears = loud(after).every(each => each.rule !== rule) && newErrors(after, before).length === 0
  const worse = isWorse(after, before)
  return { ...trial, after, clears, isWorse: worse, helps: clears && !worse }
}
