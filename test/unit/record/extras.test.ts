import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  BINS,
  encodeRecord,
  mergeSteps,
  parseRecord,
  RecordBuilder,
  RecordError,
  scaled,
  type Distribution,
  type RunRecord,
  type Steps
} from '../../../src/record'
import { column, HEADER } from './sampleRecord'

const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A step whose every number has few bits, as files keep few. */
function step(number: number): Steps {
  const { curves, quantities } = column(0, scaled(1.5, -number), scaled(number))
  return { steps: [number], curves, quantities }
}

type Json = { readonly [key: string]: unknown }

const histograms = { from: [-12, NaN], to: [20, NaN], bars: Uint8Array.from({ length: 2 * BINS }, (_, i) => i) }
const distribution: Distribution = {
  ...{ epoch: 1, weightGradient: histograms, activation: histograms },
  ...{ zeroGradient: [0, 1], duplicateGradients: [0.5, 0] }
}

function record(): RunRecord {
  const builder = new RecordBuilder({ ...HEADER, outcomeSubject: { kind: 'classes', split: 'test', samples: 2 } })
  builder.add(column(0, scaled(1), scaled(1)))
  builder.addSteps(step(8))
  builder.addSteps(mergeSteps(step(4), step(1)))
  builder.addOutcome({ epoch: 0, values: Uint32Array.of(1, 0, 0, 0, 0, 300) })
  builder.addDistribution(distribution)
  return builder.record
}

const at = (json: Json): object => (json['distributions'] as object[])[0]!

describe('single steps, answers and distributions of a record', () => {
  it('are read as they were written, steps in their order', () => {
    const read = parseRecord(through(encodeRecord(record())))
    assert.deepEqual(read.steps.steps, [1, 4, 8])
    assert.deepEqual(read.steps, record().steps)
    assert.deepEqual(read.outcomes, record().outcomes)
    assert.deepEqual(read.distributions, record().distributions)
  })

  it('of a regression are numbers', () => {
    const truth = Float32Array.of(1.5, -2)
    const subject = { kind: 'values', split: 'training', outputs: 1, truth } as const
    const builder = new RecordBuilder({ ...HEADER, outcomeSubject: subject })
    builder.addOutcome({ epoch: 3, values: Float32Array.of(1, NaN) })
    const read = parseRecord(through(encodeRecord(builder.record)))
    assert.deepEqual(read.outcomeSubject, subject)
    assert.deepEqual([...read.outcomes[0]!.values], [1, NaN])
  })

  const damage: readonly [string, (json: Json) => unknown][] = [
    ['steps that do not ascend', json => ({ ...json, steps: { ...(json['steps'] as object), steps: [4, 1, 8] } })],
    ['more steps than tables', json => ({ ...json, steps: { ...(json['steps'] as object), steps: [1, 4, 8, 9] } })],
    ['steps without end', json => ({ ...json, steps: { ...(json['steps'] as object), steps: Array(1e5).fill(1) } })],
    ['a distribution of fewer layers', json => ({ ...json, distributions: [{ ...at(json), zeroGradient: [0] }] })],
    ['many distributions', json => ({ ...json, distributions: Array(9).fill(at(json)) })],
    [
      'an answer of another size',
      json => ({ ...json, data: { ...(json['data'] as object), classes: ['a', 'b', 'c'] } })
    ],
    ['a subject of no kind', json => ({ ...json, outcomeSubject: { kind: 'other' } })]
  ]

  for (const [what, damaged] of damage)
    it(`are refused where there are ${what}`, () => {
      const json = through(encodeRecord(record())) as Json
      assert.throws(() => parseRecord(damaged(json)), RecordError)
    })
})
