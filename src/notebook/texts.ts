/** Why a file cannot be opened as a notebook, in English; every other file of the room names a text. */
export const TEXTS = {
  cannotOpen: (line: number, column: number, why: string) =>
    `this notebook cannot be opened: line ${line}, column ${column}: ${why}`,

  tooLarge: 'the file is larger than 500 MB',
  notUtf8: 'these bytes are not UTF-8 text',
  empty: 'the file is empty',
  cutOff: 'the file ends in the middle: it may be half-written',
  notJson: (what: string) => `this is not JSON (${what})`,
  mergeConflict: (marker: string) =>
    `the file has an unresolved merge conflict (${marker}); keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>`,
  tooDeep: (most: number) => `brackets nest more than ${most} deep`,
  repeatedKey: (key: string) => `the key "${key}" appears twice in one object; keep one of the two`,

  /** The parts of a notebook. */
  notebook: 'a notebook',
  cell: 'a cell',
  line: 'a line of "source"',
  version: '"gradnb" should be the format’s version, 1',
  newer: (version: string, ours: number) =>
    `format ${version} was written by a newer gradnb; this one reads up to format ${ours}: update it`,
  reservedId: (id: string) => `no cell may have the id "${id}"`,
  kind: '"kind" should be "markdown" or "experiment"',
  object: (what: string) => `${what} should be an object {…}`,
  list: (what: string) => `${what} should be a list […]`,
  text: (what: string) => `${what} should be text`,
  needs: (what: string, key: string) => `${what} needs "${key}"`
}
