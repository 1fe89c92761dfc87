import type { Range } from '../problem'
import { aCharacter } from './name'
import { asciiOf } from './toAscii'
import { TEXTS } from '../../texts/texts'

/** A character of a cell that is not what it looks like, what to write in its place, and the sentence that says so. */
export interface Strange extends Range {
  readonly suggestion: string
  readonly message: string
}

/**
 * What no one can see or tell from a space: every space but ours, separators of lines, controls, and what Unicode says is to be
 * ignored; with the spaces between two of them.
 */
const UNSEEN = /(?![ \t\r\n])[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Default_Ignorable_Code_Point}]/u
const UNSEEN_RUNS = new RegExp(`${UNSEEN.source}(?: *${UNSEEN.source})*`, 'gu')

/** Whether it is worth looking for strange characters at all. */
export const mayBeStrange = (text: string): boolean => /[^\t\n\r -~]/.test(text)

/** The characters of a piece of YAML outside quotes and comments that no one sees. `at` is the piece's start in the text. */
export function* unseenIn(piece: string, at: number): Generator<Strange> {
  for (const { 0: run, index } of piece.matchAll(UNSEEN_RUNS)) {
    const start = at + index
    if ((run === BYTE_ORDER_MARK && start === 0) || joins(run, piece, index)) continue
    const message = unseenSentence(run, piece, index)
    yield { start, end: start + run.length, suggestion: run.replace(/[^ ]/gu, replacement), message }
  }
}

const BYTE_ORDER_MARK = '\ufeff'

/** Joiners and variation selectors belong to the writing of many languages, and to emoji: after a character that is not ASCII. */
function joins(run: string, piece: string, index: number): boolean {
  const isSelector = /^[\ufe00-\ufe0f]$/.test(run)
  if (!isSelector && !/^[\u200c\u200d]$/.test(run)) return false
  return isForeign(piece[index - 1]) && (isSelector || isForeign(piece[index + 1]))
}

const isForeign = (unit: string | undefined): boolean => unit !== undefined && unit > '\u00ff'

const isSpace = (character: string): boolean => /\p{Zs}/u.test(character)
const isLineEnd = (character: string): boolean => /[\u0085\u2028\u2029\v\f]/.test(character)

const replacement = (character: string): string => (isSpace(character) ? ' ' : isLineEnd(character) ? '\n' : '')

function unseenSentence(run: string, piece: string, index: number): string {
  const [first] = run as Iterable<string>
  const isWithin = /\w/.test(piece[index - 1] ?? '') && /\w/.test(piece[index + run.length] ?? '')
  const { space, spaceWithin, lineEnd, unseen, unseenWithin } = TEXTS.characters
  const named = aCharacter(first!)
  if (isSpace(first!)) return (isWithin ? spaceWithin : space)(named)
  if (isLineEnd(first!)) return lineEnd(named)
  return (isWithin ? unseenWithin : unseen)(named)
}

const QUOTES = '\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2033\uff02\uff07'
const QUOTED = new RegExp(`^[${QUOTES}]([^"\\\\\\n]*)[${QUOTES}]$`)
const OPENS = new RegExp(`^[${QUOTES}]`)
const CLOSES = new RegExp(`[${QUOTES}]$`)

/** A piece in typographic quotes, which are letters to YAML; or one that a typographic quote `isOpen` before, and this closes. */
export function quotesOf(piece: string, at: number, isOpen: boolean): Strange | null {
  const end = at + piece.length
  const inner = QUOTED.exec(piece)?.[1]
  if (inner !== undefined) return quote(piece[0]!, at, end, `"${inner}"`)
  if (OPENS.test(piece)) return quote(piece[0]!, at, at + 1, '"')
  return isOpen && CLOSES.test(piece) ? quote(piece.at(-1)!, end - 1, end, '"') : null
}

function quote(sign: string, start: number, end: number, suggestion: string): Strange {
  return { start, end, suggestion, message: TEXTS.characters.quote(sign, aCharacter(sign), suggestion) }
}

/** Signs that YAML would read as its own in their ASCII form. */
const STRUCTURE = /[：﹕꞉∶，、،﹐｛｝［］【】“”„‟＂＃]/g

/** Signs in a piece, beside something of ours, that look like those of YAML: told where YAML could make nothing of the text. */
export function* structureIn(piece: string, at: number): Generator<Strange> {
  for (const { 0: sign, index } of piece.matchAll(STRUCTURE)) {
    const [before, after] = [piece[index - 1] ?? ',', piece[index + 1] ?? '\n']
    if (before > '~' && after > '~') continue
    const ours = asciiOf(sign)
    const suggestion = (ours === ':' || ours === ',') && !/\s/.test(after) ? `${ours} ` : ours
    const message = TEXTS.characters.structure(sign, aCharacter(sign), ours)
    yield { start: at + index, end: at + index + 1, suggestion, message }
  }
}
