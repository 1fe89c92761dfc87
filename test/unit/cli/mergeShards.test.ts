import assert from 'node:assert/strict'
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { cell, gradnb, notebook } from './gradnb'
import { SWEEP, SweepFolder } from './sweepFolder'

/** What each line of a shard's file is known by. */
interface Line {
  readonly run: number
  readonly digest: string
}
const parsed = (line: string): Line => JSON.parse(line) as Line

const replaced = (lines: readonly string[], index: number, line: string): string[] =>
  lines.map((old, i) => (i === index ? line : old))

describe('gradnb merge', function () {
  this.timeout(120_000)
  const folder = new SweepFolder()

  beforeEach(() => folder.fill('lesson'))

  /** Refuses: the notebook stays as it is. Gives what is said. */
  async function refusal(): Promise<string> {
    const before = await readFile(folder.notebook)
    const { status, stdout, stderr } = await folder.merge()
    assert.deepEqual([status, stdout], [1, ''])
    assert.deepEqual(await readFile(folder.notebook), before)
    return stderr
  }

  it('takes shards of different counts together, as each run is known by its digest', async () => {
    for (const which of ['0/4', '1/2', '2/8']) await folder.shard(which)
    assert.match(await refusal(), /run 6 of 8 is missing\n[^]*--shard 6\/8 /)
    await folder.shard('6/8')
    await folder.assertMerges()
  })

  it('takes runs done twice, by shards that overlap and from files copied together', async () => {
    for (const which of ['0/1', '1/3']) await folder.shard(which)
    await copyFile(folder.file('out/rates.0-of-1.jsonl'), folder.file('out/rates.0-of-5.jsonl'))
    await folder.assertMerges()
  })

  it('tells the place of a damaged line in the middle, and counts its run as missing', async () => {
    await folder.shard('0/1')
    const lines = await folder.lines('0-of-1')
    const lost = parsed(lines[3]!).run
    for (const damage of ['{"run": 3, "dig', '\u0000'.repeat(40), lines[3]!.replace('"digest"', '"dugest"'), '[]']) {
      await folder.writeLines('0-of-1', replaced(lines, 3, damage))
      const told = await refusal()
      assert.match(told, /rates\.0-of-1\.jsonl:4 is damaged, or was not written to its end/)
      assert.ok(told.includes(`run ${lost} of 8 is missing`), told)
    }
    await folder.shard('0/1')
    assert.equal((await folder.lines('0-of-1')).length, 9)
    await folder.assertMerges()
  })

  it('reads what editors and other systems make of a file, and says what it cannot read', async () => {
    await folder.shard('0/1')
    const file = folder.file('out/rates.0-of-1.jsonl')
    const bytes = await readFile(file)
    await writeFile(file, `\ufeff${bytes.toString().replaceAll('\n', '\r\n')}`)
    await folder.assertMerges()
    await writeFile(file, gzipSync(bytes))
    const packed = await folder.merge()
    assert.deepEqual([packed.status, packed.stderr], [2, `gradnb: ${file} is packed; unpack it with gunzip\n`])
    await rename(file, `${file}.gz`)
    assert.match((await folder.merge()).stderr, /0-of-1\.jsonl\.gz is packed; unpack it with gunzip\n$/)
    await rm(`${file}.gz`)
    await writeFile(folder.file('out/rates.0-of-0.jsonl'), '')
    assert.match(await refusal(), /8 of 8 runs are missing[^]* --shard 0\/1 /)
    const other = await gradnb(['merge', folder.notebook, folder.notebook])
    assert.equal(other.status, 2)
    assert.match(other.stderr, /n\.gradnb is not a folder; name the folder that holds the files of the shards\n$/)
  })

  it('counts damaged lines and tells the first', async () => {
    await folder.shard('0/1')
    const lines = await folder.lines('0-of-1')
    await folder.writeLines('0-of-1', replaced(replaced(lines, 1, 'x'), 6, lines[6]!.slice(0, 100)))
    assert.match(await refusal(), /2 lines are damaged.*the first in .*rates\.0-of-1\.jsonl:2; /)
  })

  it('tells of lines for runs that the cell no longer makes, and ignores them', async () => {
    await folder.shard('0/1')
    await folder.fill('shorter', 'n.gradnb', 'rates', SWEEP.replace('[0.1, 0.5]', '[0.1]'))
    const places = (await folder.lines('0-of-1')).flatMap((line, i) => (parsed(line).run > 1 ? [i + 1] : []))
    await folder.shard('0/1')
    await folder.assertMerges(
      /cell rates: 6 lines are ignored, the first in .*rates\.0-of-1\.jsonl:\d+: they are from before the cell/
    )
    const { stderr } = await folder.merge()
    assert.ok(stderr.includes(`rates.0-of-1.jsonl:${places[0]}:`), stderr)
    assert.equal((await gradnb(['merge', folder.notebook, folder.file('out'), '--quiet'])).stderr, '')
  })

  it('says that the cell has changed where its runs are missing for that', async () => {
    await folder.shard('0/1')
    await folder.edit(`name: rates\n${SWEEP.replace('epochs: 2', 'epochs: 3')}`)
    const told = await refusal()
    assert.match(told, /rates\.0-of-1\.jsonl:\d+ does not fit the cell: the cell, or a file that it reads, has changed/)
    assert.match(told, /8 of 8 runs are missing/)
  })

  it('says so where a data file is another one than a shard had', async () => {
    const rows = (slope: number) =>
      ['x,y', ...Array.from({ length: 40 }, (_, i) => `${i},${(slope * i) / 7}`)].join('\n')
    await writeFile(folder.file('lesson/d.csv'), rows(1))
    await folder.edit('name: rates\ndataset: {csv: d.csv, target: y}\nepochs: 1\nhidden_layers: [4]\nseeds: 4')
    await folder.shard('0/2')
    await writeFile(folder.file('lesson/d.csv'), rows(2))
    await folder.shard('1/2')
    const told = await refusal()
    assert.match(told, /rates\.0-of-2\.jsonl:\d does not fit the cell/)
    assert.match(told, /2 of 4 runs are missing: 0, 2\n[^]*--shard 0\/2 /)
    await writeFile(folder.file('lesson/d.csv'), rows(1))
    assert.match(await refusal(), /2 of 4 runs are missing: 1, 3\n[^]*--shard 1\/2 /)
  })

  it('reads no file that is not a shard of the cell', async () => {
    await folder.shard('0/1')
    const lines = await folder.lines('0-of-1')
    const others = [
      'rates.jsonl',
      'rates.0-of-1.jsonl.bak',
      'rates.0-of-x.jsonl',
      'other.0-of-1.jsonl',
      '.rates.0-of-1.jsonl'
    ]
    for (const name of others) await writeFile(folder.file(`out/${name}`), 'nothing of ours\n')
    await folder.assertMerges()
    assert.equal(lines.length, 8)
  })

  it('takes empty files for shards that have only begun', async () => {
    await folder.shard('0/2')
    await folder.writeLines('1-of-2', [])
    assert.match(await refusal(), /4 of 8 runs are missing: 1, 3, 5, 7\n[^]*--shard 1\/2 /)
  })

  it('finds the shards of a cell that was renamed under its old name only', async () => {
    await folder.shard('0/1')
    await writeFile(folder.notebook, notebook(cell('aaaa', `name: speeds\n${SWEEP}`)))
    const { status, stderr } = await folder.merge()
    assert.equal(status, 2)
    assert.match(stderr, /holds no shards of this notebook's cells/)
  })
})
