import type { Measure } from './layout'

/**
 * `text` in lines of at most `width` px, broken between words; a longer word gets a line of its own and is never cut.
 */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && measure(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
