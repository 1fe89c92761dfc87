/** A program's text in pieces, one after another. Programs that share a piece name the very same text. */
export type Pieces = readonly string[]

/** The programs that a page runs with. */
export interface Programs {
  /** cells that can be edited and run: a module that exports `start` */
  readonly page: Pieces
  /** the notebook's figures: a module that exports `activate` */
  readonly renderer: Pieces
  /** the engine: a classic worker */
  readonly worker: Pieces
}

/** Programs as JSON with each piece once; a program is the list of its pieces' places. */
export function programsBlock({ page, renderer, worker }: Programs): Uint8Array {
  const pieces = [...new Set([...page, ...renderer, ...worker])]
  const place = new Map(pieces.map((piece, index) => [piece, index]))
  const placesOf = (program: Pieces): number[] => program.map(piece => place.get(piece)!)
  const block = { pieces, page: placesOf(page), renderer: placesOf(renderer), worker: placesOf(worker) }
  return new TextEncoder().encode(JSON.stringify(block))
}
