import type { RunRecord } from '../../record'
import type { RuleName } from '../finding'
import { isRuleName } from '../silence'
import { attemptText } from './repairText'
import { isWorse, loud, newErrors, standingOf } from './standing'

/** The key under which a cell of a file says what it is to repair. */
export const REPAIRS_KEY = 'repairs'

/** What a cell is to repair. */
export interface RepairNote {
  /** the first cell's id */
  readonly cell: string
  readonly rule: RuleName
  /** what was changed */
  readonly titles: readonly string[]
}

/** The note in what a file says of a cell beside its text; null where there is none. */
export function repairNoteIn(extra: unknown): RepairNote | null {
  const note = (extra as { readonly [key: string]: unknown } | undefined)?.[REPAIRS_KEY]
  const { cell, rule, titles } = (note ?? {}) as { readonly [key: string]: unknown }
  if (typeof cell !== 'string' || !isRuleName(rule) || !Array.isArray(titles)) return null
  return { cell, rule, titles: titles.filter(title => typeof title === 'string') }
}

/** Whether what was changed cleared the finding without making the loss worse, and what came of it in a sentence. */
export function repairOutcome(
  { rule, titles }: RepairNote,
  before: RunRecord,
  after: RunRecord
): { readonly helped: boolean; readonly text: string } {
  const [then, now] = [standingOf(before), standingOf(after)]
  const clears = loud(now).every(each => each.rule !== rule) && newErrors(now, then).length === 0
  const worse = isWorse(now, then)
  const attempt = { titles, edits: {}, after: now, clears, isWorse: worse }
  return { helped: clears && !worse, text: attemptText(attempt, then, rule) }
}
