import { visibleLine } from '../../text'

/**
 * Everything that Markdown, as GitHub reads it, or HTML in it may take for markup (CommonMark 0.31, 2.4; GFM 6.9), as it can stand
 * anywhere in a paragraph.
 */
export const escapeMarkdown = (text: string): string =>
  visibleLine(text)
    .replace(/[\\`*_[\]<>|~$&@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^(\s*)([#+\-=]|\d+(?=[.)]))/, escapeStart)

/** What begins a list or a heading at the start of a paragraph. */
const escapeStart = (_: string, space: string, start: string): string =>
  /\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`

/** A block of code that ends where `text` ends, whatever backticks are in it. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}${language}\n${text}\n${fence}`
}
