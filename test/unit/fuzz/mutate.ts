import type { Random } from '../../../src/arithmetic'
import type { Sequence } from './sequence'

/** What inputs are made of. */
export interface Material<S> {
  /** valid inputs, or nearly so */
  readonly corpus: readonly S[]
  /** pieces that mean something to the reader: keywords, brackets, headers */
  readonly tokens: readonly S[]
  /** no input gets longer by more than its last change */
  readonly longest: number
}

/** An input that no one would write: one of the corpus after a few changes, or now and then tokens in any order. */
export function mutated<S>(sequence: Sequence<S>, material: Material<S>, random: Random): S {
  const draw = (bound: number) => random.integer(Math.max(1, bound))
  const { corpus, tokens, longest } = material
  const start = draw(10) > 0 ? corpus[draw(corpus.length)]! : salad(sequence, tokens, draw)
  let value = start
  for (let changes = draw(draw(12)) + 1; changes > 0; changes--) {
    if (sequence.length(value) > longest) value = sequence.slice(value, 0, longest)
    value = CHANGES[draw(CHANGES.length)]!(editor(sequence, value, material, draw))
  }
  return value
}

type Draw = (bound: number) => number

const salad = <S>({ joined, odd }: Sequence<S>, tokens: readonly S[], draw: Draw): S =>
  joined(
    Array.from({ length: draw(40) }, () =>
      draw(3) > 0 && tokens.length > 0 ? tokens[draw(tokens.length)]! : odd(draw)
    )
  )

/** A value with what its changes need: places in it and pieces to put there. */
interface Editor<S> {
  readonly draw: Draw
  readonly length: number
  readonly longest: number
  /** a piece of the value, a token or something odd */
  readonly piece: () => S
  readonly part: (start: number, end: number) => S
  /** the value with `middle` in place of what is between `start` and `end` */
  readonly replaced: (start: number, end: number, ...middle: readonly S[]) => S
  /** a place, and another at or after it: mostly near */
  readonly span: () => readonly [number, number]
  readonly other: () => S
  readonly size: (piece: S) => number
  readonly joined: (parts: readonly S[]) => S
}

function editor<S>(sequence: Sequence<S>, value: S, { corpus, tokens, longest }: Material<S>, draw: Draw): Editor<S> {
  const length = sequence.length(value)
  const part = (start: number, end: number) => sequence.slice(value, start, end)
  const span = () => {
    const start = draw(length + 1)
    return [start, Math.min(length, start + draw(draw(3) > 0 ? 8 : length + 1))] as const
  }
  const piece = () => {
    const kind = draw(4)
    return kind === 0
      ? part(...span())
      : kind === 1 || tokens.length === 0
        ? sequence.odd(draw)
        : tokens[draw(tokens.length)]!
  }
  const replaced = (start: number, end: number, ...middle: readonly S[]) =>
    sequence.joined([part(0, start), ...middle, part(end, length)])
  return {
    draw,
    length,
    longest,
    piece,
    part,
    replaced,
    span,
    other: () => corpus[draw(corpus.length)]!,
    size: sequence.length,
    joined: sequence.joined
  }
}

type Change = <S>(editor: Editor<S>) => S

const remove: Change = ({ span, replaced }) => replaced(...span())

const insert: Change = ({ span, piece, replaced }) => {
  const [at] = span()
  return replaced(at, at, piece())
}

const replace: Change = ({ span, piece, replaced }) => replaced(...span(), piece())

/** Keeps the length, so that what counts offsets goes on reading. */
const overwrite: Change = ({ span, piece, size, replaced, length }) => {
  const [at] = span()
  const made = piece()
  return replaced(at, Math.min(length, at + size(made)), made)
}

/** From a few times to as often as there is room. */
const repeat: Change = ({ span, draw, piece, part, longest, replaced, joined, size }) => {
  const [start, end] = span()
  const made = draw(2) > 0 ? part(start, end) : piece()
  const most = Math.floor(longest / Math.max(1, size(made)))
  const times = draw(4) > 0 ? draw(5) : draw(most)
  return replaced(end, end, joined(Array.from({ length: times }, () => made)))
}

const transpose: Change = ({ span, part, replaced, draw }) => {
  const [start, end] = span()
  const middle = start + draw(end - start)
  return replaced(start, end, part(middle, end), part(start, middle))
}

/** The beginning of this and the end of another. */
const splice: Change = ({ span, other, replaced, length }) => replaced(span()[0], length, other())

const cutOff: Change = ({ span, part }) => part(0, span()[0])

const CHANGES: readonly Change[] = [
  remove,
  insert,
  insert,
  replace,
  replace,
  overwrite,
  overwrite,
  repeat,
  transpose,
  splice,
  cutOff
]
