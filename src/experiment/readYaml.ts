import { Composer, Lexer, Parser, YAMLParseError, type CST, type Document } from 'yaml'
import { mayBeStrange, type Strange } from './problems/characters/strange'
import { Watch } from './problems/characters/watch'
import { OpenEnds, type Lexical } from './lexical'
import type { Problem, Range } from './problems/problem'
import { TEXTS } from './texts/texts'

/** What a cell's text may be at most: more than anyone writes, and no more than can be read between two keystrokes. */
export const TEXT_BOUNDS = {
  characters: 200_000,
  /** words, signs and runs of blanks */
  pieces: 6_000,
  /** mappings and lists within each other */
  nesting: 32
}

/** A text as YAML, as far as it can be read; `refused` says why it was not read at all. */
export type YamlText = Readable | { readonly document: null; readonly refused: Problem }

export interface Readable {
  readonly document: Document.Parsed
  readonly refused: null
  readonly directive: Range | null
  readonly strange: StrangeCharacters
  readonly lexical: Lexical
}

/** The characters outside quotes and comments that are not what they look like. */
export interface StrangeCharacters {
  /** that no one sees, and quotes that are none */
  readonly unseen: readonly Strange[]
  /** that look like the signs of YAML */
  readonly structure: readonly Strange[]
}

/**
 * Reads `text` in time that grows with its length only, and never throws: the bounds are checked before the library's
 * recursion, which would run out of stack, sees anything.
 */
export function readYaml(text: string): YamlText {
  const { characters } = TEXT_BOUNDS
  if (text.length > characters) {
    const message = TEXTS.yaml.tooLong(characters, text.length)
    return refused({ start: characters, end: text.length, message })
  }
  const { tokens, tooMuch, ...seen } = tokensOf(text)
  if (tooMuch !== null) return refused(tooMuch)
  return { document: documentOf(tokens, text.length), directive: directiveOf(tokens), refused: null, ...seen }
}

type Refusal = Pick<Problem, 'start' | 'end' | 'message'>

const refused = (problem: Refusal): YamlText => ({
  document: null,
  refused: { code: 'limit', ...problem }
})

/** The first `%…` line. */
function directiveOf(tokens: readonly CST.Token[]): Range | null {
  const found = tokens.find(token => token.type === 'directive')
  return found ? { start: found.offset, end: found.offset + found.source.length } : null
}

interface Tokens {
  readonly tokens: readonly CST.Token[]
  readonly tooMuch: Refusal | null
  readonly strange: StrangeCharacters
  readonly lexical: Lexical
}

/** The library's parser keeps a stack of its own, so that depth can be seen before anything recurses. */
function tokensOf(text: string): Tokens {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  const watch = mayBeStrange(text) ? new Watch() : null
  const lexical = new OpenEnds()
  let pieces = 0
  for (const lexeme of new Lexer().lex(text)) {
    const start = Math.min(parser.offset, text.length - 1)
    watch?.see(lexeme, parser)
    lexical.see(lexeme, parser.offset)
    for (const token of parser.next(lexeme)) tokens.push(token)
    const message = excess(++pieces, parser.stack.length)
    if (message !== null)
      return { tokens, tooMuch: { start, end: start + 1, message }, strange: NOTHING_STRANGE, lexical }
  }
  tokens.push(...parser.end())
  return { tokens, tooMuch: null, strange: watch ?? NOTHING_STRANGE, lexical }
}

const NOTHING_STRANGE: StrangeCharacters = { unseen: [], structure: [] }

function excess(pieces: number, depth: number): string | null {
  const most = TEXT_BOUNDS
  // The document and the scalar that is being read are on the stack, too.
  if (depth > most.nesting + 2) return TEXTS.yaml.tooDeep(most.nesting)
  if (pieces > most.pieces) return TEXTS.yaml.tooManyPieces(most.pieces)
  return null
}

const OPTIONS = { version: '1.2', prettyErrors: false, uniqueKeys: false, stringKeys: true } as const

/** Each error captures a stack that no one reads, which takes ten times as long as all the rest. */
function documentOf(tokens: readonly CST.Token[], length: number): Document.Parsed {
  const errors = Error as { stackTraceLimit?: number }
  const limit = errors.stackTraceLimit
  errors.stackTraceLimit = 0
  try {
    return firstDocument(tokens, length)
  } finally {
    errors.stackTraceLimit = limit
  }
}

/** As the library's parseDocument: what follows the first document is an error. */
function firstDocument(tokens: readonly CST.Token[], length: number): Document.Parsed {
  const [first, second] = firstTwo(new Composer(OPTIONS).compose(tokens, true, length))
  if (second) {
    const [start, end] = second.range
    first!.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', ''))
  }
  return first!
}

function firstTwo<T>(items: Iterable<T>): T[] {
  const found: T[] = []
  for (const item of items) if (found.push(item) === 2) break
  return found
}
