import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DEFAULT_LIMITS, parseCell } from '../../../src/experiment'
import { parseNotebook } from '../../../src/notebook'
import { parseSweep } from '../../../src/record'
import {
  encodeShardLine,
  parseShardLine,
  planSweep,
  runShard,
  ShardMerge,
  type ReadShardLine,
  type SweepCell,
  type SweepPlan
} from '../../../src/sweep'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

const MOST = 100_000

const sourceOf = (runs: number): string =>
  `name: many\ndataset: {name: xor, samples: 20}\nhidden_layers: [2]\nepochs: 1\nsweep: {method: random, run_cap: ${runs}, parameters: {optimizer.lr: {min: 0.01, max: 1}}}`

function cellOf(runs: number): SweepCell {
  const parsed = parseCell(sourceOf(runs), { limits: { ...DEFAULT_LIMITS, runs: MOST } })
  assert.ok(parsed.ok && parsed.cell.kind === 'sweep')
  return parsed.cell
}

const never = new AbortController().signal

/** Bytes that are in use once all that is not was thrown away. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

describe('a cell of very many runs', function () {
  this.timeout(300_000)
  const folder = new TestFolder()
  const { file, write } = folder

  const notebookOf = (runs: number) => write('n.gradnb', notebook(cell('aaaa', sourceOf(runs))))
  const sweep = (...more: string[]) => gradnb(['sweep', file('n.gradnb'), '--out', file('out'), ...more])

  /** A line as a shard has it. */
  async function line(): Promise<ReadShardLine> {
    await notebookOf(2)
    await sweep('--shard', '0/2')
    return parseShardLine((await readFile(file('out/many.0-of-2.jsonl'), 'utf8')).trimEnd())!
  }

  /** Lines of all runs: the results of one, as the work of doing them is not what is tested. */
  const linesOf = (plan: SweepPlan, { outcome, engine, task }: ReadShardLine): string[] =>
    plan.runs.map(({ digest }, run) => encodeShardLine({ run, digest, engine, task, outcome }))

  it('is refused beyond 10,000 with the option that allows it, which the commands for missing runs have, too', async () => {
    const path = await notebookOf(10_002)
    const refused = await gradnb(['check', path])
    assert.equal(refused.status, 1)
    assert.match(refused.stdout, /makes 10,002 runs, and the limit is 10,000; .* --max-runs on the command line\n$/)
    assert.equal((await gradnb(['check', path, '--max-runs', '10002'])).status, 0)
    assert.equal((await sweep('--shard', '7/10002', '--max-runs', '10002')).status, 0)
    const { stderr } = await gradnb(['merge', path, file('out'), '--max-runs', '10002'])
    assert.match(stderr, / --shard 6\/10002 --out \S+ --max-runs 10002\n/)
    const tooMany = await gradnb(['check', path, '--max-runs', '100001'])
    assert.deepEqual([tooMany.status, /a whole number from 1 to 100000\./.test(tooMany.stderr)], [2, true])
  })

  it('is merged as a record that can be read again', async () => {
    const runs = 12_000
    const one = await line()
    const path = await notebookOf(runs)
    const lines = linesOf(await planSweep(cellOf(runs), {}, never), one)
    for (const [index, half] of [lines.slice(0, runs / 2), lines.slice(runs / 2)].entries())
      await writeFile(file(`out/many.${index}-of-2.jsonl`), half.join(''))
    const { status, stdout, stderr } = await gradnb(['merge', path, file('out'), '--max-runs', String(MOST)])
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /^many: 12000 runs merged into /)
    const record = parseSweep(parseNotebook(await readFile(path)).cells[0]!.outputs[0]!.items[0]!.data)
    assert.equal(record.runs.length, runs)
    assert.ok(record.runs.every(({ state }) => state === 'done'))
  })

  it('keeps of a merged run two kilobytes at most', async () => {
    const runs = 20_000
    const one = await line()
    const sweep = cellOf(runs)
    const plan = await planSweep(sweep, {}, never)
    const before = bytesInUse()
    const merge = new ShardMerge(sweep, plan)
    linesOf(plan, one).forEach((text, i) => merge.add(parseShardLine(text)!, `many.0-of-1.jsonl:${i + 1}`))
    const bytes = (bytesInUse() - before) / runs
    assert.equal(merge.missing.length, 0)
    assert.ok(bytes < 2000, `${bytes} bytes a run`)
  })

  it('keeps of a run that was done and written half a kilobyte at most', async () => {
    const runs = 20_000
    const { outcome } = await line()
    const job = { cell: cellOf(runs), shard: { index: 0, count: 1 }, files: {}, limits: DEFAULT_LIMITS, signal: never }
    const before = bytesInUse()
    let [told, after] = [0, 0]
    await runShard(
      { ...job, isDone: () => false, onRun: () => void (++told === runs && (after = bytesInUse())) },
      { run: async ({ runs, onOutcome }) => runs.forEach(({ index }) => onOutcome(index, structuredClone(outcome))) }
    )
    assert.equal(told, runs)
    const bytes = (after - before) / runs
    assert.ok(bytes < 500, `${bytes} bytes a run`)
  })
})
