import type { Command } from 'commander'
import { FORMAT_NAMES } from '../../sharing/formats'
import { diff, text } from '../diff'
import { exportFile, type ExportOptions } from '../export'
import { mergeDriver } from '../mergeDriver'
import { ending } from './ending'
import { options } from './options'

/** What is made of notebooks without running anything. */
export function addFileCommands(gradnb: Command): void {
  addExport(gradnb)
  gradnb
    .command('diff <before> <after>')
    .description('says how a notebook has changed: lines of sources, and what matters of outputs in one line each')
    .action((before: string, after: string) => ending(stop => diff(before, after, stop)))
  gradnb
    .command('text <file>')
    .description('prints a notebook as lines of text with its outputs in words, for git to compare (textconv)')
    .action((file: string) => ending(stop => text(file, stop)))
  gradnb
    .command('merge-driver <base> <ours> <theirs>')
    .description('merges two versions of a notebook cell by cell into the second file, as git asks its merge drivers')
    .action((base: string, ours: string, theirs: string) => ending(stop => mergeDriver(base, ours, theirs, stop)))
}

const addExport = (gradnb: Command): Command =>
  gradnb
    .command('export <file>')
    .description(`writes a notebook with its outputs as ${FORMAT_NAMES.join(', ')}; runs nothing`)
    .addOption(gradnb.createOption('--to <format>', 'what to write').choices(FORMAT_NAMES).makeOptionMandatory())
    .option('--out <path>', "where to; the notebook's name with another ending if left out")
    .option('--force', 'overwrite a file that is there')
    .option('--embed', 'md: pictures in the text instead of in files beside it')
    .option('--static', 'html: a page that does not run')
    .option('--pytorch', 'ipynb: experiments as PyTorch that runs')
    .option('--allow-outside', "html, pytorch: let cells read files outside the notebook's folder")
    .addOption(options.quiet())
    .action((file: string, given: ExportOptions) => ending(stop => exportFile(file, given, stop)))
