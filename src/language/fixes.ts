import type { Problem } from '../experiment'
import type { Fix } from './fix'
import { moveHome } from './moveHome'
import { pairRange } from './pairs'

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
