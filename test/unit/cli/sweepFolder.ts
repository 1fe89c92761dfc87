import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cell, gradnb, type Ended, notebook, TestFolder } from './gradnb'

export const SWEEP =
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

  /** Changes what the cell of the notebook says. */
  edit(source: string): Promise<void> {
    return writeFile(this.notebook, notebook(cell('aaaa', source)))
  }

  /** The words of the command that does a shard. */
  shardWords(which: string, ...more: string[]): string[] {
    return ['sweep', this.notebook, '--shard', which, '--out', this.file('out'), ...more]
  }

  /** Does a shard, which must go well. */
  async shard(which: string): Promise<void> {
    const { status, stderr } = await gradnb(this.shardWords(which))
    assert.deepEqual([status, stderr], [0, ''])
  }

  merge(): Promise<Ended> {
    return gradnb(['merge', this.notebook, this.file('out')])
  }

  /** Merges, which must give what one machine would have written, and say no more than `remark`. */
  async assertMerges(remark: string | RegExp = ''): Promise<void> {
    const { status, stderr } = await this.merge()
    assert.equal(status, 0, stderr)
    if (typeof remark === 'string') assert.equal(stderr, remark)
    else assert.match(stderr, remark)
    assert.ok(await this.isMerged())
  }

  /** The lines of a shard's files, in the order of its tasks; half-written ones, too. */
  lines(which: string): Promise<string[]> {
    return linesOfShard(this.file('out'), which)
  }

  writeLines(which: string, lines: readonly string[]): Promise<void> {
    return writeFile(this.file(`out/rates.${which}.jsonl`), lines.map(line => `${line}\n`).join(''))
  }

  /** Whether the notebook has what one machine would have written, byte for byte. */
  async isMerged(): Promise<boolean> {
    return (await readFile(this.notebook)).equals(await readFile(this.whole))
  }
}

/** The lines that the tasks of a shard of the cell "rates" wrote into `folder`, one task after the other; half-written ones, too. */
export async function linesOfShard(folder: string, which: string): Promise<string[]> {
  const lines: string[] = []
  for (const task of ['', ...Array.from({ length: 200 }, (_, i) => `.${i + 2}`)]) {
    const file = path.join(folder, `rates.${which}${task}.jsonl`)
    if (!existsSync(file)) break
    const text = await readFile(file, 'utf8')
    lines.push(...text.split('\n').filter(line => line !== ''))
  }
  return lines
}
