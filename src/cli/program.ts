import { Command } from 'commander'
import { version } from '../../package.json'
import { check } from './check'
import { CommandError, EXIT } from './exitStatus'
import { run, type RunOptions } from './run'

/** The command line: what it understands, and where each command's work is done. */
export function program(): Command {
  const gradnb = new Command('gradnb')
    .description('Runs gradient notebooks and single experiments without an editor.')
    .version(version)
    .showHelpAfterError('(gradnb --help says more)')
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
    .option('--allow-outside', "let cells read files outside the notebook's folder")
    .action((file: string, options: RunOptions) => ending(() => run(file, options)))
  gradnb
    .command('check <file>')
    .description('lists the problems of every cell; trains nothing')
    .action((file: string) => ending(() => check(file)))
  return gradnb
}

/** Sets the exit status that `command` decides; a `CommandError` becomes its sentence. */
async function ending(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    process.stderr.write(`gradnb: ${error.message}\n`)
    process.exitCode = error.status
  }
}
