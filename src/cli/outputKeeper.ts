import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { formatNotebook, mergeOutputs, type NewOutputs, type Notebook } from '../notebook'
import { called } from './chosenCells'
import { CommandError, EXIT } from './exitStatus'
import type { Input } from './input'
import { NotebookFile } from './notebookFile'
import { complain } from './print'
import type { CellResult } from './runCell'
import type { Stop } from './stop'
import { reasonOf } from '../disk'
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
    private readonly stop: Stop
  ) {}

  /** Null for an input that takes no outputs. Throws a `CommandError` for a notebook that cannot be written. */
  static async of({ file, notebook }: Input, stop: Stop): Promise<OutputKeeper | null> {
    if (notebook === null) return null
    const real = await realFile(file)
    await checkWritable(real, LEAVE_IT)
    return new OutputKeeper(file, notebook, new NotebookFile(real, notebook), stop)
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
      this.stop.request(EXIT.usage, `gradnb: ${error.message}`)
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
          `gradnb: ${this.name}: cell ${cell} was changed or removed while it ran; its output does not belong to what stands there now`
        )
      case 'written again':
        return this.stop.request(
          EXIT.problems,
          `gradnb: ${this.name} was deleted or moved while its cells ran; it was written again, with all outputs so far`
        )
      default:
        saved satisfies never
    }
  }

  /** Writes what found no place in the file into another one; false if there was any such output. */
  async end(): Promise<boolean> {
    if (this.homeless === 0) return true
    const { notebook } = mergeOutputs(this.notebook, this.made)
    try {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-'))
      const rescued = path.join(folder, path.basename(this.name))
      await writeFile(rescued, formatNotebook(notebook))
      complain(`gradnb: the notebook as it was read, with all outputs of this run, is in ${rescued}`)
    } catch (error) {
      complain(`gradnb: these outputs are lost: ${os.tmpdir()} cannot be written: ${reasonOf(error)}`)
    }
    return false
  }
}

const LEAVE_IT = '; run with --no-save to leave it as it is'
