import type { Json, Output } from './notebook'

/** The MIME type of an output that says what went wrong: {name, message, stack}. */
export const ERROR_MIME = 'application/vnd.code.notebook.error'

/** An output that says what went wrong. */
export const errorOutput = (name: string, message: string): Output => output(ERROR_MIME, { name, message, stack: '' })

/** An output with one item. */
export const output = (mime: string, data: Json): Output => ({ items: [{ mime, data }], extra: {} })
