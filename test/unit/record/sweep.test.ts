import assert from 'node:assert/strict'
import { formatNotebook, parseNotebook } from '../../../src/notebook'
import { summaryOf } from '../../../src/diagnosis'
import {
  encodeCompare,
  encodeSweep,
  encodeSweepPiece,
  parseCompare,
  parseSweep,
  RecordError,
  SWEEP_MIME,
  withSweepPiece,
  type CompareRecord,
  type Json,
  type SweepRecord,
  type SweepRun
} from '../../../src/record'
import { deflate } from '../../../src/record/bytes'
import { noisyRecord, sampleSweep } from './sampleSweep'

const through = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>
const stored = () => through(encodeSweep(sampleSweep()))

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    assert.ok(error instanceof RecordError, String(error))
    return error.path
  }
  throw new Error('accepted')
}

describe('a sweep record', () => {
  it('is read as it was, and gives the same text again', () => {
    assert.deepEqual(parseSweep(stored()), sampleSweep())
    assert.equal(JSON.stringify(encodeSweep(parseSweep(stored()))), JSON.stringify(encodeSweep(sampleSweep())))
  })

  it('that is damaged is refused with its place', () => {
    const runs = stored()['runs'] as Record<string, unknown>[]
    const run = (change: object) => ({ runs: [{ ...runs[2]!, ...change }] })
    for (const [at, change] of [
      ['version', { version: 2 }],
      ['runs', { runs: Array(100_001).fill({}) }],
      ['runs', { runs: {} }],
      ['runs[0]', { runs: [null] }],
      ['seeds', { seeds: 0 }],
      ['metric.name', { metric: { name: 'luck', goal: 'minimize' } }],
      ['data.task', { data: { name: 'x', task: 'play' } }],
      ['parameters[0].log', { parameters: [{ name: 'x', values: [] }] }],
      ['experiment', { experiment: nested(40) }],
      ['runs[0].label', run({ label: 'gelu' })],
      ['runs[0].label', { ...run({}), variants: [] }],
      ['runs[0].values', run({ values: [1, 2] })],
      ['runs[0].values[0]', run({ values: [nested(40)] })],
      ['runs[0].seed', run({ seed: 0.5 })],
      ['runs[0].digest', run({ digest: 'x'.repeat(300) })],
      ['runs[0].failed', run({ summary: undefined, failed: 7 })],
      ['runs[0].summary.layers', run({ summary: { ...(runs[2]!['summary'] as object), layers: -1 } })],
      ['runs[0].summary.numbers', run({ summary: { ...(runs[2]!['summary'] as object), numbers: 'AAAA' } })]
    ] as const)
      assert.equal(refusal(() => parseSweep({ ...stored(), ...change })), at) // prettier-ignore
    for (const value of [null, 3, 'x', []]) assert.equal(refusal(() => parseSweep(value)), 'sweep') // prettier-ignore
  })

  it('that claims more than a sweep holds is refused before any of it is unpacked', () => {
    const numbers = deflate(new Uint8Array(9_000_000))
    const summary = { layers: 100_000, parameters: 1, epochs: 19, columns: 20, numbers }
    const runs = Array.from({ length: 100 }, (_, i) => ({
      label: 'relu+he',
      values: [1],
      seed: i,
      digest: '',
      summary
    }))
    const before = process.memoryUsage().arrayBuffers
    assert.match(refusal(() => parseSweep({ ...stored(), runs })), /^runs\[\d+\]\.summary$/) // prettier-ignore
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000)
  })

  it('has the same bytes in whatever order its runs came back', () => {
    const whole = sampleSweep()
    const missing: SweepRecord = { ...whole, runs: whole.runs.map(asMissing) }
    const indices = whole.runs.map((_, i) => i)
    const arrived = (order: readonly number[]) =>
      order.reduce((record, i) => withSweepPiece(record, through(encodeSweepPiece(whole, [i]))), missing)
    for (const order of [indices, [...indices].reverse(), [...indices.slice(5), ...indices.slice(0, 5)]])
      assert.equal(JSON.stringify(encodeSweep(arrived(order))), JSON.stringify(encodeSweep(whole)))
    assert.deepEqual(withSweepPiece(missing, through(encodeSweepPiece(whole, indices))), whole)
  })

  it('takes no piece about a run that it does not have', () => {
    const piece = (index: unknown) => () => withSweepPiece(sampleSweep(), { runs: [{ index }] })
    for (const index of [16, -1, 0.5, undefined]) assert.equal(refusal(piece(index)), 'piece.runs[0].index')
  })

  it('of 1,000 runs of 20 layers takes less than 2 MB in a notebook, about 2 kB a run', () => {
    const runs = Array.from({ length: 1000 }, (_, i): SweepRun => ({
      label: 'relu+he',
      values: [i / 1000],
      seed: i,
      digest: `0123456789abcdef${i}`,
      state: 'done',
      summary: summaryOf(noisyRecord(i % 7, 20, 30))
    }))
    const bytes = inNotebook(encodeSweep({ ...sampleSweep(), runs }))
    assert.ok(bytes.length < 2_000_000, `${bytes.length} bytes`)
  })
})

const asMissing = ({ label, values, seed, digest }: SweepRun): SweepRun => ({ label, values, seed, digest, state: 'missing' }) // prettier-ignore

const nested = (levels: number): Json => (levels > 0 ? { a: nested(levels - 1) } : 1)

/** The bytes of a notebook with one cell that shows this. */
function inNotebook(data: Json): Uint8Array {
  const empty = parseNotebook(new TextEncoder().encode('{"gradnb": 1, "metadata": {}, "cells": []}'))
  const outputs = [{ items: [{ mime: SWEEP_MIME, data }], extra: {} }]
  return formatNotebook({ ...empty, cells: [{ id: 'a', kind: 'experiment', source: 'x', outputs, extra: {} }] })
}

describe('a comparison', () => {
  const sample = (): CompareRecord => ({
    version: 1,
    name: 'both',
    items: [
      { reference: 'a', kind: 'run', record: noisyRecord(1, 4, 10) },
      { reference: 'rates', kind: 'sweep', record: sampleSweep() },
      { reference: 'c#12', kind: 'missing', why: 'Cell c has not been run yet.' }
    ]
  })

  it('is read as it was, without what it does not draw', () => {
    const text = JSON.stringify(encodeCompare(sample()))
    const read = parseCompare(JSON.parse(text))
    assert.equal(JSON.stringify(encodeCompare(read)), text)
    assert.deepEqual(read.items.slice(1), sample().items.slice(1))
    const [first] = read.items
    assert.equal(first?.kind === 'run' && first.record.columns, 11)
  })

  it('that is damaged is refused with its place', () => {
    const items = through(encodeCompare(sample()))['items'] as Record<string, unknown>[]
    const record = items[0]!['record'] as object
    for (const [at, changed] of [
      ['items', {}],
      ['items[0].reference', [{ kind: 'run', record }]],
      ['items[0].kind', [{ reference: 'a', kind: 'walk' }]],
      ['items[0].record.layers', [{ reference: 'a', kind: 'run', record: { ...record, layers: 1 } }]],
      ['items[0].record.sweep', [{ reference: 'a', kind: 'sweep', record: 1 }]],
      ['items[0].why', [{ reference: 'a', kind: 'missing' }]]
    ] as const)
      assert.equal(refusal(() => parseCompare({ version: 1, name: null, items: changed })), at) // prettier-ignore
    assert.equal(refusal(() => parseCompare({ version: 2, name: null, items: [] })), 'version') // prettier-ignore
  })
})
