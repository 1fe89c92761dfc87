import { dressOf } from './dress'
import { MOST_NAMES, type NameColumn } from './nameColumn'
import { MOST_TEXTS, type NumberColumn } from './numberColumn'
import { quoted } from './quoted'
import type { Sightings } from './sightings'
import { notANumber } from './wrongValue'
import { TEXTS } from '../texts/texts'

const say = TEXTS.columns

/** What is wrong with a column, and which keys of the cell would help. */
export interface Complaint {
  /** the line of the first value that is wrong, from 1 */
  readonly line: number
  readonly what: string
  readonly remedies: readonly Remedy[]
}

export type Remedy = 'ignore' | 'categories' | 'missing' | 'correct'

/** How many rows there are, and whether gaps are wrong, too: the cell may say that rows are dropped or gaps filled. */
export interface Rules {
  readonly rows: number
  readonly gapsAreWrong: boolean
}

/** Up to so many different texts are names of kinds, whatever their rows; more must repeat. */
const FEW = 20

/** Why a column cannot be one of numbers; null if it can. */
export function ofNumbers(column: NumberColumn, rules: Rules): Complaint | null {
  const { gaps, texts, truths, tooLarge, differentTexts } = column
  const gap = ofGaps(gaps, rules)
  if (gap?.isAll) return gap
  if (texts.count > 0) {
    const own = firstOf(texts, notANumber(texts.text))
    const what = gap === null ? own : say.alsoGap(own, gap.line, gap.what)
    const remedy = remedyFor(texts, differentTexts.size, rules.rows - gaps.count)
    return { line: texts.line, what, remedies: [remedy, ...(gap?.remedies ?? [])] }
  }
  if (truths.count > 0 && !column.isTruths)
    return { line: truths.line, what: say.truthAmongNumbers(quoted(truths.text)), remedies: ['ignore'] }
  return tooLarge.count > 0 ? { line: tooLarge.line, what: notANumber(tooLarge.text), remedies: [] } : gap
}

/** Why a column cannot be one of names; null if it can. */
export function ofNames(column: NameColumn, rules: Rules): Complaint | null {
  const { gaps, excess, names } = column
  const gap = ofGaps(gaps, rules)
  if (gap?.isAll) return gap
  if (excess.count > 0) {
    const what = say.tooManyNames(quoted(excess.text), MOST_NAMES)
    return { line: excess.line, what, remedies: ['ignore'] }
  }
  if (names.length <= FEW || 2 * names.length <= rules.rows) return gap
  const what = say.namesOfThings(names.length, rules.rows)
  return { line: column.firstLine, what, remedies: ['ignore'] }
}

/** Complains of gaps; null where there are none or where they are not wrong. Nothing but gaps always is. */
export function ofGaps(gaps: Sightings, { rows, gapsAreWrong }: Rules): (Complaint & { isAll: boolean }) | null {
  const { line, text } = gaps
  if (gaps.count === rows) return { line, what: say.noValue, remedies: ['ignore'], isAll: true }
  if (gaps.count === 0 || !gapsAreWrong) return null
  const what = firstOf(gaps, text === '' ? say.missing : say.gap(quoted(text)))
  return { line, what, remedies: ['missing'], isAll: false }
}

const firstOf = (sightings: Sightings, what: string): string =>
  sightings.count > 1 ? say.firstOf(what, sightings.count) : what

/** Names of kinds can be inputs; names of things and dates cannot. A few texts among numbers are mistakes. */
function remedyFor({ text, count }: Sightings, different: number, values: number): Remedy {
  const dress = dressOf(text)
  if (dress?.kind === 'number' || 2 * count < values) return 'correct'
  return dress === null && different <= MOST_TEXTS && 2 * different <= values ? 'categories' : 'ignore'
}
