import { Command } from 'commander'
import { version } from '../../../package.json'
import { EXIT } from '../exitStatus'
import { complain, print } from '../print'
import { addCellCommands } from './cellCommands'
import { exampleText } from './examples'
import { addCompletionCommands } from './completionCommands'
import { addFileCommands } from './fileCommands'
import { addLimits } from './options'
import { addSweepCommands } from './sweepCommands'

const STATUS = `Exit status:
  0  done
  1  problems: a cell is wrong or failed, outputs differ, or runs are missing
  2  wrong usage, or a file that cannot be read or written
  128 + the number of a signal that ended it: 130 after Ctrl+C, 143 after SIGTERM`

const ENVIRONMENT = `Environment:
  NO_COLOR     no colours, even in a terminal
  FORCE_COLOR  colours, even in a pipe or a file: 1 or 2 for 256 of them, 3 for all
  GRADNB_QUEUE_URL       where the queue of sweep and worker is
  GRADNB_QUEUE_USERNAME  who asks it, and the password: better than in the address,
  GRADNB_QUEUE_PASSWORD  as other people of the machine see a command's words`

/** The command line: what it understands, and where each command's work is done. */
export function program(): Command {
  const gradnb = new Command('gradnb')
    .description('Runs gradient notebooks and single experiments without an editor.')
    .version(version)
    .configureOutput({ writeOut: text => void print(text), writeErr: text => complain(text.trimEnd()) })
    .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage))
  addCellCommands(gradnb)
  addSweepCommands(gradnb)
  addFileCommands(gradnb)
  addCompletionCommands(gradnb)
  addLimits(gradnb)
  for (const command of [gradnb, ...gradnb.commands]) tellMore(command)
  return gradnb.addHelpText('after', `\n${STATUS}\n\n${ENVIRONMENT}`)
}

/** Examples in the help of a command, and where to find it after a mistake. */
function tellMore(command: Command): void {
  const name = [command.parent?.name(), command.name()].filter(Boolean).join(' ')
  command.showHelpAfterError(`(${name} --help says more)`).addHelpText('after', `\n${exampleText(command.name())}`)
}
