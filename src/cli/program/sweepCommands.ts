import { Option, type Command } from 'commander'
import { EMIT_TARGETS } from '../emit/emit'
import { merge, type MergeOptions } from '../merge'
import { MOST_SHARDS } from '../shardOption'
import { sweep, type SweepOptions } from '../sweep'
import { worker, type WorkerOptions } from '../worker'
import { ending } from './ending'
import { MOST_WORKERS, options, wholeNumber } from './options'

/** What is done with the runs of a cell on several machines. */
export function addSweepCommands(gradnb: Command): void {
  gradnb
    .command('sweep <file>')
    .description(
      'does a share of the runs of one cell, gives all to the workers of a queue, or prints the job file for a cluster; see merge'
    )
    .option('--cell <name|index>', 'the cell: its name, or its place in the notebook from 1')
    .option(
      '--shard <i/n>',
      'which share, as in 0/4 … 3/4; auto, or auto/4: by the task number of Slurm, Grid Engine, PBS, LSF or Kubernetes'
    )
    .addOption(options.queue('where workers take the runs from'))
    .option(
      '--out <folder>',
      'where to add a line a run; what is there already is not done again (--emit: "runs" beside the notebook if left out)'
    )
    .addOption(
      new Option('--emit <target>', 'print the job file that does all runs, and run nothing').choices(EMIT_TARGETS)
    )
    .option('--shards <n>', '--emit: how many tasks; by how long the runs take if left out', wholeNumber(MOST_SHARDS))
    .option('--command <words>', '--emit: what starts gradnb there, as typed in a shell')
    .option('--image <name>', '--emit kubernetes: the image of its containers')
    .option('--workers <n>', 'threads; one a core if left out (--emit: one a task)', wholeNumber(MOST_WORKERS))
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, given: SweepOptions) => ending(stop => sweep(file, given, stop)))
  gradnb
    .command('worker')
    .description('takes runs from a queue that gradnb sweep --queue fills, on any machine, until it is ended')
    .addOption(options.queue('where the runs are'))
    .option('--folder <folder>', "where the data files of runs are; each must hold the same as the sweep's")
    .addOption(options.workers())
    .addOption(options.timeLimit())
    .addOption(options.quiet())
    .action((given: WorkerOptions) => ending(stop => worker(given, stop)))
  gradnb
    .command('merge <file> <folder>')
    .description('writes the runs that gradnb sweep left in a folder into the notebook, once all are there')
    .addOption(options.cell())
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, folder: string, given: MergeOptions) => ending(stop => merge(file, folder, given, stop)))
}
