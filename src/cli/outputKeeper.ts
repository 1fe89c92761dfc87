import { formatNotebook, mergeOutputs, type NewOutputs, type Notebook } from '../notebook'
import { called } from './chosenCells'
import { CommandError, EXIT } from './exitStatus'
import type { Input } from './input'
import { NotebookFile } from './notebookFile'
import { complain } from './print'
import { rescue } from './rescue'
import type { CellResult } from './runner'
import type { Stop } from './stop'
import { checkWritable, realFile } from './writable'

/**
 * Sees to it that no output is lost: each goes into the notebook's file as soon as it is there. Those that cannot go there are
 * written elsewhere at the end, and the person is told. When the file is gone or takes no more, the command is stopped.
 */
export class OutputKeeper {
  private readonly made: NewOutputs[] = []
  private homeless = 0

  private constructor(
    private readonly name: string,
    private readonly notebook: Notebook,
    private readonly file: NotebookFile,
    private readonly stop: Stop,
    private readonly elsewhere: string | null
  ) {}

  /**
   * Null for an input that takes no outputs. Throws a `CommandError` for a notebook that cannot be written. `elsewhere`: a sentence that says
   * where all outputs are, too; null where they are nowhere else.
   */
  static async of(
    { file, notebook }: Input,
    stop: Stop,
    elsewhere: string | null = null
  ): Promise<OutputKeeper | null> {
    if (notebook === null) return null
    const real = await realFile(file)
    await checkWritable(real, elsewhere === null ? LEAVE_IT : '')
    return new OutputKeeper(file, notebook, new NotebookFile(real, notebook), stop, elsewhere)
  }

  async keep({ cell, outputs }: CellResult): Promise<void> {
    if (outputs === null || cell.id === null) return
    const made = { id: cell.id, source: cell.text, outputs }
    this.made.push(made)
    try {
      await this.save(made, called(cell))
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      this.homeless++
      complain(`gradnb: ${error.message}`)
      this.stop.request(error.status)
    }
  }

  private async save(made: NewOutputs, cell: string): Promise<void> {
    const saved = await this.file.save(made)
    switch (saved) {
      case 'saved':
        return
      case 'unplaced':
        this.homeless++
        return complain(
          `gradnb: ${this.name}: cell ${cell} was edited or removed while it ran, so its output is not in the notebook`
        )
      case 'written again':
        complain(
          `gradnb: ${this.name} was deleted or moved while its cells ran; it was written again, with all outputs so far`
        )
        return this.stop.request(EXIT.problems)
      default:
        saved satisfies never
    }
  }

  /** Whether an output found no place in the file. */
  get hasHomeless(): boolean {
    return this.homeless > 0
  }

  /** Writes what found no place in the file into another one, unless it is somewhere already. */
  async end(): Promise<void> {
    if (!this.hasHomeless) return
    if (this.elsewhere !== null) return complain(`gradnb: ${this.elsewhere}`)
    const { notebook } = mergeOutputs(this.notebook, this.made)
    await rescue(this.name, formatNotebook(notebook), 'the notebook as it was read, with all outputs of this run,')
  }
}

const LEAVE_IT = '; run with --no-save to leave it as it is'
