/** Pixels `from` … `to` - 1 for entries `first` … `last`. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** The part of an axis that is in view, in entries: 0 … n shows all of n. It may begin and end inside an entry. */
export interface AxisWindow {
  readonly from: number
  readonly to: number
}

/**
 * A span for each entry in `window`, or for each pixel where these are fewer, cut off where `present` entries end.
 * Every entry in view belongs to a span: none is skipped.
 */
export function spans({ from, to }: AxisWindow, pixels: number, present: number): Span[] {
  const wide = to - from <= pixels
  const edges = wide ? entryEdges(from, to) : pixelEdges(from, to, pixels)
  const place = (entry: number) => Math.round(((entry - from) / (to - from)) * pixels)
  return edges.slice(1).flatMap((end, i) => {
    const start = edges[i]!
    const span = { from: place(start), to: place(end), first: Math.floor(start), last: Math.ceil(end) - 1 }
    return span.first < present && span.to > span.from ? [{ ...span, last: Math.min(span.last, present - 1) }] : []
  })
}

function entryEdges(from: number, to: number): number[] {
  const inner = Array.from(
    { length: Math.max(0, Math.ceil(to) - Math.floor(from) - 1) },
    (_, i) => Math.floor(from) + 1 + i
  )
  return [from, ...inner, to]
}

const pixelEdges = (from: number, to: number, pixels: number): number[] =>
  Array.from({ length: pixels + 1 }, (_, i) => from + ((to - from) * i) / pixels)
