import { InvalidArgumentError, Option, type Command } from 'commander'
import { DEFAULT_LIMITS, MOST_RECORD_CELLS, type Limits } from '../../experiment'
import { MOST_SWEEP_RUNS } from '../../record'
import { grouped, limitOption, limitVariable } from '../../text'
import { LIMIT_NAMES } from '../limitOptions'
import { CLI_TEXTS } from '../texts'

export const MOST_WORKERS = 1024
const [MOST_TRIALS, A_WEEK, ANY] = [100, 7 * 24 * 3600, Number.MAX_SAFE_INTEGER]

/** Options that several commands take, each made anew. */
export const options = {
  cell: () => new Option('--cell <name|index>', 'only this cell: its name, or its place in the notebook from 1'),
  json: (what: string) =>
    new Option('--json', `one JSON object a ${what} on standard output, a line each, and nothing else there`),
  records: () =>
    new Option(
      '--records',
      'as --json, with the whole record of each run of a cell of many runs, for which it is trained again'
    ).implies({ json: true }),
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
  quiet: () => new Option('-q, --quiet', 'results and errors only: no progress and no remarks'),
  allowOutside: () => new Option('--allow-outside', "let cells read files outside the notebook's folder")
} as const

/** What each limit counts, and the most that it can be raised to. */
const LIMITS: Readonly<Record<keyof Limits, readonly [what: string, most: number]>> = {
  runs: ['runs that a cell may make', MOST_SWEEP_RUNS],
  epochs: ['epochs of a run', ANY],
  parameters: ['parameters of a net', ANY],
  samples: ['samples of a data set', ANY],
  dataNumbers: ['samples × inputs', ANY],
  recordCells: ['layers × epochs of a run', MOST_RECORD_CELLS],
  fileBytes: ['bytes of a data file, unpacked', ANY]
}

/** Commands that do what cells ask for, or look whether they may ask for it. */
const LIMITED = ['run', 'check', 'predict', 'doctor', 'verify', 'sweep', 'worker', 'merge', 'export']

/** Adds the options that raise limits of cells to the commands that have any. */
export function addLimits({ commands }: Command): void {
  for (const command of commands)
    if (LIMITED.includes(command.name())) limitsOf(command.name()).forEach(option => command.addOption(option))
}

/** A worker knows runs, and nothing of how many there are. */
const limitsOf = (command: string): Option[] =>
  LIMIT_NAMES.filter(name => name !== 'runs' || command !== 'worker').map(name => {
    const [what, most] = LIMITS[name]
    return new Option(`${limitOption(name)} <n>`, `${what} (${grouped(DEFAULT_LIMITS[name])} unless you say otherwise)`)
      .env(limitVariable(name))
      .argParser(wholeNumber(most))
  })

/** Reads a whole number from 1 to `most`. */
export const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isInteger(number) && number >= 1 && number <= most) return number
    throw new InvalidArgumentError(CLI_TEXTS.wholeNumber(most))
  }
