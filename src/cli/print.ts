import { visible } from '../text'

/** The colours of a heatmap (export/shades): the only escape sequences that this program means. */
const COLOUR = /(\u001b\[[\d;]*m)/

/** Writes `text` to standard output, with what would act on a terminal shown as \u001b. Resolves when it is written, or lost. */
export const print = (text: string): Promise<void> => writeOut(visible(text))

/** Writes a picture whose texts are visible already; its colours stay. */
export const paint = (picture: string): Promise<void> =>
  writeOut(
    picture
      .split(COLOUR)
      .map((part, i) => (i % 2 === 1 ? part : visible(part)))
      .join('')
  )

/** Writes `sentence` as a line of standard error. */
export const complain = (sentence: string): void => void process.stderr.write(`${visible(sentence)}\n`)

/** What happens to a standard output that takes no more is up to who listens to its errors (`Stop`). */
const writeOut = (text: string): Promise<void> => new Promise(resolve => process.stdout.write(text, () => resolve()))
