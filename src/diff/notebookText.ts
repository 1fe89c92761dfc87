import type { Notebook } from '../notebook'
import { outputLines } from './outputSummary'
import { DIFF_TEXTS as TEXTS } from './texts'

/** A notebook as lines for people and for line-by-line comparison (git's textconv): sources as they are, outputs in words. */
export const notebookText = ({ cells }: Notebook): string[] =>
  cells.flatMap(({ kind, source, outputs }, i) => [
    TEXTS.cell(i + 1, kind),
    ...source.split('\n'),
    ...outputLines(outputs)
      .flatMap(line => line.split('\n'))
      .map(TEXTS.output),
    ''
  ])
