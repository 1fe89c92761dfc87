import assert from 'node:assert/strict'
import { sweepTitle } from '../../../src/export'
import { output } from '../../../src/notebook'
import { COMPARE_MIME, encodeCompare, encodeSweep, SWEEP_MIME, type CompareRecord } from '../../../src/record'
import { sampleSweep } from '../record/sampleSweep'
import { vanishing } from '../renderer/records'
import { experiment, exported, textFormats, textOf } from './notebooks'

const comparison: CompareRecord = {
  version: 1,
  name: 'both',
  items: [
    { reference: 'deep', kind: 'run', record: vanishing(4, 9) },
    { reference: 'rates', kind: 'sweep', record: sampleSweep() },
    { reference: 'gone', kind: 'missing', why: 'there is no cell gone' }
  ]
}
const SWEEP = experiment('seeds: 3', 'a', output(SWEEP_MIME, encodeSweep(sampleSweep())))
const COMPARE = experiment('compare: [deep, rates]', 'b', output(COMPARE_MIME, encodeCompare(comparison)))

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

describe('a sweep in an export', () => {
  for (const format of textFormats)
    it(`is told in words and drawn: ${format}`, async () => {
      const files = await exported([SWEEP, COMPARE], { format, file: `x.${format}`, runs: false })
      const text = unescaped(textOf(files[0]!))
      assert.ok(text.includes(sweepTitle(sampleSweep()).slice(0, 40)), text.slice(-2000))
      const drawn = format === 'md' ? files.slice(1).map(textOf) : (text.match(/<svg .*?<\/svg>/gs) ?? [])
      assert.equal(drawn.length, 2)
      for (const [i, part] of [/<image [^>]*href=\\?"data:image\/png;base64,/, />loss(?: \(log scale\))?</].entries())
        assert.ok(part.test(drawn[0]!), `part ${i} is not in the sweep`)
      assert.ok(/>deep<\/text>/.test(drawn[1]!), 'names what it compares')
    })

  it('has every number of its runs in tables beside those of single runs', async () => {
    const files = await exported([SWEEP, COMPARE], { format: 'csv', file: 'x.csv' })
    assert.deepEqual(
      files.map(({ path }) => path),
      [
        'x.csv',
        ...['', '-epochs', '-layers', '-delta'].map(part => `x_files/1-rates${part}.csv`),
        ...['', '-epochs', '-layers', '-delta'].map(part => `x_files/2-both${part}.csv`)
      ]
    )
    const lines = files.map(file => textOf(file).trimEnd().split('\r\n'))
    const { runs } = sampleSweep()
    const done = runs.flatMap(run => (run.state === 'done' ? [run.summary] : []))
    assert.match(lines[0]![1]!, /^2,deep,0,,hidden 1,/)
    assert.equal(lines[1]!.length, 1 + runs.length)
    assert.equal(lines[3]!.length, 1 + done.reduce((sum, { layers }) => sum + layers, 0))
    assert.match(lines[4]![0]!, /^run,epoch,layer,log10_delta_rms$/)
    for (const table of lines) assert.equal(new Set(table.map(line => line.split(',').length)).size, 1)
  })

  it('gives its own table the name that was asked for where no cell has a single run', async () => {
    const files = await exported([SWEEP], { format: 'csv', file: 'x.csv' })
    assert.match(textOf(files[0]!), /^run,/)
    assert.equal(files.length, 4)
  })

  it('has every number of its runs as JSON, by the names of a run', async () => {
    const [file] = await exported([SWEEP, COMPARE], { format: 'json', file: 'x.json' })
    const { cells } = JSON.parse(textOf(file!))
    assert.equal(cells[0].sweep.runs.length, sampleSweep().runs.length)
    const done = cells[0].sweep.runs.find(({ state }: { state: string }) => state === 'done')
    assert.equal(done.course.loss.length, done.epochs.length)
    assert.deepEqual([done.log10_delta_rms.length, done.log10_delta_rms[0].length], [done.layers, done.epochs.length])
    const [deep, rates, gone] = cells[1].compare.items
    assert.deepEqual([deep.epochs.length, rates.runs.length, gone.why], [10, sampleSweep().runs.length, 'there is no cell gone']) // prettier-ignore
  })
})
