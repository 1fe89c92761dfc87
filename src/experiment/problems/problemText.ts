import { positionAt } from '../position'
import type { Problem } from './problem'
import { TEXTS } from '../texts/texts'

/** The name of the error output that lists a cell's problems. */
export const PROBLEMS_NAME = TEXTS.problems.title

/** The problems of a cell as the lines of its error output, each with its place. */
export const problemLines = (text: string, problems: readonly Problem[]): string =>
  problems
    .map(({ start, message }) => {
      const { line, column } = positionAt(text, start)
      return TEXTS.problems.at(line, column, message)
    })
    .join('\n')
