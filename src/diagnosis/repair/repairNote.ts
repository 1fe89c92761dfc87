import type { JsonObject, RunRecord } from '../../record'
import type { RuleName } from '../finding'
import { isRuleName } from '../silence'
import { attemptOf } from './attempt'
import { isBetter } from './repair'
import { attemptText } from './repairText'
import { standingOf } from './standing'

/** The key under which a cell of a file says what it is to repair. */
const REPAIRS_KEY = 'repairs'

/** What a cell is to repair. */
export interface RepairNote {
  /** the first cell's id */
  readonly cell: string
  readonly rule: RuleName
  /** what was changed */
  readonly titles: readonly string[]
}

/** What a file says of a cell beside its text, with this note. */
export const withRepairNote = ({ cell, rule, titles }: RepairNote): JsonObject => ({
  [REPAIRS_KEY]: { cell, rule, titles: [...titles] }
})

/** The note in what a file says of a cell beside its text; null where there is none. */
export function repairNoteIn(extra: unknown): RepairNote | null {
  const note = (extra as { readonly [key: string]: unknown } | undefined)?.[REPAIRS_KEY]
  const { cell, rule, titles } = (note ?? {}) as { readonly [key: string]: unknown }
  if (typeof cell !== 'string' || !isRuleName(rule) || !Array.isArray(titles)) return null
  return { cell, rule, titles: titles.filter(title => typeof title === 'string') }
}

/** What came of a cell that was to repair another. */
export interface RepairOutcome {
  /** the finding is gone, and the loss no worse */
  readonly helped: boolean
  /** the loss is clearly lower, too, so that the net now learns what it did not */
  readonly lowered: boolean
  readonly text: string
}

/** Whether what was changed cleared the finding without making the loss worse, and what came of it in a sentence. */
export function repairOutcome({ rule, titles }: RepairNote, before: RunRecord, after: RunRecord): RepairOutcome {
  const [then, now] = [standingOf(before), standingOf(after)]
  const attempt = attemptOf({ titles, edits: {} }, now, then, rule)
  return { helped: attempt.helps, lowered: isBetter(attempt, then), text: attemptText(attempt, then, rule) }
}
