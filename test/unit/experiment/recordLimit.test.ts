import assert from 'node:assert/strict'
import { DEFAULT_LIMITS, MOST_RECORD_CELLS as MOST_EXPERIMENT_CELLS, parseExperiment } from '../../../src/experiment'
import { MOST_RECORD_CELLS } from '../../../src/record'

describe('the limit of recorded cells', () => {
  const problems = (epochs: number) => {
    const limits = { ...DEFAULT_LIMITS, epochs: 10_000_000, recordCells: 10_000_000 }
    const result = parseExperiment(`dataset: spiral\nhidden_layers: [2]\nepochs: ${epochs}`, { limits })
    return result.ok ? [] : result.problems.map(({ message }) => message)
  }

  it('is what a record can hold, whatever a setting says', () => {
    assert.equal(MOST_EXPERIMENT_CELLS, MOST_RECORD_CELLS)
    assert.deepEqual(problems(MOST_RECORD_CELLS / 2 - 1), [])
    assert.match(problems(MOST_RECORD_CELLS / 2)[0]!, /2,000,002 recorded cells .* above the limit of 2,000,000/)
  })
})
