import type { Shard } from '../sweep'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'

type Environment = Readonly<Record<string, string | undefined>>

const MOST_SHARDS = 100_000

/** The shard that `--shard` means: "i/n", or "auto" for what a scheduler's variables say. Throws a `CommandError`. */
export function shardIn(text: string, environment: Environment): Shard {
  if (text === 'auto') return scheduled(environment)
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  return checked(Number(index), Number(count), CLI_TEXTS.shards.noShard(text))
}

/** Both are NaN where nothing was given. */
function checked(index: number, count: number, sentence: string): Shard {
  if (Number.isInteger(index) && index >= 0 && index < count && count <= MOST_SHARDS) return { index, count }
  throw new CommandError(sentence)
}

/** Schedulers that number their tasks and do not say how many there are: the variable, and the shard's number from it. */
const WITHOUT_COUNT = [
  { name: 'PBS', variable: 'PBS_ARRAY_INDEX', index: '$PBS_ARRAY_INDEX' },
  { name: 'LSF', variable: 'LSB_JOBINDEX', index: '$((LSB_JOBINDEX - 1))' },
  { name: 'Kubernetes', variable: 'JOB_COMPLETION_INDEX', index: '$JOB_COMPLETION_INDEX' }
] as const

function scheduled(environment: Environment): Shard {
  if (isNumber(environment['SLURM_ARRAY_TASK_ID'])) return slurm(environment)
  if (isNumber(environment['SGE_TASK_ID'])) return gridEngine(environment)
  const found = WITHOUT_COUNT.find(({ variable }) => isNumber(environment[variable]))
  throw new CommandError(
    found === undefined ? CLI_TEXTS.shards.noScheduler : CLI_TEXTS.shards.noCount(found.name, found.index)
  )
}

/** Grid Engine says "undefined" outside an array. */
const isNumber = (text: string | undefined): boolean => /^\d+$/.test(text ?? '')

/** Task numbers from _MIN in steps of _STEP. */
function slurm(environment: Environment): Shard {
  const of = (name: string, otherwise: number) => numberIn(environment, `SLURM_ARRAY_TASK_${name}`, otherwise)
  const [min, count, step] = [of('MIN', 0), of('COUNT', NaN), of('STEP', 1)]
  const isEven = of('MAX', min + (count - 1) * step) === min + (count - 1) * step
  return checked(isEven ? (of('ID', NaN) - min) / step : NaN, count, CLI_TEXTS.shards.uneven('Slurm'))
}

/** Task numbers from SGE_TASK_FIRST to SGE_TASK_LAST in steps of SGE_TASK_STEPSIZE. */
function gridEngine(environment: Environment): Shard {
  const of = (name: string, otherwise: number) => numberIn(environment, `SGE_TASK_${name}`, otherwise)
  const [first, step] = [of('FIRST', 1), of('STEPSIZE', 1)]
  const count = Math.floor((of('LAST', NaN) - first) / step) + 1
  return checked((of('ID', NaN) - first) / step, count, CLI_TEXTS.shards.uneven('Grid Engine'))
}

const numberIn = (environment: Environment, name: string, otherwise: number): number =>
  isNumber(environment[name]) ? Number(environment[name]) : otherwise
