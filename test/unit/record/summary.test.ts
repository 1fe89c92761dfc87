import assert from 'node:assert/strict'
import { summaryOf } from '../../../src/diagnosis'
import { createRandom } from '../../../src/engine'
import {
  at,
  encodeRecord,
  encodeSummary,
  exactLog10,
  groupsOf,
  log10,
  parseRecord,
  parseSummary,
  RecordError,
  scaled,
  summarize,
  thumbnailSize,
  THUMBNAIL_MARKS,
  type RunRecord,
  type Thumbnail
} from '../../../src/record'
import { deflate } from '../../../src/record/bytes'
import { diverged, madeRecord, noisyRecord } from './sampleSweep'

const saved = (record: RunRecord): RunRecord => parseRecord(JSON.parse(JSON.stringify(encodeRecord(record))))
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const rising = () => madeRecord({ loss: column => 1 + column })

describe('groups of epochs', () => {
  it('are initialization, then epochs in 31 groups of one size at most', () => {
    assert.deepEqual(groupsOf(30, 31).length, 31)
    assert.deepEqual(groupsOf(100, 101).slice(0, 3), [{ from: 0, to: 1 }, { from: 1, to: 5 }, { from: 5, to: 9 }]) // prettier-ignore
    assert.deepEqual(groupsOf(100, 101).at(-1), { from: 97, to: 101 })
    for (const epochs of [1, 31, 32, 62, 63, 1000, 99_999]) assert.ok(groupsOf(epochs, epochs + 1).length <= 32)
  })

  it('are the same for a run that ended early', () => {
    assert.deepEqual(groupsOf(100, 7), [{ from: 0, to: 1 }, { from: 1, to: 5 }, { from: 5, to: 7 }]) // prettier-ignore
    assert.deepEqual(groupsOf(100, 0), [])
  })
})

describe('exactLog10', () => {
  it('is the logarithm to the last few bits, far outside float64 too', () => {
    const random = createRandom(3)
    for (let i = 0; i < 2000; i++) {
      const number = { mantissa: 1 + random.uniform(), exponent: random.integer(3000) - 1500 }
      const [ours, theirs] = [exactLog10(number), log10(number)]
      assert.ok(Math.abs(ours - theirs) <= 1e-13 * Math.max(1, Math.abs(theirs)), `${ours} ${theirs}`)
    }
    assert.equal(exactLog10(scaled(1)), 0)
    assert.equal(exactLog10(scaled(0)), -Infinity)
    assert.equal(exactLog10(scaled(-Infinity)), Infinity)
    assert.ok(Number.isNaN(exactLog10(scaled(NaN))))
  })
})

