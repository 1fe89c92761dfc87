import type { Range } from './problems/problem'

/** What the library's lexemes tell of a text that its document does not. */
export interface Lexical {
  /** brackets without their partner, the likeliest to explain an error first */
  readonly brackets: readonly Bracket[]
  /** texts in quotes whose last quote is missing */
  readonly quotes: readonly Range[]
}

export interface Bracket {
  readonly start: number
  readonly sign: '[' | '{'
  /** the bracket of the other kind in its partner's place */
  readonly closedBy: { readonly start: number; readonly sign: string } | null
}

const PARTNERS: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

/** The library's signs: a scalar is next; a line that is indented too little ends all brackets. */
const SCALAR = '\x1f'
const END_OF_FLOW = '\x18'

/** Follows the lexemes of a text, to say which brackets and quotes are left open. */
export class OpenEnds implements Lexical {
  readonly quotes: Range[] = []
  private readonly crossed: Bracket[] = []
  private readonly leftOpen: Bracket[] = []
  private open: Bracket[] = []
  private isScalar = false

  /** Of brackets within each other the innermost is told. */
  get brackets(): Bracket[] {
    return [...this.crossed, ...this.leftOpen, ...this.open.slice(-1)]
  }

  /** `lexeme` is what starts at `start`. */
  see(lexeme: string, start: number): void {
    const isScalar = this.isScalar
    this.isScalar = lexeme === SCALAR && !isScalar
    if (isScalar) return
    if (lexeme === '[' || lexeme === '{') this.open.push({ start, sign: lexeme, closedBy: null })
    else if (lexeme === ']' || lexeme === '}') this.close(lexeme, start)
    else if (lexeme === END_OF_FLOW) this.leaveOpen()
    else if (/^["']/.test(lexeme) && (lexeme.length === 1 || lexeme.at(-1) !== lexeme[0]))
      this.quotes.push({ start, end: start + lexeme.length })
  }

  private close(sign: string, start: number): void {
    const bracket = this.open.pop()
    if (bracket !== undefined && bracket.sign !== PARTNERS[sign])
      this.crossed.push({ ...bracket, closedBy: { start, sign } })
  }

  private leaveOpen(): void {
    this.leftOpen.push(...this.open.slice(-1))
    this.open = []
  }
}
