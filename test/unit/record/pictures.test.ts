import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { encodeRecord, parseRecord, RecordBuilder, RecordError, scaled, type PictureSubject } from '../../../src/record'
import { column, HEADER } from './sampleRecord'

const SURFACE: PictureSubject = {
  kind: 'surface',
  size: 3,
  x: [-1.5, 2],
  y: [0, 4],
  points: Uint8Array.of(0, 255, 1, 128, 7, 0)
}
const IMAGES: PictureSubject = { kind: 'images', width: 2, images: Uint8Array.of(0, 1, 254, 255), classes: [1] }

function recordOf(subject: PictureSubject, values: Uint8Array) {
  const builder = new RecordBuilder({ ...HEADER, subject })
  builder.add(column(0, scaled(1), scaled(1)))
  builder.addFrame({ epoch: 0, values })
  return JSON.parse(JSON.stringify(encodeRecord(builder.record))) as Record<string, Record<string, unknown>>
}

/** Probabilities of two classes in nine places. */
const PROBABILITIES = Uint8Array.from([0, 9, 30, 128, 127, 200, 255, 254, 1].flatMap(first => [first, 255 - first]))

describe('pictures in a record', () => {
  it('are read as they were written', () => {
    const { subject, frames } = parseRecord(recordOf(SURFACE, PROBABILITIES))
    assert.deepEqual(subject, SURFACE)
    assert.deepEqual(frames, [{ epoch: 0, values: PROBABILITIES }])
    assert.deepEqual(parseRecord(recordOf(IMAGES, Uint8Array.of(3, 252))).subject, IMAGES)
  })

  it('of a single class, which is certain everywhere, are read as they were written', () => {
    const values = new Uint8Array(9).fill(255)
    const builder = new RecordBuilder({ ...HEADER, data: { ...HEADER.data, classes: ['0'] }, subject: SURFACE })
    builder.addFrame({ epoch: 0, values })
    const record = parseRecord(JSON.parse(JSON.stringify(encodeRecord(builder.record))))
    assert.deepEqual(record.frames, [{ epoch: 0, values }])
  })

  it('are null and none where there are none', () => {
    const { subject, frames } = parseRecord(JSON.parse(JSON.stringify(encodeRecord(new RecordBuilder(HEADER).record))))
    assert.deepEqual([subject, frames], [null, []])
  })

  it('say where they are damaged', () => {
    const place = (change: (record: ReturnType<typeof recordOf>) => void): string => {
      const record = recordOf(SURFACE, PROBABILITIES)
      change(record)
      try {
        parseRecord(record)
      } catch (error) {
        assert.ok(error instanceof RecordError, String(error))
        return error.path
      }
      throw new Error('accepted')
    }
    assert.equal(place(record => (record['subject']!['kind'] = 'movie')), 'subject.kind') // prettier-ignore
    assert.equal(place(record => (record['subject']!['x'] = [1])), 'subject.x[1]') // prettier-ignore
    assert.equal(place(record => (record['subject']!['count'] = 1e9)), 'subject.points') // prettier-ignore
    assert.equal(place(record => (record['subject']!['size'] = 4)), 'frames[0].values') // prettier-ignore
    assert.equal(place(record => (record['frames'] = { 0: 1 })), 'frames') // prettier-ignore
  })
})
