import { Command, InvalidArgumentError } from 'commander'
import { version } from '../../package.json'
import { PEER_NAMES, USUAL_BUDGET, type PeerName } from '../diagnosis'
import { check, type CheckOptions } from './check'
import { doctor, type DoctorOptions } from './doctor'
import { diff, text } from './diff'
import { CommandError, EXIT } from './exitStatus'
import { exportFile, type ExportOptions } from './export'
import { merge, type MergeOptions } from './merge'
import { predict, type PredictOptions } from './predict'
import { complain, print } from './print'
import { run, type RunOptions } from './run'
import { stoppable, type Stop } from './stop'
import { sweep, type SweepOptions } from './sweep'
import { CLI_TEXTS } from './texts'
import { FORMAT_NAMES } from '../sharing/formats'
import { verify, type VerifyOptions } from './verify'

/** The command line: what it understands, and where each command's work is done. */
export function program(): Command {
  const gradnb = new Command('gradnb')
    .description('Runs gradient notebooks and single experiments without an editor.')
    .version(version)
    .showHelpAfterError('(gradnb --help says more)')
    .configureOutput({ writeOut: text => void print(text), writeErr: text => complain(text.trimEnd()) })
    .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage))
  gradnb
    .command('run <file>')
    .description(
      'trains the cells of a .gradnb notebook and writes their outputs back, or the experiment of a .yaml file'
    )
    .option('--json', 'one JSON object a run on standard output, a line each, and nothing else there')
    .option('--cell <name|index>', 'only this cell: its name, or its place in the notebook from 1')
    .option('--no-save', 'leave the notebook file as it is')
    .option('--weights <file>', "writes the trained weights as .safetensors, named as in PyTorch's nn.Sequential")
    .option('--workers <n>', 'threads for cells of many runs; one a core if left out', wholeNumber(MOST_WORKERS))
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, options: RunOptions) => ending(stop => run(file, options, stop)))
  gradnb
    .command('sweep <file>')
    .description('does a share of the runs of one cell, on one of several machines; see merge')
    .option('--cell <name|index>', 'the cell: its name, or its place in the notebook from 1')
    .requiredOption('--shard <i/n>', 'which share, as in 0/4 … 3/4; auto: from the variables of Slurm or Grid Engine')
    .requiredOption('--out <folder>', 'where to add a line a run; what is there already is not done again')
    .option('--workers <n>', 'threads; one a core if left out', wholeNumber(MOST_WORKERS))
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, options: SweepOptions) => ending(stop => sweep(file, options, stop)))
  gradnb
    .command('merge <file> <folder>')
    .description('writes the runs that gradnb sweep left in a folder into the notebook, once all are there')
    .option('--cell <name|index>', 'only this cell: its name, or its place in the notebook from 1')
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, folder: string, options: MergeOptions) => ending(stop => merge(file, folder, options, stop)))
  gradnb
    .command('check <file>')
    .description('lists the problems of every cell and of the files that it names; trains nothing')
    .option('--allow-outside', "let cells name files outside the notebook's folder")
    .action((file: string, options: CheckOptions) => ending(stop => check(file, options, stop)))
  gradnb
    .command('doctor <file>')
    .description('trains the cells and tells what is wrong with each, why, and what may help')
    .option('--fix', 'try remedies with the same seed, and put the cell that helped below the first')
    .option(
      '--budget <n>',
      `runs that remedies of one cell may take (${USUAL_BUDGET} unless you say)`,
      wholeNumber(MOST_RUNS)
    )
    .option('--cell <name|index>', 'only this cell: its name, or its place in the notebook from 1')
    .option('--compat <tool>', `also what the rules of ${PEER_NAMES.join(' or ')} say`, peerIn)
    .option('--json', 'one JSON object a cell on standard output, a line each, and nothing else there')
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, options: DoctorOptions) => ending(stop => doctor(file, options, stop)))
  gradnb
    .command('predict <file>')
    .description('says what theory predicts of each cell before training; trains nothing')
    .option('--json', 'one JSON object a cell on standard output, a line each, and nothing else there')
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, options: PredictOptions) => ending(stop => predict(file, options, stop)))
  gradnb
    .command('verify <files...>')
    .description(
      'runs the cells of notebooks anew and says whether their outputs are the same, bit for bit; changes no file'
    )
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((files: string[], options: VerifyOptions) => ending(stop => verify(files, options, stop)))
  gradnb
    .command('export <file>')
    .description(`writes a notebook with its outputs as ${FORMAT_NAMES.join(', ')}; runs nothing`)
    .requiredOption('--to <format>', `one of ${FORMAT_NAMES.join(', ')}`)
    .option('--out <path>', "where to; the notebook's name with another ending if left out")
    .option('--force', 'overwrite a file that is there')
    .option('--embed', 'md: pictures in the text instead of in files beside it')
    .option('--static', 'html: a page that does not run')
    .option('--pytorch', 'ipynb: experiments as PyTorch that runs')
    .option('--allow-outside', "html, pytorch: let cells read files outside the notebook's folder")
    .action((file: string, options: ExportOptions) => ending(stop => exportFile(file, options, stop)))
  gradnb
    .command('diff <before> <after>')
    .description('says how a notebook has changed: lines of sources, and what matters of outputs in one line each')
    .action((before: string, after: string) => ending(stop => diff(before, after, stop)))
  gradnb
    .command('text <file>')
    .description('prints a notebook as lines of text with its outputs in words, for git to compare (textconv)')
    .action((file: string) => ending(stop => text(file, stop)))
  return gradnb
}

/** Reads a whole number from 1 to `most`. */
const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isInteger(number) && number >= 1 && number <= most) return number
    throw new InvalidArgumentError(CLI_TEXTS.wholeNumber(most))
  }

const [MOST_WORKERS, MOST_RUNS] = [1024, 100]

function peerIn(text: string): PeerName {
  const peer = PEER_NAMES.find(name => name === text)
  if (peer === undefined) throw new InvalidArgumentError(CLI_TEXTS.doctor.unknownPeer(PEER_NAMES))
  return peer
}

/** Sets the status that `command` decides, or that of what stopped it; a `CommandError` becomes its sentence. */
async function ending(command: (stop: Stop) => Promise<number>): Promise<void> {
  process.exitCode = await stoppable(async stop => {
    try {
      const status = await command(stop)
      return stop.status ?? status
    } catch (error) {
      if (stop.status !== null && error === stop.signal.reason) return stop.status
      if (!(error instanceof CommandError)) throw error
      complain(`gradnb: ${error.message}`)
      return error.status
    }
  })
}
