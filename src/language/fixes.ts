import type { Problem, Range } from '../experiment'
import { moveHome } from './moveHome'
import { pairRange } from './pairs'

/** A change of a cell's text that mends a problem. */
export interface Fix {
  /** what is done, with the words it is done with */
  readonly does: FixKind
  readonly edits: readonly FixEdit[]
}

/** `text` in place of `range`. */
export interface FixEdit extends Range {
  readonly text: string
}

export type FixKind =
  | { readonly type: 'replace'; readonly by: string }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'move'; readonly key: string; readonly home: string }

/** The fixes of a problem in `text`; most have one. */
export function fixesOf(text: string, problem: Problem): Fix[] {
  const { start, end, suggestion, home } = problem
  if (suggestion !== undefined)
    return [{ does: { type: 'replace', by: suggestion }, edits: [{ start, end, text: suggestion }] }]
  if (home !== undefined) return moveHome(text, problem, home)
  return REMOVABLE.includes(problem.code) ? remove(text, problem) : []
}

const REMOVABLE: readonly Problem['code'][] = ['unsupported-key', 'unknown-key', 'duplicate-key']

function remove(text: string, { start, end }: Problem): Fix[] {
  const range = pairRange(text, start)
  return range ? [{ does: { type: 'remove', key: text.slice(start, end) }, edits: [{ ...range, text: '' }] }] : []
}
