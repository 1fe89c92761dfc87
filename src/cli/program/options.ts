import { InvalidArgumentError, Option } from 'commander'
import { DEFAULT_LIMITS } from '../../experiment'
import { MOST_SWEEP_RUNS } from '../../record'
import { CLI_TEXTS } from '../texts'

export const MOST_WORKERS = 1024
const [MOST_TRIALS, A_WEEK] = [100, 7 * 24 * 3600]

/** Options that several commands take, each made anew. */
export const options = {
  cell: () => new Option('--cell <name|index>', 'only this cell: its name, or its place in the notebook from 1'),
  json: (what: string) =>
    new Option('--json', `one JSON object a ${what} on standard output, a line each, and nothing else there`),
  workers: () =>
    new Option('--workers <n>', 'threads for cells of many runs; one a core if left out').argParser(
      wholeNumber(MOST_WORKERS)
    ),
  queue: (what: string) =>
    new Option('--queue <url>', `${what}: redis://host:6379, rediss:// for TLS; $GRADNB_QUEUE_URL if left out`),
  timeLimit: () =>
    new Option('--time-limit <seconds>', 'a run that takes longer fails; an hour if left out').argParser(
      wholeNumber(A_WEEK)
    ),
  budget: (usual: number) =>
    new Option('--budget <n>', `runs that remedies of one cell may take (${usual} unless you say otherwise)`).argParser(
      wholeNumber(MOST_TRIALS)
    ),
  maxRuns: () =>
    new Option(
      '--max-runs <n>',
      `how many runs a cell may make (${DEFAULT_LIMITS.runs} unless you say otherwise)`
    ).argParser(wholeNumber(MOST_SWEEP_RUNS)),
  quiet: () => new Option('-q, --quiet', 'results and errors only: no progress and no remarks'),
  allowOutside: () => new Option('--allow-outside', "let cells read files outside the notebook's folder")
} as const

/** Reads a whole number from 1 to `most`. */
export const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isInteger(number) && number >= 1 && number <= most) return number
    throw new InvalidArgumentError(CLI_TEXTS.wholeNumber(most))
  }
