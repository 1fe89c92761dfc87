import { visibleLine } from '../../text'
import { explained } from './characters/lookAlike'
import type { Untold } from './issues'
import type { Problem, Range } from './problem'
import { shortened } from './words'
import { TEXTS } from '../texts/texts'

/** How many problems of a cell are told, and how long a sentence may get that repeats what the cell says. */
const MOST_PROBLEMS = 50
const LONGEST_SENTENCE = 1000

/**
 * The problems of `text` as they are told, in its order: at most 50 of them, with one more that says how many are left, each
 * with a place in the text and without characters that act where they are shown.
 */
export function told(problems: readonly (Problem | Untold)[], text: string): readonly Problem[] {
  const first = problems
    .slice(0, MOST_PROBLEMS)
    .map(problem => explained(typeof problem === 'function' ? problem() : problem, text))
  const ordered = first.map(problem => safe(problem, text.length)).sort((a, b) => a.start - b.start)
  const left = problems.length - first.length
  return left > 0 ? [...ordered, more(left, ordered.at(-1)!)] : ordered
}

const safe = (problem: Problem, length: number): Problem => ({
  ...problem,
  message: visibleLine(shortened(problem.message, LONGEST_SENTENCE)),
  ...inside(problem, length)
})

/** What is missing at the end of a text is told at its last character. */
function inside({ start, end }: Range, length: number): Range {
  const from = Math.max(0, Math.min(start, length - 1))
  return { start: from, end: Math.min(length, Math.max(end, from)) }
}

const more = (count: number, { code, start, end }: Problem): Problem => ({
  code,
  start,
  end,
  message: TEXTS.problems.more(count)
})
