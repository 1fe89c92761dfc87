import { shortened } from '../text'

/** `text` in lines of at most `width` characters, broken at blanks; a word that is wider than a line is cut off with "…". */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const fitting = shortened(word, width)
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + fitting.length <= width) lines[lines.length - 1] = `${last} ${fitting}`
    else lines.push(fitting)
  }
  return lines
}
