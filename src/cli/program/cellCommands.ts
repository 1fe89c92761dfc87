import type { Command } from 'commander'
import { PEER_NAMES, USUAL_BUDGET } from '../../diagnosis'
import { check, type CheckOptions } from '../check'
import { doctor, type DoctorOptions } from '../doctor'
import { predict, type PredictOptions } from '../predict'
import { run, type RunOptions } from '../run'
import { verify, type VerifyOptions } from '../verify'
import { ending } from './ending'
import { options } from './options'

/** What is done with the cells of a file, on this machine. */
export function addCellCommands(gradnb: Command): void {
  addRun(gradnb)
  addCheck(gradnb)
  addDoctor(gradnb)
  gradnb
    .command('predict <file>')
    .description('says what theory predicts of each cell before training; trains nothing')
    .addOption(options.json('cell'))
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, given: PredictOptions) => ending(stop => predict(file, given, stop)))
  gradnb
    .command('verify <files...>')
    .description(
      'runs the cells of notebooks anew and says whether their outputs are the same, bit for bit; changes no file'
    )
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((files: string[], given: VerifyOptions) => ending(stop => verify(files, given, stop)))
}

const addRun = (gradnb: Command): Command =>
  gradnb
    .command('run <file>')
    .description(
      'trains the cells of a .gradnb notebook and writes their outputs back, or the experiment of a .yaml file'
    )
    .addOption(options.json('run'))
    .addOption(options.records())
    .addOption(options.cell())
    .option('--no-save', 'leave the notebook file as it is')
    .option('--weights <file>', "writes the trained weights as .safetensors, named as in PyTorch's nn.Sequential")
    .addOption(options.workers())
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, given: RunOptions) => ending(stop => run(file, given, stop)))

const addCheck = (gradnb: Command): Command =>
  gradnb
    .command('check <file>')
    .description('lists the problems of every cell and of the files that it names; trains nothing')
    .addOption(options.allowOutside())
    .action((file: string, given: CheckOptions) => ending(stop => check(file, given, stop)))

const addDoctor = (gradnb: Command): Command =>
  gradnb
    .command('doctor <file>')
    .description('trains the cells and tells what is wrong with each, why, and what may help')
    .option('--fix', 'try remedies with the same seed, and put the cell that helped below the first')
    .addOption(options.budget(USUAL_BUDGET))
    .addOption(options.cell())
    .addOption(
      gradnb
        .createOption('--compat <tool>', `also what the rules of ${PEER_NAMES.join(' or ')} say`)
        .choices(PEER_NAMES)
    )
    .addOption(options.json('cell'))
    .addOption(options.quiet())
    .addOption(options.allowOutside())
    .action((file: string, given: DoctorOptions) => ending(stop => doctor(file, given, stop)))