describe('the summary of a run', () => {
  it('is the same before and after its record was saved, and after it was saved itself', () => {
    for (const record of [noisyRecord(1, 5, 30), noisyRecord(2, 3, 200), diverged(), rising(), emptyRun()]) {
      const summary = summaryOf(record)
      assert.deepEqual(summaryOf(saved(record)), summary)
      assert.deepEqual(parseSummary(through(encodeSummary(summary))), summary)
    }
  })

  it('tells how loss and accuracy went', () => {
    const losses = [1, 0.9, 0.55, 0.65, 0.3, 0.2, 0.25]
    const record = madeRecord({ epochs: 6, loss: i => losses[i]!, accuracy: i => 1 - losses[i]! })
    const { curves, quarters, lowest } = summarize(record, null)
    const { first, best, bestEpoch, last } = curves.loss!
    assert.deepEqual([first, Math.fround(0.2), bestEpoch, Math.fround(0.25)], [1, best, 5, last])
    assert.deepEqual([curves.accuracy!.bestEpoch, curves.test_accuracy], [5, null])
    assert.deepEqual(quarters, [2, 2, 4, 5])
    assert.deepEqual([...lowest].map(value => value.toPrecision(4)), ['1.000', '0.9000', '0.5500', '0.5500', '0.3000', '0.2000', '0.2000']) // prettier-ignore
  })

  it('takes the best of completed epochs, not of the first mini-batch, and has no quarters where nothing fell', () => {
    const { curves, quarters } = summarize(rising(), null)
    assert.deepEqual([curves.loss!.best, curves.loss!.bestEpoch, quarters], [2, 1, null])
  })

  it('hides nothing that is not finite in a group of epochs', () => {
    const record = madeRecord({
      epochs: 100,
      loss: i => (i === 6 ? Infinity : 1),
      delta: (i, layer) => (i === 6 && layer === 1 ? NaN : layer === 2 ? 0 : 10 ** -layer)
    })
    const { curves, thumbnail } = summarize(record, null)
    assert.deepEqual([...curves.loss!.course].slice(0, 4), [1, 1, Infinity, 1])
    assert.equal(curves.loss!.best, 1)
    const groups = groupsOf(100, 101).length
    const cell = (layer: number, group: number) => thumbnail.cells[layer * groups + group]
    assert.deepEqual([cell(1, 1), cell(1, 2), cell(1, 3)], [168, THUMBNAIL_MARKS.nonfinite, 168])
    assert.deepEqual([cell(2, 0), cell(2, 25)], [THUMBNAIL_MARKS.zero, THUMBNAIL_MARKS.zero])
  })

  it('keeps the size of delta within a 500th of its range', () => {
    const record = noisyRecord(5, 20, 100)
    const { thumbnail } = summarize(record, null)
    const step = (thumbnail.high - thumbnail.low) / 252
    groupsOf(100, 101).forEach(({ from, to }, i, all) => {
      for (let layer = 0; layer < 20; layer++) {
        const sizes = Array.from({ length: to - from }, (_, k) =>
          log10(at(record.quantities.delta_rms, from + k, layer))
        )
        assert.ok(Math.abs(thumbnailSize(thumbnail, layer * all.length + i)! - Math.max(...sizes)) <= step / 2 + 1e-6)
      }
    })
  })

  it('keeps delta of every layer at initialization and in the last epoch to five digits', () => {
    const record = noisyRecord(6, 20, 30)
    const { ends } = summarize(record, null)
    for (const [place, column] of [
      [0, 0],
      [1, 30]
    ] as const)
      // prettier-ignore
      for (let layer = 0; layer < 20; layer++) {
        const exact = log10(at(record.quantities.delta_rms, column, layer))
        assert.ok(Math.abs(log10(at(ends.delta_rms, place, layer)) - exact) < 1e-5)
      }
  })

  it('names what is worst in the run, and nothing where nothing is', () => {
    assert.equal(summaryOf(diverged()).finding?.rule, 'learning_rate_too_large')
    const fine = madeRecord({ epochs: 30, loss: i => 0.7 * 0.8 ** i })
    assert.equal(summaryOf(fine).finding, null)
  })

  it('of 20 layers takes about 2 kB', () => {
    const text = JSON.stringify(encodeSummary(summaryOf(noisyRecord(9, 20, 30))))
    assert.ok(text.length < 1900, `${text.length} characters`)
  })
})

const emptyRun = (): RunRecord => madeRecord({ columns: 0, loss: () => 1, events: { stop: { reason: 'cancelled', epoch: 0 } } }) // prettier-ignore

describe('a damaged summary', () => {
  const whole = () => through(encodeSummary(summaryOf(diverged()))) as Record<string, unknown>
  const place = (change: object): string => {
    try {
      parseSummary({ ...whole(), ...change })
    } catch (error) {
      assert.ok(error instanceof RecordError, String(error))
      return error.path
    }
    throw new Error('accepted')
  }

  it('is refused with its place', () => {
    for (const [at, change] of [
      ['layers', { layers: 0 }],
      ['layers', { layers: 1e9 }],
      ['columns', { columns: 32 }],
      ['columns', { columns: 1e6, epochs: 1e6, layers: 1e6 }],
      ['parameters', { parameters: -1 }],
      ['stop.reason', { stop: { reason: 'bored', epoch: 1 } }],
      ['finding.severity', { finding: { rule: 'x', severity: 'info', layer: null, epoch: null } }],
      ['finding.rule', { finding: { rule: 'x'.repeat(300), severity: 'error', layer: null, epoch: null } }],
      ['numbers', { numbers: undefined }],
      ['numbers', { layers: 5 }],
      ['numbers', { numbers: deflate(new Uint8Array(60_000_000)) }],
      ['numbers', { layers: 1_000_000, columns: 1 }]
    ] as const)
      assert.equal(place(change), `summary.${at}`)
  })
})

describe('a thumbnail', () => {
  it('of one size has one code', () => {
    const { cells, low, high }: Thumbnail = summarize(madeRecord({ loss: () => 1, delta: () => 1 }), null).thumbnail
    assert.deepEqual([low, high, new Set(cells)], [0, 0, new Set([0])])
  })
})
