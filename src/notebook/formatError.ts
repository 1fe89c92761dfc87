/** Bytes that are no notebook. `line` and `column` count from 1. */
export class NotebookFormatError extends Error {
  readonly line: number
  readonly column: number

  constructor(sentence: string, text: string, offset: number) {
    const lines = text.slice(0, offset).split('\n')
    const line = lines.length
    const column = lines.at(-1)!.length + 1
    super(`not a gradient notebook: line ${line}, column ${column}: ${sentence}`)
    this.name = 'NotebookFormatError'
    this.line = line
    this.column = column
  }
}
