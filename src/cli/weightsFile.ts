import { CommandError } from './exitStatus'
import type { Input } from './input'
import { locked } from './lock'
import { complain } from './print'
import { rescue } from './rescue'
import type { CellResult } from './runner'
import { checkWritable, realFile } from './writable'
import { writeWhole } from './writeWhole'

/** The file that `--weights` names. */
export class WeightsFile {
  private constructor(
    private readonly name: string,
    private readonly file: string
  ) {}

  /** Throws a `CommandError` for a file that cannot be written, and for the one that is being run. */
  static async at(name: string, input: Input): Promise<WeightsFile> {
    const file = await realFile(name)
    if (file === (await realFile(input.file)))
      throw new CommandError(`--weights would write over ${input.file}; choose another name`)
    await checkWritable(file)
    return new WeightsFile(name, file)
  }

  /** Writes the weights of the one run, or says that there are none. Throws a `CommandError` where that is not possible. */
  async write(results: readonly CellResult[]): Promise<void> {
    const weights = results.find(result => result.weights !== undefined)?.weights
    if (weights) await this.save(weights)
    else complain(`gradnb: ${this.name} was not written: the run did not come to an end`)
  }

  private async save(weights: Uint8Array): Promise<void> {
    try {
      await locked(this.file, () => writeWhole(this.file, weights))
    } catch (error) {
      await rescue(this.name, weights, 'the file of trained weights')
      throw error
    }
  }
}
