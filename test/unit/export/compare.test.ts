import assert from 'node:assert/strict'
import { compareText } from '../../../src/export'
import { comparedSweep, experimentDifferences } from '../../../src/record'
import { sampleComparison } from '../renderer/comparisons'

const OPTIONS = { color: 'none', width: 100 } as const

describe('compareText(record, options)', () => {
  it('says which is best, a row for each, in which keys they differ, and then what each cell shows', () => {
    const lines = compareText(sampleComparison(), OPTIONS)
    assert.match(lines[1]!, /^Best is rates: loss 0\.01\d+, [\d.]+ times lower than the next best, xavier/)
    assert.ok(
      lines.some(line => /^small {2}.*│.* 0\.6\d* {2}1: 1 did not learn$|^small {2}.*│.* 0\.6\d* {2}1$/.test(line))
    )
    assert.ok(lines.includes('  initializer: random_normal | xavier | xavier | –'))
    assert.ok(lines.includes('  hidden_layers.depth: 8 | 8 | 3 | 1'))
    assert.equal(lines.at(-1), 'Cell c has not been run yet.')
  })

  it('can be made where nothing has a result', () => {
    const missing = { ...sampleComparison(), items: sampleComparison().items.slice(-1) }
    assert.deepEqual(compareText(missing, OPTIONS), ['', 'c#12', 'Cell c has not been run yet.'])
    assert.equal(comparedSweep(missing), null)
  })

  it('says so where the experiments are the same', () => {
    const [first] = sampleComparison().items
    const same = { ...sampleComparison(), items: [first!, { ...first!, reference: 'again' }] }
    assert.deepEqual(experimentDifferences(same), [])
    assert.ok(compareText(same, OPTIONS).includes('The experiments are the same.'))
  })
})
