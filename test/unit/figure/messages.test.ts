import assert from 'node:assert/strict'
import { parseChoice, parseFromFigure, parseToFigure, sameChoice } from '../../../src/figure'

const CHOICE = { quantity: 'delta_rms', beside: 'update_ratio' }

describe('parseChoice(value)', () => {
  it('reads what was written, also names that only a later version knows', () => {
    assert.deepEqual(parseChoice(CHOICE), CHOICE)
    assert.deepEqual(parseChoice({ quantity: 'curvature', more: 1 }), { quantity: 'curvature', beside: null })
  })

  it('refuses all else', () => {
    for (const value of [
      null,
      3,
      'delta_rms',
      {},
      { quantity: '<b>' },
      { quantity: 'a', beside: 7 },
      { quantity: 'A' }
    ])
      assert.equal(parseChoice(value), null)
  })
})

describe('parseFromFigure(value)', () => {
  it('reads each message', () => {
    for (const message of [
      { type: 'choose', cell: 'aaaa', choice: CHOICE },
      { type: 'ask', cell: 'aaaa' },
      { type: 'save', name: 'a.png', data: 'AAAA' },
      { type: 'open', language: 'csv', text: 'a,b' },
      { type: 'openRun', cell: 'aaaa', run: 12, digest: 'd' },
      { type: 'insertRun', cell: 'aaaa', run: 0, digest: 'd' },
      { type: 'drawn', stream: 'a', columns: 3 },
      { type: 'missing', stream: 'a', columns: 3, frames: 1 }
    ])
      assert.deepEqual(parseFromFigure(message), message)
  })

  it('refuses what is incomplete or unknown', () => {
    for (const value of [
      undefined,
      {},
      { type: 'save', name: 'a' },
      { type: 'choose', cell: 'a', choice: {} },
      { type: 'drawn', stream: 'a', columns: -1 },
      { type: 'openRun', cell: 'aaaa', run: 0.5, digest: 'd' },
      { type: 'run' }
    ])
      assert.equal(parseFromFigure(value), null)
  })
})

describe('parseFromFigure(value)', () => {
  it('reads which remedy is to be tried, and that it is any', () => {
    const asked = { type: 'remedy', cell: 'a', rule: 'overfit', title: null }
    assert.deepEqual(parseFromFigure(asked), asked)
    assert.deepEqual(parseFromFigure({ ...asked, title: 'Keep weights small' }), {
      ...asked,
      title: 'Keep weights small'
    })
    assert.equal(parseFromFigure({ ...asked, title: 3 }), null)
    assert.equal(parseFromFigure({ ...asked, rule: undefined }), null)
  })
})

describe('parseToFigure(value)', () => {
  it('reads a choice, and that there is none', () => {
    const chosen = { type: 'chosen', cell: 'a', choice: CHOICE, silenced: ['overfit'] }
    assert.deepEqual(parseToFigure(chosen), chosen)
    assert.deepEqual(parseToFigure({ ...chosen, silenced: [3, 'x'] }), { ...chosen, silenced: ['x'] })
    assert.deepEqual(parseToFigure({ ...chosen, silenced: undefined }), { ...chosen, silenced: [] })
    assert.deepEqual(parseToFigure({ ...chosen, choice: null }), { ...chosen, choice: null })
    assert.equal(parseToFigure({ type: 'chosen' }), null)
  })

  it('reads a run of a sweep that was made again, or why it was not', () => {
    for (const message of [
      { type: 'opened', cell: 'a', run: 3, record: {} },
      { type: 'notOpened', cell: 'a', run: 3, why: 'The worker ended.' }
    ])
      assert.deepEqual(parseToFigure(message), message)
    assert.equal(parseToFigure({ type: 'opened', cell: 'a', run: -1, record: {} }), null)
    assert.equal(parseToFigure({ type: 'notOpened', cell: 'a', run: 3 }), null)
  })

  it('reads a piece of a run under way', () => {
    const piece = { type: 'piece', stream: 'a', piece: { from: 1 } }
    assert.deepEqual(parseToFigure(piece), piece)
    assert.equal(parseToFigure({ type: 'piece', piece: {} }), null)
  })
})

describe('sameChoice(a, b)', () => {
  it('compares what is shown', () => {
    assert.ok(sameChoice(CHOICE, { ...CHOICE }))
    assert.ok(!sameChoice(CHOICE, { ...CHOICE, beside: null }))
    assert.ok(!sameChoice(null, CHOICE))
  })
})
