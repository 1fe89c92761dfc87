import type { Parser } from 'yaml'
import { mayBeStrange, quotesOf, structureIn, unseenIn, type Strange } from './strange'

/** The library's sign that a plain or block scalar is next. */
const SCALAR = '\x1f'

/** Lexemes that are not in the text, unless as a scalar: a document starts, brackets end too early, a scalar is next. */
const SIGNS: readonly string[] = ['\x02', '\x18', SCALAR]

/** No one reads more than these. */
const MOST = 1000

/** Looks through the lexemes of a text, those in quotes and comments left out, for characters that are not what they look like. */
export class Watch {
  readonly unseen: Strange[] = []
  readonly structure: Strange[] = []
  private isScalar = false
  private isOpen = false

  /** `lexeme` is what `parser` is about to take. */
  see(lexeme: string, { offset, stack }: Parser): void {
    const isScalar = this.isScalar
    this.isScalar = lexeme === SCALAR && !isScalar
    if (!mayBeStrange(lexeme) || (SIGNS.includes(lexeme) && !isScalar)) return
    const isPlain = isScalar ? stack.at(-1)?.type !== 'block-scalar' : !/^["'#]/.test(lexeme)
    if (isPlain) this.seePlain(lexeme, offset)
  }

  private seePlain(piece: string, at: number): void {
    const quotes = quotesOf(piece, at, this.isOpen)
    this.isOpen = quotes?.start === at && quotes.end === at + 1
    add(this.unseen, quotes === null ? unseenIn(piece, at) : [quotes])
    add(this.structure, structureIn(piece, at))
  }
}

function add(list: Strange[], found: Iterable<Strange>): void {
  for (const strange of found) {
    if (list.length >= MOST) return
    list.push(strange)
  }
}
