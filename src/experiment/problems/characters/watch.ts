import type { Parser } from 'yaml'
import { mayBeStrange, quotesOf, structureIn, unseenIn, type Strange } from './strange'

/** The library's sign that a plain or block scalar is next. */
const SCALAR = '\x1f'

/** No one reads more than these. */
const MOST = 1000

/** Looks through the lexemes of a text, those in quotes and comments left out, for characters that are not what they look like. */
export class Watch {
  readonly unseen: Strange[] = []
  readonly structure: Strange[] = []
  private isScalar = false
  private isOpen = false

  constructor(private readonly text: string) {}

  /** `lexeme` is what `parser` is about to take. */
  see(lexeme: string, { offset, stack }: Parser): void {
    const isScalar = this.isScalar
    this.isScalar = lexeme === SCALAR && !isScalar
    // Some lexemes are signs of the library's own and not in the text.
    if (!mayBeStrange(lexeme) || !this.text.startsWith(lexeme, offset)) return
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
