/** Characters that end a line, are not seen, or act on a terminal: no emitted file holds them as they are. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/

/** As bash takes it for one word, on one line. */
export function shellWord(word: string): string {
  if (ACTING.test(word)) return `$'${[...word].map(dollarQuoted).join('')}'`
  return /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** Bytes, as what bash makes of \u depends on the locale. */
const dollarQuoted = (character: string): string =>
  ACTING.test(character)
    ? [...Buffer.from(character)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
    : character.replace(/[\\']/, '\\$&')

/** As YAML and Python take it for a text, in double quotes on one line. */
export const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    new RegExp(ACTING, 'g'),
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

/** As Kubernetes takes it in a container's command or arguments, where $(NAME) is a variable. */
export const containerWord = (word: string): string => doubleQuoted(word.replaceAll('$', '$$$$'))

/** A path that no program takes for an option. */
export const plainPath = (path: string): string => (path.startsWith('-') ? `./${path}` : path)
