import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  encodeRecord,
  headline,
  parseRecord,
  RecordError,
  type DataDecisions,
  type RunRecord
} from '../../../src/record'
import { ALL, PLAIN } from './sampleDecisions'
import { sampleBuilder } from './sampleRecord'

const sampleRecord = (): RunRecord => sampleBuilder(2).record

const recordWith = (decisions: DataDecisions, task: 'classification' | 'regression' = 'classification'): RunRecord => {
  const record = sampleRecord()
  return { ...record, data: { ...record.data, task, decisions } }
}
const told = (decisions: DataDecisions, task?: 'regression'): readonly string[] =>
  headline(recordWith(decisions, task)).data

describe('what was decided about the data of a run', () => {
  it('is no line for data that is drawn or shipped', () => {
    assert.deepEqual(headline(sampleRecord()).data, [])
  })

  it('is a line of the headline', () => {
    assert.deepEqual(told(PLAIN), ['classification of kind (3 different texts) from a and b'])
    assert.deepEqual(told(ALL, 'regression'), [
      'regression of price and rent (several targets) from 7 columns; one-hot town (12); garden as 1 and 0; without id; without the first column, which only names the rows; 1 row with gaps left out; 3 gaps filled with the mean of a and b; values separated by semicolons; decimal commas; columns numbered from 1; UTF-16; 2 comment lines skipped; inputs standardized; c always the same, so 0; price and rent standardized: the loss is in units of 1235 and 3'
    ])
  })

  it('warns of targets far from 1, and says so again where the run diverges', () => {
    assert.equal(
      told({ ...PLAIN, targetSize: 192_461.5 }, 'regression')[1],
      'The targets are of size 200,000, so the loss and its gradients are very large: write standardize_target: true, or change their unit in the file.'
    )
    assert.match(told({ ...PLAIN, targetSize: 0.000123 }, 'regression')[1]!, /of size 1e-4|of size 0.0001/)
    assert.match(told({ ...PLAIN, targetSize: 3.2e18 }, 'regression')[1]!, /of size 3e18, so the loss and/)
    const record = recordWith({ ...PLAIN, targetSize: 192_461.5 }, 'regression')
    const nonfinite = { step: 3, epoch: 1, layer: 0, quantity: 'gradient' } as const
    const events = { ...record.events, nonfinite, stop: { reason: 'nonfinite', epoch: 1 } } as const
    assert.match(
      headline({ ...record, events }).state.text,
      /^diverged at epoch 1 .*; targets of size 200,000 make gradients huge: write standardize_target: true$/
    )
  })

  it('is kept in the record', () => {
    for (const decisions of [PLAIN, ALL]) {
      const encoded = JSON.parse(JSON.stringify(encodeRecord(recordWith(decisions)))) as unknown
      assert.deepEqual(parseRecord(encoded).data.decisions, decisions)
    }
    assert.ok(!('decisions' in parseRecord(encodeRecord(sampleRecord())).data))
  })

  it('is refused with a place where it is damaged', () => {
    for (const [key, value] of [
      ['target', { count: 1, names: [1] }],
      ['rowNames', 'true'],
      ['separator', 'colon'],
      ['filled', [{ column: 'a', gaps: -1 }]],
      ['targetScale', [{ mean: 1 }]],
      ['targetSize', 'large'],
      ['inputs', undefined]
    ] as const) {
      const encoded = encodeRecord(recordWith({ ...PLAIN, [key]: value }))
      assert.throws(() => parseRecord(encoded), (error: unknown) => error instanceof RecordError && error.path.startsWith(`data.decisions.${key}`)) // prettier-ignore
    }
  })
})
