import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { runOf } from './reports'

describe('files from the field', () => {
  it('01: a column that is the same in every row has no say, whatever its value', async () => {
    const [one, tenth] = [await runOf('01-constant-column/one.yaml'), await runOf('01-constant-column/tenth.yaml')]
    assert.deepEqual([tenth.loss, tenth.metrics], [one.loss, one.metrics])
  })

  it('01: nor has it in the one row of the test split that differs', async () => {
    const { loss, test_loss } = await runOf('01-constant-column/one-row-differs.yaml')
    assert.ok(test_loss.at(-1)! < 5 * loss.at(-1)!, `${test_loss.at(-1)} after ${loss.at(-1)} in training`)
  })
})
