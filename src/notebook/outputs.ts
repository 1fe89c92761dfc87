import type { Json, Output, OutputItem } from './notebook'

/** The MIME type of an output that says what went wrong: {name, message, stack}. */
export const ERROR_MIME = 'application/vnd.code.notebook.error'

/** The MIME type of what other programs show as text. */
export const TEXT_MIME = 'text/plain'

/** What an output shows that is text alone; null where it has none. */
export function textIn(items: readonly OutputItem[]): string | null {
  const text = items.find(({ mime }) => mime === TEXT_MIME)?.data
  return typeof text === 'string' && text !== '' ? text : null
}

/** An output that says what went wrong. */
export const errorOutput = (name: string, message: string): Output => output(ERROR_MIME, { name, message, stack: '' })

/** An output with one item. */
export const output = (mime: string, data: Json): Output => ({ items: [{ mime, data }], extra: {} })
