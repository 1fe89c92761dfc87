import type { Shard } from '../sweep'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'

type Environment = Readonly<Record<string, string | undefined>>

export const MOST_SHARDS = 100_000

/** Says how many shards there are where a scheduler does not, or not reliably; `--emit kubernetes` sets it. */
export const SHARDS_VARIABLE = 'GRADNB_SHARDS'

/**
 * The shard that `--shard` means: "i/n", "auto/n" for the task number of a scheduler, or "auto" for what its variables say; GRADNB_SHARDS
 * in the environment is the n of "auto". Throws a `CommandError`.
 */
export function shardIn(text: string, environment: Environment): Shard {
  const [, index, count] = /^(auto|\d{1,6})(?:\/(\d{1,6}))?$/.exec(text) ?? []
  if (index !== 'auto') return checked(Number(index), Number(count), CLI_TEXTS.shards.noShard(text))
  const set = environment[SHARDS_VARIABLE] ?? ''
  if (count === undefined && set === '') return scheduled(environment)
  return numbered(
    environment,
    checkedCount(count ?? set, count === undefined ? `${SHARDS_VARIABLE}=${set}` : `--shard ${text}`)
  )
}

/** Both are NaN where nothing was given. */
function checked(index: number, count: number, sentence: string): Shard {
  if (Number.isInteger(index) && index >= 0 && index < count && count <= MOST_SHARDS) return { index, count }
  throw new CommandError(sentence)
}

function checkedCount(text: string, told: string): number {
  const count = isNumber(text) ? Number(text) : 0
  if (count >= 1 && count <= MOST_SHARDS) return count
  throw new CommandError(CLI_TEXTS.shards.noShardCount(told, MOST_SHARDS))
}

/** Schedulers, the variable in which each numbers its tasks, and the number of the first shard's task. */
const SCHEDULERS = [
  { name: 'Slurm', variable: 'SLURM_ARRAY_TASK_ID', first: 0 },
  { name: 'Grid Engine', variable: 'SGE_TASK_ID', first: 1 },
  { name: 'PBS', variable: 'PBS_ARRAY_INDEX', first: 0 },
  { name: 'Torque', variable: 'PBS_ARRAYID', first: 0 },
  { name: 'LSF', variable: 'LSB_JOBINDEX', first: 1 },
  { name: 'Kubernetes', variable: 'JOB_COMPLETION_INDEX', first: 0 }
] as const

/** Grid Engine says "undefined" outside an array. */
const isNumber = (text: string | undefined): boolean => /^\d{1,9}$/.test(text ?? '')

const schedulerIn = (environment: Environment) => {
  const found = SCHEDULERS.find(({ variable }) => isNumber(environment[variable]))
  if (found === undefined) throw new CommandError(CLI_TEXTS.shards.noScheduler)
  return found
}

/** The task's number decides alone, so that a task that is sent again by itself does the same shard. */
function numbered(environment: Environment, count: number): Shard {
  const { name, variable, first } = schedulerIn(environment)
  const task = Number(environment[variable])
  return checked(task - first, count, CLI_TEXTS.shards.taskOutside(name, task, first, count))
}

function scheduled(environment: Environment): Shard {
  const { name } = schedulerIn(environment)
  if (name === 'Slurm') return slurm(environment)
  if (name === 'Grid Engine') return gridEngine(environment)
  throw noCount(name)
}

const noCount = (scheduler: string): CommandError =>
  new CommandError(CLI_TEXTS.shards.noCount(scheduler, SHARDS_VARIABLE))

/** Task numbers from _MIN in steps of _STEP. */
function slurm(environment: Environment): Shard {
  const of = (name: string, otherwise: number) => numberIn(environment, `SLURM_ARRAY_TASK_${name}`, otherwise)
  const [min, count, step] = [of('MIN', 0), of('COUNT', NaN), of('STEP', 1)]
  if (Number.isNaN(count)) throw noCount('Slurm')
  const isEven = of('MAX', min + (count - 1) * step) === min + (count - 1) * step
  return checked(isEven ? (of('ID', NaN) - min) / step : NaN, count, CLI_TEXTS.shards.uneven('Slurm'))
}

/** Task numbers from SGE_TASK_FIRST to SGE_TASK_LAST in steps of SGE_TASK_STEPSIZE. */
function gridEngine(environment: Environment): Shard {
  const of = (name: string, otherwise: number) => numberIn(environment, `SGE_TASK_${name}`, otherwise)
  const [first, step] = [of('FIRST', 1), of('STEPSIZE', 1)]
  const count = Math.floor((of('LAST', NaN) - first) / step) + 1
  if (Number.isNaN(count)) throw noCount('Grid Engine')
  return checked((of('ID', NaN) - first) / step, count, CLI_TEXTS.shards.uneven('Grid Engine'))
}

const numberIn = (environment: Environment, name: string, otherwise: number): number =>
  isNumber(environment[name]) ? Number(environment[name]) : otherwise
