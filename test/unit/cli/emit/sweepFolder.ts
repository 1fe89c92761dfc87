import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cell, gradnb, notebook, TestFolder } from '../gradnb'

const SWEEP =
  'epochs: 2\nvariants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [16]}}\nsweep: {parameters: {optimizer.lr: [0.1, 0.5]}}\nseeds: 2'

/** Two notebooks with the same cell of eight runs: one to be swept, and one as `gradnb run` writes it. */
export class SweepFolder extends TestFolder {
  notebook = ''
  private whole = ''

  /** Writes them into a folder of that name; without `cellName` the cell has none and is called 1. */
  async fill(
    folder: string,
    notebookName = 'n.gradnb',
    cellName: string | null = 'rates',
    source = SWEEP
  ): Promise<void> {
    const text = cellName === null ? source : `name: ${cellName}\n${source}`
    await mkdir(this.file(folder))
    this.notebook = this.file(path.join(folder, notebookName))
    this.whole = this.file('whole.gradnb')
    for (const name of [this.notebook, this.whole]) await writeFile(name, notebook(cell('aaaa', text)))
    assert.equal((await gradnb(['run', this.whole])).status, 0)
  }

  /** The job file that is printed for the notebook. */
  async emit(target: string, ...more: string[]): Promise<string> {
    const { status, stdout, stderr } = await gradnb(['sweep', this.notebook, '--emit', target, ...more])
    assert.deepEqual([status, stderr], [0, ''])
    return stdout
  }

  /** Whether the notebook has what one machine would have written, byte for byte. */
  async isMerged(): Promise<boolean> {
    return (await readFile(this.notebook)).equals(await readFile(this.whole))
  }
}
