import { TEXTS } from './texts'

/** Bytes that cannot be opened as a notebook. `line` and `column` count from 1. */
export class NotebookFormatError extends Error {
  readonly line: number
  readonly column: number

  constructor(sentence: string, text: string, offset: number) {
    const { line, column } = placeOf(text, offset)
    super(TEXTS.cannotOpen(line, column, sentence))
    this.name = 'NotebookFormatError'
    this.line = line
    this.column = column
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  let [line, start] = [1, 0]
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}
