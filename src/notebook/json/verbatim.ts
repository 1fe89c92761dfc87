import type { Json, JsonObject } from '../notebook'

/**
 * JSON that JavaScript's values cannot hold, as the text it has in a file: `{"gradnb.verbatim": "1e400"}`. It is plain JSON, so that
 * it survives the way through VS Code's metadata, and `writeJson` writes the text back as it was. An object of a file that has this
 * key itself is carried in the same way, so that nothing can be mistaken for it.
 */
export const VERBATIM = 'gradnb.verbatim'

export const verbatim = (text: string): JsonObject => ({ [VERBATIM]: text })

/** The text that `value` carries; undefined for all other values. */
export function verbatimText(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const text = (value as JsonObject)[VERBATIM]
  return typeof text === 'string' && Object.keys(value).length === 1 && isJson(text) ? text : undefined
}

/** No metadata that others wrote shall make a file unreadable. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
