/** What people and programs write where they have no value; in lower case. */
const GAPS: ReadonlySet<string> = new Set([
  ...['', 'na', 'n/a', '#n/a', '<na>', 'nan', '#nan', 'null', '#null!', 'none', 'nil', 'missing'],
  ...['?', '-', '--', '–', '—', '.', '..', '…']
])

const LONGEST_GAP = 7

/** Whether a text without white space around it stands for a value that is missing. */
export const isGap = (text: string): boolean =>
  text.length === 0 || (text.length <= LONGEST_GAP && GAPS.has(text.toLowerCase()))
