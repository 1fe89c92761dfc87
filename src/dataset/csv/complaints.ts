import { dressOf } from './dress'
import { MOST_NAMES, type NameColumn } from './nameColumn'
import { MOST_TEXTS, type NumberColumn } from './numberColumn'
import { count, quoted } from './quoted'
import type { Sightings } from './sightings'
import { notANumber } from './wrongValue'

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
    const what = `${notANumber(texts.text)}${firstOf(texts)}${alsoGaps(gap)}`
    const remedy = remedyFor(texts, differentTexts.size, rules.rows - gaps.count)
    return { line: texts.line, what, remedies: [remedy, ...(gap?.remedies ?? [])] }
  }
  if (truths.count > 0 && !column.isTruths)
    return { line: truths.line, what: `${quoted(truths.text)} is among numbers`, remedies: ['ignore'] }
  return tooLarge.count > 0 ? { line: tooLarge.line, what: notANumber(tooLarge.text), remedies: [] } : gap
}

/** Why a column cannot be one of names; null if it can. */
export function ofNames(column: NameColumn, rules: Rules): Complaint | null {
  const { gaps, excess, names } = column
  const gap = ofGaps(gaps, rules)
  if (gap?.isAll) return gap
  if (excess.count > 0) {
    const what = `${quoted(excess.text)} is one more than ${count(MOST_NAMES)} different values, the limit of categories`
    return { line: excess.line, what, remedies: ['ignore'] }
  }
  if (names.length <= FEW || 2 * names.length <= rules.rows) return gap
  const what = `has ${count(names.length)} different values in ${count(rules.rows)} rows, so they name things, not categories`
  return { line: column.firstLine, what, remedies: ['ignore'] }
}

/** Complains of gaps; null where there are none or where they are not wrong. Nothing but gaps always is. */
export function ofGaps(gaps: Sightings, { rows, gapsAreWrong }: Rules): (Complaint & { isAll: boolean }) | null {
  const { line, text } = gaps
  if (gaps.count === rows) return { line, what: 'has no value in any row', remedies: ['ignore'], isAll: true }
  if (gaps.count === 0 || !gapsAreWrong) return null
  const what = `${text === '' ? 'the value is missing' : `${quoted(text)} is a gap`}${firstOf(gaps)}`
  return { line, what, remedies: ['missing'], isAll: false }
}

const firstOf = (sightings: Sightings): string =>
  sightings.count > 1 ? `, the first of ${count(sightings.count)}` : ''

const alsoGaps = (gap: Complaint | null): string => (gap === null ? '' : `; in line ${gap.line}, ${gap.what}`)

/** Names of kinds can be inputs; names of things and dates cannot. A few texts among numbers are mistakes. */
function remedyFor({ text, count }: Sightings, different: number, values: number): Remedy {
  const dress = dressOf(text)
  if (dress?.kind === 'number' || 2 * count < values) return 'correct'
  return dress === null && different <= MOST_TEXTS && 2 * different <= values ? 'categories' : 'ignore'
}
