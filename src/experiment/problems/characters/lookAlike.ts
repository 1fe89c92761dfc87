import { suggesting, type Problem, type ProblemCode } from '../problem'
import { aCharacter } from './name'
import { mayBeStrange } from './strange'
import { asciiOf } from './toAscii'
import { TEXTS } from '../../texts/texts'

/** Words and numbers of the language are short. */
const LONGEST = 100

/** What is wrong with these is a word or a number of the language. */
const CODES: readonly ProblemCode[] = ['unknown-key', 'unknown-name', 'wrong-type']

/** `problem` of `text`, or what explains it: a character in its place that looks like another, or like none. */
export function explained(problem: Problem, text: string): Problem {
  const { code, start, end, suggestion } = problem
  if (!CODES.includes(code) || end - start > LONGEST) return problem
  const written = text.slice(start, end)
  if (!mayBeStrange(written)) return problem
  const ours = [...written].map(seenAs).join('')
  if (mayBeStrange(ours)) return problem
  const foreign = [...written].find(character => seenAs(character) !== character)!
  const write = suggestion ?? (code === 'wrong-type' ? listed(ours) : ours)
  return { ...problem, message: sentence(foreign, problem.message, write), ...suggesting(write) }
}

/** Numbers in brackets, or with a comma and a space between them, cannot be one number. */
const listed = (text: string): string | null =>
  /^\d+(, +\d+)+$|^\[ *[1-9]\d*( *, *[1-9]\d*)* *\]$/.test(text) ? text : null

const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u

const seenAs = (character: string): string =>
  /\p{Zs}/u.test(character) ? ' ' : UNSEEN.test(character) ? '' : asciiOf(character)

function sentence(character: string, message: string, write: string | null): string {
  const { unseenInside, looksLike, because, writeInstead } = TEXTS.characters
  const ours = seenAs(character).trim()
  const named = aCharacter(character)
  const what = ours === '' ? unseenInside(named) : looksLike(shown(character), named, shown(ours))
  return write === null ? because(message, what) : writeInstead(what, write)
}

const shown = (character: string): string => (/["'\u2018-\u201f]/.test(character) ? character : `"${character}"`)
