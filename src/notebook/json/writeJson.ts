import type { Json } from '../notebook'
import { verbatimText } from './verbatim'

/** `value` as JSON.stringify writes it with this indentation, and what is carried verbatim as it was read. */
export function writeJson(value: Json, indent = ''): string {
  const parts: string[] = []
  const colon = indent === '' ? ':' : ': '
  const write = (value: Json, newline: string): void => {
    const kept = verbatimText(value)
    if (kept !== undefined) parts.push(kept)
    else if (typeof value !== 'object' || value === null) parts.push(JSON.stringify(value))
    else if (Array.isArray(value))
      writeAll(
        '[',
        value.map((entry: Json) => ['', entry] as const),
        ']',
        newline
      )
    else {
      const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
      writeAll('{', entries.map(([key, entry]) => [JSON.stringify(key) + colon, entry] as const), '}', newline) // prettier-ignore
    }
  }
  const writeAll = (open: string, all: readonly (readonly [string, Json])[], close: string, newline: string): void => {
    const inner = indent === '' ? '' : newline + indent
    parts.push(open)
    all.forEach(([key, entry], i) => {
      parts.push(i > 0 ? `,${inner}${key}` : inner + key)
      write(entry, inner)
    })
    parts.push(all.length > 0 && indent !== '' ? newline + close : close)
  }
  write(value, '\n')
  return parts.join('')
}
