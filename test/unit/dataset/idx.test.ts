import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { IdxSpec } from '../../../src/dataset'
import { readIdxRows } from '../../../src/dataset/idx'
import { idxFile } from './idxFile'
import { LIMITS } from './loadFrom'

const IMAGES = idxFile([3, 2, 2])
const LABELS = idxFile([3], [7, 2, 7])

const spec = (samples: number | null = null): IdxSpec => ({
  name: 'idx',
  idx: { images: 'images', labels: 'labels' },
  samples,
  test_split: 0,
  standardize: false
})
const read = (images: Uint8Array, labels: Uint8Array, samples: number | null = null, limits = LIMITS) =>
  readIdxRows(spec(samples), path => (path === 'images' ? images : labels), limits)

describe('readIdxRows(spec, read, limits)', () => {
  it('reads pixels in [0, 1] and classes in ascending order', () => {
    const { count, width, inputs, targets, classNames } = read(IMAGES, LABELS)
    assert.deepEqual([count, width, classNames], [3, 4, ['2', '7']])
    assert.deepEqual(
      [...inputs],
      Array.from({ length: 12 }, (_, i) => i / 255)
    )
    assert.deepEqual([...targets], [1, 0, 1])
    assert.equal(read(idxFile([2, 1], [255, 0]), idxFile([2], [0, 1])).inputs[0], 1)
  })

  it('knows gzip by its first bytes', () => {
    assert.deepEqual(read(gzipSync(IMAGES), LABELS), read(IMAGES, LABELS))
    assert.deepEqual(read(IMAGES, gzipSync(LABELS)), read(IMAGES, LABELS))
  })

  it('takes the first samples; the classes are those of the whole file', () => {
    const { count, targets, classNames } = read(IMAGES, LABELS, 2)
    assert.deepEqual([count, [...targets], classNames], [2, [1, 0], ['2', '7']])
    assert.throws(() => read(IMAGES, LABELS, 4), /holds 3 pictures, but samples asks for 4/)
  })

  it('refuses what is cut off, too long, of another form or of another type', () => {
    const wrong: [Uint8Array, Uint8Array, RegExp][] = [
      [
        IMAGES.subarray(0, 27),
        LABELS,
        /^images is cut off: its header says 28 bytes, but it has 27; download it again$/
      ],
      [
        IMAGES,
        Uint8Array.from([...LABELS, 0]),
        /^labels is too long: its header says 11 bytes, but it has 12; download it again$/
      ],
      [IMAGES.subarray(0, 10), LABELS, /^images is cut off in its header: download it again$/],
      [IMAGES.subarray(0, 3), LABELS, /^images is not an IDX file/],
      [new Uint8Array(0), LABELS, /^images is empty: download it again$/],
      [new TextEncoder().encode('a,b,c\n'), LABELS, /^images is text, not an IDX file: CSV is read with/],
      [idxFile([3, 2], undefined, 0x0d), LABELS, /^images holds values of type 0x0d/],
      [LABELS, LABELS, /^images has 1 dimension, as labels do/],
      [IMAGES, IMAGES, /^labels has 3 dimensions, as pictures do/],
      [IMAGES, idxFile([2]), /^images holds 3 pictures, but labels 2 labels$/],
      [idxFile([0, 2]), idxFile([0]), /^images holds no pictures$/],
      [idxFile([3, 0]), LABELS, /have no pixels/],
      [IMAGES, idxFile([3], [1, 1, 1]), /^labels has only one class, 1$/],
      [
        idxFile([0xffffffff, 0xffffffff, 0xffffffff], []),
        LABELS,
        /^images holds 4294967295 pictures, but labels 3 labels$/
      ],
      [gzipSync(IMAGES).subarray(0, 20), LABELS, /^images is cut off: download it again$/],
      [Uint8Array.of(0x1f, 0x8b), LABELS, /^images is cut off: download it again$/],
      [gzipSync(IMAGES.subarray(0, 27)), LABELS, /^images is cut off: its header says 28 bytes, but it has 27/]
    ]
    for (const [images, labels, sentence] of wrong)
      assert.throws(
        () => read(images, labels),
        (error: Error) => error instanceof RangeError && sentence.test(error.message)
      )
  })

  it('refuses what unpacks to more than the limit, whatever its end says', () => {
    const long = gzipSync(idxFile([1000, 1000], Array<number>(1_000_000).fill(1)))
    const labels = idxFile(
      [1000],
      Array.from({ length: 1000 }, (_, i) => i % 2)
    )
    const few = { ...LIMITS, fileBytes: 500_000 }
    for (const size of [16, 0xffffffff]) {
      const images = Buffer.from(long)
      images.writeUInt32LE(size, images.length - 4)
      assert.throws(
        () => read(images, labels, null, few),
        /^RangeError: images unpacks to more than 500,000 bytes, the/
      )
    }
    const modest = idxFile([3, 2, 2]).map((byte, i) => (i === 7 ? 2 : byte))
    assert.throws(() => read(gzipSync(modest), idxFile([2])), /images is too long/)
  })

  it('refuses more numbers than the limit when it has read the headers, whatever follows them', () => {
    const head = idxFile([999_999, 14, 14], [])
    const labels = idxFile([999_999], [])
    const sentence =
      /^RangeError: images: 999,999 samples × 196 inputs are 195,999,804 numbers, above the limit of 100,000,000 \(the setting gradnb.limits.dataNumbers in VS Code, --max-data-numbers on the command line\); take fewer with samples$/
    for (const images of [head, gzipSync(head)]) assert.throws(() => read(images, labels), sentence)
    assert.throws(() => read(head, labels, 1000), /labels is cut off/)
  })

  it('says what else a file is', () => {
    const page = new TextEncoder().encode('<!doctype html><html></html>')
    assert.throws(() => read(page, LABELS), /^RangeError: images is a web page, not an IDX file: open its address/)
    assert.throws(() => read(gzipSync(page), LABELS), /^RangeError: images is a web page/)
    assert.throws(() => read(gzipSync(gzipSync(IMAGES)), LABELS), /^RangeError: images is packed with gzip, not an IDX/)
    assert.throws(() => read(IMAGES, Uint8Array.from(Buffer.from('PK\x03\x04'))), /labels is a ZIP archive.*unpack it/)
  })

  it('holds the limit of samples', () => {
    assert.throws(
      () => read(IMAGES, LABELS, null, { ...LIMITS, samples: 2 }),
      /^RangeError: images: 3 samples are above the limit of 2 \(the setting gradnb.limits.samples in VS Code, --max-samples on the command line\); take fewer with samples$/
    )
    assert.equal(read(IMAGES, LABELS, 2, { ...LIMITS, samples: 2 }).count, 2)
  })
})
