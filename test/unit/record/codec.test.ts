import assert from 'node:assert/strict'
import {
  absent,
  at,
  EncodeCache,
  encodeRecord,
  openRecord,
  parseRecord,
  RecordBuilder,
  RecordError,
  scaled,
  type Scaled
} from '../../../src/record'
import { column, HEADER, sampleBuilder } from './sampleRecord'

const through = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>

describe('RecordBuilder', () => {
  it('gives records that later columns do not change', () => {
    const builder = sampleBuilder(1)
    const early = builder.record
    for (let epoch = 2; epoch <= 40; epoch++) builder.add(column(epoch, scaled(1), scaled(1)))
    assert.equal(early.columns, 2)
    assert.equal(early.quantities.delta_rms.mantissa.length, 4)
    assert.equal(builder.record.columns, 41)
    assert.deepEqual(at(builder.record.quantities.delta_rms, 1, 0), scaled(0.236, -1))
  })

  it('refuses a column out of order', () => {
    assert.throws(() => sampleBuilder(1).add(column(3, scaled(1), scaled(1))), /column 3 where 2 was due/)
  })
})

describe('encodeRecord and parseRecord', () => {
  it('keep every number to 24 bits, far outside float64 too', () => {
    const builder = new RecordBuilder(HEADER)
    const numbers: Scaled[] = [
      scaled(0.1),
      scaled(-3e-9),
      { mantissa: 1.25, exponent: -1400 },
      { mantissa: 1.9, exponent: 5000 }
    ]
    numbers.forEach((number, epoch) => builder.add(column(epoch, number, absent)))
    const { delta_rms } = parseRecord(through(encodeRecord(builder.record))).quantities
    numbers.forEach((number, epoch) => {
      const read = at(delta_rms, epoch, 0)
      assert.equal(read.exponent, number.exponent)
      assert.equal(read.mantissa, Math.fround(number.mantissa))
      assert.deepEqual(at(delta_rms, epoch, 1), absent)
    })
  })

  it('keep as many leading bits as a quantity needs', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, scaled(1 / 3), scaled(-1e7 / 3)))
    const { z_q50, activation_mean } = parseRecord(through(encodeRecord(builder.record))).quantities
    for (const layer of [0, 1]) {
      const exact = [4 / 3, -1e7 / 3 / 2 ** 21][layer]!
      assert.equal(at(z_q50, 0, layer).mantissa, Math.round(exact * 128) / 128)
      assert.equal(at(activation_mean, 0, layer).mantissa, Math.round(exact * 32768) / 32768)
    }
  })

  it('carry a mantissa that rounds up to 2 into the exponent', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, { mantissa: 1.999999999999, exponent: -7 }, scaled(1)))
    assert.deepEqual(at(parseRecord(through(encodeRecord(builder.record))).quantities.delta_rms, 0, 0), scaled(1, -6))
  })

  it('keep zeros, NaN and both infinities', () => {
    const builder = new RecordBuilder(HEADER)
    const values = [0, NaN, Infinity, -Infinity]
    values.forEach((value, epoch) => builder.add(column(epoch, scaled(value), scaled(1))))
    const { delta_rms } = parseRecord(through(encodeRecord(builder.record))).quantities
    assert.deepEqual(
      values.map((_, epoch) => at(delta_rms, epoch, 0).mantissa),
      values
    )
  })

  it('encode a growing record to the same text with what was kept of an earlier state', () => {
    const cache = new EncodeCache()
    const builder = sampleBuilder(0)
    for (let epoch = 1; epoch <= 700; epoch++) {
      builder.add(column(epoch, scaled(1 / epoch), scaled(epoch)))
      if (epoch % 100 === 0)
        assert.ok(JSON.stringify(encodeRecord(builder.record, cache)) === JSON.stringify(encodeRecord(builder.record)))
    }
    const { delta_rms } = parseRecord(through(encodeRecord(builder.record, cache))).quantities
    assert.deepEqual(
      [0, 255, 256, 511, 512, 700].map(epoch => at(delta_rms, epoch, 1).exponent),
      [0, 7, 8, 8, 9, 9]
    )
  })

  it('give the same text when the parsed record is encoded again', () => {
    const first = JSON.stringify(encodeRecord(sampleBuilder(9).record))
    assert.equal(JSON.stringify(encodeRecord(parseRecord(JSON.parse(first)))), first)
  })

  it('say where a damaged record is damaged', () => {
    const place = (path: readonly string[], value: unknown): string => {
      try {
        parseRecord(changed(encodeRecord(sampleBuilder(2).record), path, value))
      } catch (error) {
        assert.ok(error instanceof RecordError, String(error))
        return error.path
      }
      throw new Error(`accepted ${path.join('.')}`)
    }
    assert.equal(place(['layers'], undefined), 'layers')
    assert.equal(place(['layers', '1', 'inputs'], -1), 'layers[1].inputs')
    assert.equal(place(['columns'], 9), 'curves.loss')
    assert.equal(place(['columns'], 1e15), 'columns')
    assert.equal(place(['quantities', 'delta_rms'], ['AAAA']), 'quantities.delta_rms')
    assert.equal(place(['quantities', 'delta_rms'], ['<b>']), 'quantities.delta_rms')
    assert.equal(place(['version'], 99), 'version')
    assert.equal(place(['events', 'stop'], { reason: 'bored', epoch: 1 }), 'events.stop.reason')
    for (const value of [null, 3, 'x', []]) assert.throws(() => parseRecord(value), RecordError)
  })
})

/** A copy of JSON in which the value at `path` is another one. */
function changed(json: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  const copy = structuredClone(json) as Record<string, unknown>
  copy[key!] = path.length > 0 ? changed(copy[key!], path, value) : value
  return copy
}

describe('openRecord(value)', () => {
  const stored = () => encodeRecord(sampleBuilder(3).record)

  it('reads the same numbers as parseRecord, each quantity when it is asked for', () => {
    const [opened, parsed] = [openRecord(stored()), parseRecord(stored())]
    assert.deepEqual(opened.quantities.delta_rms, parsed.quantities.delta_rms)
    assert.equal(opened.quantities.delta_rms, opened.quantities.delta_rms)
    assert.deepEqual(Object.keys(opened.quantities), Object.keys(parsed.quantities))
  })

  it('says what is damaged: the rest at once, a quantity when it is asked for', () => {
    assert.throws(() => openRecord({ ...stored(), columns: 9 }), /damaged record: curves\.loss/)
    const record = openRecord({ ...stored(), quantities: { ...(stored()['quantities'] as object), z_q50: ['AAAA'] } })
    assert.ok(record.quantities.delta_rms.columns > 0)
    assert.throws(() => record.quantities.z_q50, (error: unknown) => error instanceof RecordError && error.path === 'quantities.z_q50') // prettier-ignore
  })
})

describe('a record with another number of columns than its tables', () => {
  for (const columns of [1, 3, 5])
    it(`is damaged: ${columns} instead of 4`, () =>
      assert.throws(
        () => parseRecord({ ...encodeRecord(sampleBuilder(3).record), columns }),
        /damaged record: curves\.loss/
      ))
})
