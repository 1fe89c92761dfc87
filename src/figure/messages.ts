import { parseChoice, type Choice } from './choice'

/** What a figure asks of the extension. Cells are named by the id that stands in their output's metadata. */
export type FromFigure =
  /** a person chose: keep it with the cell */
  | { readonly type: 'choose'; readonly cell: string; readonly choice: Choice }
  /** a figure was drawn anew: which choice does its cell hold now? */
  | { readonly type: 'ask'; readonly cell: string }
  /** ask for a place and write a file there; `data` is base64, as messages lose bytes */
  | { readonly type: 'save'; readonly name: string; readonly data: string }
  /** show text in an editor of its own, not saved */
  | { readonly type: 'open'; readonly language: string; readonly text: string }

/** What the extension tells all figures of a cell. */
export interface ToFigure {
  readonly type: 'chosen'
  readonly cell: string
  readonly choice: Choice | null
}

/** A message from a webview, whose contents nobody has checked; null if it is none of ours. */
export function parseFromFigure(value: unknown): FromFigure | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, cell, choice, name, data, language, text } = value as { readonly [key: string]: unknown }
  const chosen = parseChoice(choice)
  if (type === 'choose' && isText(cell) && chosen) return { type, cell, choice: chosen }
  if (type === 'ask' && isText(cell)) return { type, cell }
  if (type === 'save' && isText(name) && isText(data)) return { type, name, data }
  if (type === 'open' && isText(language) && isText(text)) return { type, language, text }
  return null
}

/** A message of the extension, or null. */
export function parseToFigure(value: unknown): ToFigure | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, cell, choice } = value as { readonly [key: string]: unknown }
  return type === 'chosen' && isText(cell) ? { type, cell, choice: parseChoice(choice) } : null
}

const isText = (value: unknown): value is string => typeof value === 'string'
