/** A word of a shell that means itself, with its quotes: nothing in it is a variable, a pattern or another command. */
const WORD = /(?:[^\s'"\\$`|&;<>()*?[\]{}~#!]|'[^']*'|"(?:[^"\\$`!]|\\.)*"|\\.)+/y
const PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|[^'"\\]+/g

/** The words that a shell makes of a command; null where it would do more than that, such as put in variables. */
export function shellWords(command: string): string[] | null {
  const words: string[] = []
  const text = command.trim()
  for (let at = 0; at < text.length; at = afterSpaces(text, WORD.lastIndex)) {
    WORD.lastIndex = at
    const [word] = WORD.exec(text) ?? []
    if (word === undefined || isCutShort(text, WORD.lastIndex)) return null
    words.push(unquoted(word))
  }
  return /^\w+=/.test(words[0] ?? '') ? null : words // a variable for the program
}

const isCutShort = (text: string, end: number): boolean => end < text.length && !/\s/.test(text[end]!)

function afterSpaces(text: string, from: number): number {
  const rest = text.slice(from)
  return from + rest.length - rest.trimStart().length
}

const unquoted = (word: string): string =>
  word.replace(
    PART,
    (part, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\([\\"$`])/g, '$1') ?? escaped ?? part
  )
