import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plainText, recordCsv } from '../../../src/export'
import {
  addPiece,
  encodePiece,
  encodeRecord,
  MOST_RECORD_CELLS,
  openRecord,
  parseRecord,
  RecordBuilder,
  RecordError
} from '../../../src/record'
import { createRandom } from '../../../src/arithmetic'
import { deflate, inflate } from '../../../src/record/bytes'
import { HEADER, sampleBuilder } from './sampleRecord'

type Fields = Record<string, unknown>

const stored = (): Fields => JSON.parse(JSON.stringify(encodeRecord(sampleBuilder(3).record))) as Fields

/** What `parseRecord` says of a record, and that `openRecord` says it, too. */
function refused(record: Fields): RecordError {
  const errors = [parseRecord, openRecord].map(read => {
    try {
      read(record)
    } catch (error) {
      assert.ok(error instanceof RecordError, String(error))
      return error
    }
    throw new Error('accepted')
  })
  assert.equal(errors[0]!.message, errors[1]!.message)
  return errors[0]!
}

function opens(record: Fields): boolean {
  try {
    parseRecord(record)
    return true
  } catch {
    return false
  }
}

/** Processor time, as others may keep the machine busy. */
function seconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1e6
}

const layer = (name = 'hidden') => ({ name, inputs: 1, outputs: 1, activation: 'tanh' })

describe('a record that is too large', () => {
  it('is refused before a layer or a number of it is read', () => {
    let reads = 0
    const layers = new Proxy(Array<unknown>(100_000).fill(layer()), {
      get: (target, key, self) => (/^\d+$/.test(String(key)) && reads++, Reflect.get(target, key, self) as unknown)
    })
    assert.equal(refused({ ...stored(), layers, columns: 256 }).path, 'columns')
    assert.equal(reads, 0)
  })

  it('has more than so many layers × columns', () => {
    const most = MOST_RECORD_CELLS / 2
    assert.equal(refused({ ...stored(), columns: most + 1 }).path, 'columns')
    assert.equal(refused({ ...stored(), columns: most }).path, 'curves.loss')
    assert.equal(refused({ ...stored(), columns: Number.MAX_SAFE_INTEGER }).path, 'columns')
  })

  it('may have to be refused for any of its parts', () => {
    const data = stored()['data'] as Fields
    const events = stored()['events'] as Fields
    const surface = { kind: 'surface', size: 1, x: [0, 1], y: [0, 1], count: 0, points: deflate(new Uint8Array()) }
    const frame = { epoch: 0, values: deflate(new Uint8Array(1)) }
    const images = { kind: 'images', width: 1, images: deflate(new Uint8Array(1)), classes: [0] }
    for (const [at, change] of [
      ['layers', { layers: [] }],
      ['layers[0].name', { layers: [layer('x'.repeat(201)), layer()] }],
      ['data.classes', { data: { ...data, classes: Array(10_001).fill('a') } }],
      ['experiment', { experiment: nested(40) }],
      ['events.activationVariance.steps', { events: { ...events, activationVariance: { steps: 1e9, values: [] } } }],
      ['events.duplicateUnits.initial', { events: { ...events, duplicateUnits: { initial: [0, 0, 0], last: null } } }],
      ['subject.size', { subject: { ...surface, size: 1e9 }, frames: [] }],
      ['subject.points', { subject: { ...surface, count: 1e12 }, frames: [] }],
      ['subject.width', { subject: { ...images, width: 1e9 }, frames: [] }],
      ['subject.images', { subject: { ...images, width: 10_000, classes: [0, 0, 0] }, frames: [] }],
      ['frames', { subject: surface, frames: Array(10_001).fill(frame) }],
      ['frames', { subject: { ...surface, size: 10_000 }, frames: Array(10).fill(frame) }],
      ['data.classes', { subject: surface, frames: [frame], data: { ...data, classes: [] } }]
    ] as const)
      assert.equal(refused({ ...stored(), ...change }).path, at)
  })

  it('may come as a piece', () => {
    const piece = encodePiece(sampleBuilder(6).record, 4, 0)
    for (const to of [3, MOST_RECORD_CELLS, Number.MAX_SAFE_INTEGER])
      assert.throws(() => addPiece(RecordBuilder.from(sampleBuilder(3).record), { ...piece, to }), RecordError)
  })
})

