import assert from 'node:assert/strict'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, it } from 'mocha'
import { beginningOf, unpacked } from '../../../src/dataset/gzip'
import { createRandom } from '../../../src/arithmetic'

const PLAIN = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i) >>> 7)
const PACKED = gzipSync(PLAIN)
const MOST = 1_000_000

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
const unpack = (bytes: Uint8Array, most = MOST): Uint8Array => unpacked('a.gz', bytes, most)
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

function told(bytes: Uint8Array, most = MOST): string {
  try {
    unpack(bytes, most)
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error))
    return error.message
  }
  throw new Error('nothing was wrong')
}

/** A member with all that its header may hold: FTEXT, a checksum of its own, extra bytes, a name and a comment. */
function withLongHeader(plain: Uint8Array): Uint8Array {
  const head = [0x1f, 0x8b, 8, 0b11101, 1, 2, 3, 4, 2, 3, 3, 0, 9, 9, 9, ...Buffer.from('name\0comment\0')]
  const packed = gzipSync(plain)
  const start = flipped(joined(Uint8Array.from(head), deflateRawSync(plain), packed.subarray(-8)), -1)
  return Uint8Array.from(start).map((byte, i) => (i === 3 ? byte & ~2 : byte))
}

describe('unpacked(file, bytes, most)', () => {
  it('gives bytes that are no gzip as they are', () => {
    for (const bytes of [new Uint8Array(0), Uint8Array.of(0x1f), PLAIN]) assert.equal(unpack(bytes), bytes)
  })

  it('unpacks whatever the level, and what does not get smaller', () => {
    for (const level of [0, 1, 9]) assert.deepEqual(unpack(gzipSync(PLAIN, { level })), PLAIN)
    assert.deepEqual(unpack(gzipSync(new Uint8Array(0))), new Uint8Array(0))
    assert.deepEqual(unpack(withLongHeader(PLAIN)), PLAIN)
  })

  it('unpacks members that follow each other, and zeros between and after them', () => {
    const zeros = new Uint8Array(1000)
    assert.deepEqual(unpack(joined(PACKED, PACKED, gzipSync(new Uint8Array(0)), PACKED)), joined(PLAIN, PLAIN, PLAIN))
    assert.deepEqual(unpack(joined(PACKED, zeros)), PLAIN)
    assert.deepEqual(unpack(joined(PACKED, zeros, PACKED, zeros)), joined(PLAIN, PLAIN))
    const many = Array.from({ length: 5000 }, (_, i) => gzipSync(Uint8Array.of(i & 255)))
    assert.deepEqual(
      unpack(joined(...many)),
      Uint8Array.from(many, (_, i) => i & 255)
    )
  })

  it('says that a file is cut off wherever it ends, in its second member, too', () => {
    for (const whole of [PACKED, withLongHeader(PLAIN)])
      for (const length of [2, 3, 9, 10, 11, 17, 40, whole.length - 9, whole.length - 8, whole.length - 1])
        assert.equal(told(whole.subarray(0, length)), 'a.gz is cut off: download it again')
    assert.equal(told(joined(PACKED, PACKED.subarray(0, 500))), 'a.gz is cut off: download it again')
    assert.equal(told(joined(PACKED, new Uint8Array(9), PACKED.subarray(0, 1))), 'a.gz is cut off: download it again')
  })

  it('finds any bit that is flipped, outside the fields that say nothing about the contents', () => {
    const packed = gzipSync(PLAIN.subarray(0, 300))
    for (let at = 2; at < packed.length; at++) {
      if (at >= 3 && at <= 9) continue // "is text", time, how it was packed and where
      assert.match(told(flipped(packed, at)), /^a.gz is (damaged|cut off)/, `byte ${at}`)
    }
  })

  it('says whether it is the checksum or the length that does not match', () => {
    const end = PACKED.length
    assert.equal(told(flipped(PACKED, end - 6)), 'a.gz is damaged (its checksum does not match): download it again')
    assert.equal(told(flipped(PACKED, end - 2)), 'a.gz is damaged (its length does not match): download it again')
    assert.equal(told(joined(PACKED, Uint8Array.of(1, 2, 3))), 'a.gz is damaged: download it again')
  })

  it('stops at the limit, whatever the last four bytes say', () => {
    const sentence =
      'a.gz unpacks to more than 50,000 bytes, the limit (the setting gradnb.limits.fileBytes in VS Code, --max-file-bytes on the command line)'
    const lying = joined(PACKED.subarray(0, -4), Uint8Array.of(0, 0, 0, 0))
    for (const bytes of [PACKED, lying, joined(PACKED, PACKED)]) assert.equal(told(bytes, 50_000), sentence)
    assert.deepEqual(unpack(PACKED, 100_000), PLAIN)
    const interrupted = joined(PACKED.subarray(0, -200), Uint8Array.of(0xff, 0xff, 0xff, 0xff))
    assert.match(told(interrupted), /^a.gz is (damaged|cut off)/)
  })

  it('gives the same bytes as zlib for random contents', () => {
    const random = createRandom(1)
    for (let run = 0; run < 50; run++) {
      const [size, range] = [random.integer(200_000), 1 + random.integer(256)]
      const plain = Uint8Array.from({ length: size }, () => random.integer(range))
      assert.deepEqual(unpack(gzipSync(plain, { level: random.integer(10) })), plain)
    }
  })
})

describe('beginningOf(file, bytes, count)', () => {
  it('is the first bytes, or all', () => {
    assert.deepEqual(beginningOf('a.gz', PACKED, 10), PLAIN.subarray(0, 10))
    assert.deepEqual(beginningOf('a', PLAIN, 10), PLAIN.subarray(0, 10))
    assert.deepEqual(beginningOf('a.gz', PACKED, MOST), PLAIN)
    assert.deepEqual(
      beginningOf('a.gz', joined(gzipSync(PLAIN.subarray(0, 3)), PACKED), 5),
      Uint8Array.of(...PLAIN.subarray(0, 3), ...PLAIN.subarray(0, 2))
    )
  })

  it('does not look at what comes after them', () => {
    const damaged = flipped(PACKED, PACKED.length - 6)
    assert.deepEqual(beginningOf('a.gz', damaged, 1000), PLAIN.subarray(0, 1000))
    assert.throws(() => beginningOf('a.gz', damaged, MOST), /checksum/)
    assert.throws(() => beginningOf('a.gz', PACKED.subarray(0, 11), 10), /is cut off/)
  })
})
