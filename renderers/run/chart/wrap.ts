import type { Measure } from './layout'

/** `text` in lines of at most `width` px, broken between words; a longer word has lines of its own and goes on below. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').flatMap(word => pieces(word, width, measure))) {
    const line = lines.at(-1)
    if (line !== undefined && measure(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A word in pieces that fit, of at least a character. */
function pieces(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const made: string[] = []
  for (const character of word) {
    const last = made.at(-1)
    if (last !== undefined && measure(last + character) <= width) made[made.length - 1] = last + character
    else made.push(character)
  }
  return made
}
