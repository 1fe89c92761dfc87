import { realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { version as gradnbVersion } from '../../../package.json'
import { filesOfCell } from '../../experiment'
import { carriedOf, type CarriedOptions } from '../carriedOptions'
import { digest } from '../digest'
import { CommandError } from '../exitStatus'
import type { Input } from '../input'
import { print } from '../print'
import type { FoundSweep } from '../sweepCells'
import { CLI_TEXTS } from '../texts'
import { sweepCost } from './cost'
import type { JobFile } from './jobFile'
import { jobName } from './jobName'
import { kubernetesJob } from './kubernetes'
import { shellWord } from './quoting'
import { shardPlan, type ShardPlan } from './shardPlan'
import { slurmJob } from './slurm'
import { snakemakeJob } from './snakemake'
import { EMIT_TEXTS } from './texts'

const TARGETS = { slurm: slurmJob, kubernetes: kubernetesJob, snakemake: snakemakeJob }

export type EmitTarget = keyof typeof TARGETS
export const EMIT_TARGETS = Object.keys(TARGETS) as EmitTarget[]

export interface EmitOptions extends CarriedOptions {
  readonly emit: EmitTarget
  readonly shards?: number
  readonly workers?: number
  readonly out?: string
  readonly command?: string
  readonly image?: string
}

/** Where the lines of runs go unless `--out` says otherwise: a folder beside the notebook. */
const USUAL_OUT = 'runs'

/** `gradnb sweep --emit`: prints the job file that does the runs of a cell on many machines, and nothing else. Runs nothing. */
export async function emit(input: Input, found: FoundSweep, options: EmitOptions): Promise<void> {
  if (input.notebook === null) throw new CommandError(CLI_TEXTS.shards.noNotebook(input.file))
  if (options.image?.trim() === '') throw new CommandError(EMIT_TEXTS.noImage)
  const plan = await planOf(input, found, options)
  await print(TARGETS[options.emit](jobFile(input, found, plan, options)))
}

async function planOf({ file }: Input, { sweep }: FoundSweep, options: EmitOptions): Promise<ShardPlan> {
  const sizes = filesOfCell(sweep).named.map(name => sizeOf(path.resolve(path.dirname(file), name)))
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return shardPlan(sweep.expansion.count, sweepCost(sweep), bytes, options)
}

/** 0 for a file that is not there: its task will say so. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0
  )

function jobFile({ file }: Input, { cell, name }: FoundSweep, plan: ShardPlan, options: EmitOptions): JobFile {
  const [folder, notebook] = [path.dirname(path.resolve(file)), path.basename(file)]
  const place = outPlace(folder, options)
  return {
    ...{ plan, folder, notebook, cell: name, ...place },
    ...carriedOf(options),
    name: jobName(path.parse(notebook).name, name),
    version: digest(JSON.stringify([cell.text, cell.siblings]), 8),
    command: commandOf(options),
    image: options.image ?? `gradnb:${gradnbVersion}`
  }
}

function outPlace(folder: string, { out, emit: target }: EmitOptions): Pick<JobFile, 'out' | 'isOutInside'> {
  const whole = out === undefined ? path.join(folder, USUAL_OUT) : path.resolve(out)
  const way = path.relative(folder, whole)
  const isOutInside = way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
  if (!isOutInside && target === 'kubernetes') throw new CommandError(EMIT_TEXTS.notInVolume(whole, folder))
  return { isOutInside, out: isOutInside ? `./${way.split(path.sep).join('/')}` : whole }
}

/** What `--command` says; else, where machines share their files, the Node.js and the program that run now. */
function commandOf({ command, emit: target }: EmitOptions): string {
  if (command === undefined)
    return target === 'kubernetes'
      ? 'gradnb'
      : [process.execPath, realpathSync(process.argv[1]!)].map(shellWord).join(' ')
  if (command.trim() === '') throw new CommandError(EMIT_TEXTS.noCommand)
  if (/[\r\n]/.test(command)) throw new CommandError(EMIT_TEXTS.commandLines)
  return command
}
