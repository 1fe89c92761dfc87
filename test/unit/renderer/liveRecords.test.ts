import assert from 'node:assert/strict'
import { LiveRecords } from '../../../renderers/run/view/liveRecords'
import { encodePiece, encodeRecord, type RunRecord } from '../../../src/record'
import { sampleBuilder } from '../record/sampleRecord'

const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const outputOf = (epochs: number): unknown => through(encodeRecord(sampleBuilder(epochs).record))
const pieceOf = (epochs: number, from: number): unknown => through(encodePiece(sampleBuilder(epochs).record, from, 0))

/** The columns of the record that a piece led to. */
function columnsOf(grown: ReturnType<LiveRecords['piece']>): number {
  assert.ok(grown !== null && 'record' in grown)
  return grown.record.columns
}

describe('the records of runs under way', () => {
  it('grow by pieces from the output that brought them', () => {
    const live = new LiveRecords()
    live.whole('a', outputOf(2))
    assert.equal(columnsOf(live.piece('a', pieceOf(5, 3))), 6)
    assert.equal(columnsOf(live.piece('a', pieceOf(9, 6))), 10)
  })

  it('say how far they are when a piece is missing, and do not know other streams', () => {
    const live = new LiveRecords()
    live.whole('a', outputOf(2))
    assert.deepEqual(live.piece('a', pieceOf(9, 7)), { missing: { columns: 3, frames: 0 } })
    assert.equal(live.piece('b', pieceOf(9, 7)), null)
    assert.deepEqual(live.position('a'), { columns: 3, frames: 0 })
    assert.equal(live.position('b'), null)
  })

  it('know how far an output is before the first piece comes', () => {
    const live = new LiveRecords()
    live.whole('a', outputOf(2))
    assert.deepEqual(live.position('a'), { columns: 3, frames: 0 })
  })

  it('stay when an output arrives that is older than they are, and follow one that is newer or has ended', () => {
    const live = new LiveRecords()
    live.whole('a', outputOf(2))
    live.piece('a', pieceOf(9, 3))
    assert.equal((live.whole('a', outputOf(5)) as RunRecord).columns, 10)
    const newer = outputOf(12)
    assert.equal(live.whole('a', newer), newer)
    assert.equal(columnsOf(live.piece('a', pieceOf(13, 13))), 14)
    const builder = sampleBuilder(4)
    builder.setEvents({ ...builder.record.events, stop: { reason: 'cancelled', epoch: 4 } })
    const ended = through(encodeRecord(builder.record))
    assert.equal(live.whole('a', ended), ended)
  })
})
