import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  addPiece,
  encodePiece,
  encodeRecord,
  parseRecord,
  RecordBuilder,
  QUANTITY_NAMES,
  RecordError,
  scaled,
  toNumber,
  type Table
} from '../../../src/record'
import { column, HEADER, sampleBuilder } from './sampleRecord'

const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const textOf = (builder: RecordBuilder): string => JSON.stringify(encodeRecord(builder.record))

/** A run of `epochs` epochs, seen from afar when it had `seen`. */
function seen(seen: number): RecordBuilder {
  return RecordBuilder.from(parseRecord(through(encodeRecord(sampleBuilder(seen).record))))
}

describe('a piece of a growing record', () => {
  it('makes an older state the newer one', () => {
    const source = sampleBuilder(9)
    source.setEvents({ ...source.record.events, stop: { reason: 'completed', epoch: 9 } })
    const far = seen(3)
    assert.ok(addPiece(far, through(encodePiece(source.record, 4, 0))))
    assert.equal(textOf(far), textOf(source))
  })

  it('may tell again what is known', () => {
    const far = seen(3)
    assert.ok(addPiece(far, through(encodePiece(sampleBuilder(6).record, 1, 0))))
    assert.equal(textOf(far), textOf(sampleBuilder(6)))
  })

  it('is refused where columns between are missing', () => {
    const far = seen(3)
    assert.equal(addPiece(far, through(encodePiece(sampleBuilder(9).record, 6, 0))), false)
    assert.equal(far.record.columns, 4)
  })

  it('brings pictures', () => {
    const subject = { kind: 'images', width: 1, images: Uint8Array.of(9), classes: [0] } as const
    const source = new RecordBuilder({ ...HEADER, subject })
    const far = RecordBuilder.from(source.record)
    for (const epoch of [0, 1]) {
      source.add(column(epoch, scaled(1), scaled(1)))
      source.addFrame({ epoch, values: Uint8Array.of(epoch, 255 - epoch) })
      assert.ok(addPiece(far, through(encodePiece(source.record, epoch, epoch))))
    }
    assert.deepEqual(far.record.frames, source.record.frames)
  })

  it('that is damaged says where', () => {
    const piece = { ...(through(encodePiece(sampleBuilder(6).record, 4, 0)) as object), to: 99 }
    assert.throws(() => addPiece(seen(3), piece), RecordError)
    assert.throws(() => addPiece(seen(3), { ...piece, to: 6, numbers: 'not base64!' }), /piece.numbers/)
  })

  it('brings the numbers as files keep them', () => {
    const source = new RecordBuilder(HEADER)
    const far = RecordBuilder.from(source.record)
    const numbers = [1 / 3, -2 / 3, 0, NaN, Infinity, 1.99999999999].map(number => scaled(number, -1400))
    numbers.forEach((number, epoch) => source.add(column(epoch, number, number)))
    assert.ok(addPiece(far, through(encodePiece(source.record, 0, 0))))
    const kept = parseRecord(through(encodeRecord(source.record)))
    for (const name of QUANTITY_NAMES)
      for (let i = 0; i < kept.quantities[name].mantissa.length; i++) {
        const value = ({ mantissa, exponent }: Table) =>
          toNumber({ mantissa: mantissa[i]!, exponent: exponent[i]! + 1400 })
        assert.equal(value(far.record.quantities[name]), value(kept.quantities[name]), `${name}, ${i}`)
      }
  })
})
