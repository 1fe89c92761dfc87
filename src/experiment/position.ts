/** Line and column (both from 1, columns in UTF-16 units) of an offset in a text; lines end with LF, CRLF or CR. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
