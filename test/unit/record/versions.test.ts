import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { at, formatScaled, isAbsent, parseRecord } from '../../../src/record'

/** The record of the first output of a notebook that an earlier version wrote. */
function recordOf(name: string): unknown {
  const file = path.join(process.cwd(), 'test', 'reference', 'notebooks', name)
  const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
    outputs: Record<string, { items: { data: unknown }[] }[]>
  }
  return Object.values(outputs)[0]![0]!.items[0]!.data
}

describe('records of earlier versions', () => {
  it('version 1 is read; what it did not record does not apply', () => {
    const record = parseRecord(recordOf('record-1.gradnb'))
    assert.equal(record.name, 'old')
    assert.equal(record.columns, 6)
    assert.match(formatScaled(at(record.quantities.delta_rms, 5, 0)), /^0\.\d+$/)
    for (const name of ['underflow_fraction', 'overflow_fraction'] as const)
      assert.ok(record.quantities[name].exponent.every(isAbsent))
    assert.equal(record.quantities.underflow_fraction.exponent.length, 18)
  })

  it('version 2 is read, with its pictures; it has no single steps, answers or distributions', () => {
    const record = parseRecord(recordOf('record-2.gradnb'))
    assert.equal(record.name, 'older')
    assert.equal(record.frames.length, 6)
    assert.deepEqual(record.steps.steps, [])
    assert.deepEqual([record.outcomeSubject, record.outcomes, record.distributions], [null, [], []])
    assert.equal(record.steps.quantities.delta_rms.layers, 3)
  })
})
