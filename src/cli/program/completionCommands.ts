import type { Command } from 'commander'
import { complete, completionLines } from '../completion/complete'
import { SHELLS } from '../completion/scripts'
import { EXIT } from '../exitStatus'
import { print } from '../print'
import { ending } from './ending'

/** What makes shells complete a line that begins with the program's name. */
export function addCompletionCommands(gradnb: Command): void {
  gradnb
    .command('completion')
    .addArgument(gradnb.createArgument('<shell>', 'which shell').choices(Object.keys(SHELLS)))
    .description('prints a script with which a shell completes commands, options, files and names of cells')
    .action((shell: string) => ending(() => told(SHELLS[shell]!)))
  gradnb
    .command('complete [words...]', { hidden: true })
    .description('what may stand for the last of these words; the scripts ask')
    .action((words: string[]) =>
      ending(async () => told(`${completionLines(await complete(gradnb, words)).join('\n')}\n`))
    )
}

const told = (text: string): Promise<number> => print(text).then(() => EXIT.done)
