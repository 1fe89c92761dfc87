/** "12,345" */
export const count = (number: number): string => number.toLocaleString('en-US')

/** "1 gap", "2 gaps". */
export const counted = (number: number, thing: string): string => `${count(number)} ${thing}${number === 1 ? '' : 's'}`

/** "a, b and c" */
export const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('')
