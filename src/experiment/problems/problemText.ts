import { positionAt } from '../position'
import type { Problem } from './problem'

/** The name of the error output that lists a cell's problems. */
export const PROBLEMS_NAME = 'This cell cannot run yet'

/** The problems of a cell as the lines of its error output, each with its place. */
export const problemLines = (text: string, problems: readonly Problem[]): string =>
  problems
    .map(({ start, message }) => {
      const { line, column } = positionAt(text, start)
      return `line ${line}, column ${column}: ${message}`
    })
    .join('\n')
