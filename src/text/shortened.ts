/** `text` in at most `most` UTF-16 units; of what is longer the beginning, and "…". No character is cut in half. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${wholeCharacters(text.slice(0, most - 1))}…` : text

/** Without half a surrogate pair at the end. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')