const nested = (levels: number): unknown => (levels > 0 ? { a: nested(levels - 1) } : 1)

describe('a text of numbers', () => {
  const withLoss = (text: string) => ({ ...stored(), curves: { ...(stored()['curves'] as Fields), loss: [text] } })
  const loss = (): string => ((stored()['curves'] as Fields)['loss'] as string[])[0]!

  it('that would unpack to far more is not unpacked', () => {
    const bomb = deflate(new Uint8Array(60_000_000))
    assert.equal(refused(withLoss(bomb)).path, 'curves.loss')
    const layers = Array.from({ length: 4000 }, () => layer())
    const wide = { ...stored(), layers, quantities: Object.fromEntries(Object.keys(stored()['quantities'] as Fields).map(name => [name, [bomb]])) } // prettier-ignore
    assert.ok(seconds(() => assert.throws(() => parseRecord(wide), RecordError)) < 1)
  })

  it('that claims more than it can unpack to takes no memory', () => {
    const before = process.memoryUsage().arrayBuffers
    assert.equal(refused({ ...stored(), columns: 256, curves: { loss: [loss()] } }).path, 'curves.loss')
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000)
  })

  /** The header says how well it was packed, and the last byte of numbers may have bits to spare. */
  it('with a wrong bit is damaged, or has the same numbers', () => {
    const bytes = Buffer.from(loss(), 'base64')
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const wrong = Buffer.from(bytes)
      wrong[bit >> 3]! ^= 1 << (bit & 7)
      const record = withLoss(wrong.toString('base64'))
      const isUnused = bit < 16 || (bit >= 8 * (bytes.length - 5) && bit < 8 * (bytes.length - 4))
      if (isUnused && opens(record))
        assert.deepEqual(parseRecord(record).curves.loss, parseRecord(stored()).curves.loss)
      else assert.equal(refused(record).path, 'curves.loss', `bit ${bit}`)
    }
  })

  it('of numbers that no run writes is damaged', () => {
    const bytes = new Uint8Array(8 * 4)
    bytes.set([1, 2, 3, 4]) // the lowest bytes of mantissas: far below 1
    assert.equal(refused(withLoss(deflate(bytes))).path, 'curves.loss')
  })

  it('may be long', () => {
    const random = createRandom(1)
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i % 3 > 0 ? random.integer(256) : 7))
    assert.deepEqual(inflate(deflate(bytes), bytes.length, 'x'), bytes)
  })
})

describe('the text of a record', () => {
  it('can be made of the widest that can be read, whatever its layers are called', () => {
    const name = '\u001b[2J'.repeat(40)
    const layers = Array.from({ length: 150_000 }, () => ({ ...HEADER.layers[0]!, name }))
    const { record } = new RecordBuilder({ ...HEADER, layers })
    const options = { quantity: 'delta_rms', color: 'none', width: 80 } as const
    assert.match(plainText(record, options).join('\n'), /nothing recorded/)
    const wide = { ...record, columns: 1, quantities: { ...record.quantities, delta_rms: tableOf(layers.length) } }
    const lines = plainText({ ...wide, curves: { ...record.curves, loss: tableOf(1) } } as typeof record, options)
    const others = lines.length - layers.length
    assert.ok(others > 7 && others < 30, `a line for each layer, and ${others} for all else`)
    assert.ok(lines.every(line => line.length < 120 && !line.includes('\u001b')))
  })

  it('is not made as CSV where it would be too long, which is said', () => {
    const { record } = sampleBuilder(0)
    assert.throws(() => recordCsv({ ...record, columns: 600_000 }), /CSV would have 1200000 rows/)
  })
})

const tableOf = (layers: number) => ({
  columns: 1,
  layers,
  mantissa: new Float64Array(layers).fill(1),
  exponent: new Int32Array(layers)
})

describe('a notebook with a record without layers', () => {
  it('has a record that is refused with its place', () => {
    const file = readFileSync(path.join('test', 'reports', 'rel-10-record-bombs', 'no-layers.gradnb'), 'utf8')
    const { outputs } = JSON.parse(file) as { outputs: Record<string, { items: { data: Fields }[] }[]> }
    assert.match(refused(outputs['b2']![0]!.items[0]!.data).message, /layers should be a list of at least one layer/)
  })
})
