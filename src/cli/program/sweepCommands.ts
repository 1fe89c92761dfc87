import type { Command } from 'commander'
import { merge, type MergeOptions } from '../merge'
import { sweep, type SweepOptions } from '../sweep'
import { ending } from './ending'
import { options } from './options'

/** What is done with the runs of a cell on several machines. */
export function addSweepCommands(gradnb: Command): void {
  gradnb
    .command('sweep <file>')
    .description('does a share of the runs of one cell, on one of several machines; see merge')
    .option('--cell <name|index>', 'the cell: its name, or its place in the notebook from 1')
    .requiredOption('--shard <i/n>', 'which share, as in 0/4 … 3/4; auto: from the variables of Slurm or Grid Engine')
    .requiredOption('--out <folder>', 'where to add a line a run; what is there already is not done again')
    .addOption(options.workers())
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, given: SweepOptions) => ending(stop => sweep(file, given, stop)))
  gradnb
    .command('merge <file> <folder>')
    .description('writes the runs that gradnb sweep left in a folder into the notebook, once all are there')
    .addOption(options.cell())
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, folder: string, given: MergeOptions) => ending(stop => merge(file, folder, given, stop)))
}
