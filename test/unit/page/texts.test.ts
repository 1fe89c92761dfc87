import assert from 'node:assert/strict'
import { PAGE_TEXTS } from '../../../src/page/texts'

describe('what an exported page says of runs', () => {
  it('tells one as one, and many as many', () => {
    assert.equal(PAGE_TEXTS.failedRuns(1, 1), 'done; the run failed')
    assert.equal(PAGE_TEXTS.failedRuns(1, 3), 'done; 1 of 3 runs failed')
    assert.equal(PAGE_TEXTS.runs(0, 1, 0, null), '0 of 1 run')
    assert.equal(PAGE_TEXTS.runs(1, 3, 1, '4 s'), '1 of 3 runs · 1 failed · 4 s left')
  })
})
