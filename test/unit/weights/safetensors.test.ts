import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { parseSafetensors } from '../../../src/weights/safetensors'
import { zipFile } from '../dataset/zipFile'

/** A file with this header (text or plain data) and as many data bytes. */
function fileWith(header: unknown, dataBytes: number, length?: number): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + dataBytes)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length ?? text.length), true)
  bytes.set(text, 8)
  return bytes
}

const entry = (shape: unknown, data_offsets: unknown, dtype: unknown = 'F32') => ({ dtype, shape, data_offsets })
const parse = (bytes: Uint8Array) => parseSafetensors('w', bytes)

describe('parseSafetensors(file, bytes)', () => {
  it('reads F32 and F64 at any place, in the order of their data', () => {
    const bytes = fileWith({ b: entry([2], [4, 20], 'F64'), a: entry([1, 1], [0, 4]), __metadata__: { x: 'y' } }, 20)
    const view = new DataView(bytes.buffer, bytes.length - 20)
    view.setFloat32(0, 0.5, true)
    view.setFloat64(4, -1e-300, true)
    view.setFloat64(12, NaN, true)
    const tensors = parse(bytes)
    assert.deepEqual([...tensors.keys()], ['a', 'b'])
    assert.deepEqual(tensors.get('a')!.shape, [1, 1])
    assert.deepEqual([...tensors.get('a')!.read()], [0.5])
    assert.deepEqual([...tensors.get('b')!.read()], [-1e-300, NaN])
  })

  it('reads F16 and BF16, and knows other types without reading them', () => {
    const header = { a: entry([3], [0, 6], 'F16'), b: entry([2], [6, 10], 'BF16'), c: entry([2], [10, 12], 'I8') }
    const bytes = fileWith(header, 12)
    const view = new DataView(bytes.buffer, bytes.length - 12)
    ;[0x3c00, 0xc100, 0x0001, 0x3f80, 0xc0a0].forEach((bits, i) => view.setUint16(2 * i, bits, true))
    const tensors = parse(bytes)
    assert.deepEqual([...tensors.get('a')!.read()], [1, -2.5, 2 ** -24])
    assert.deepEqual([...tensors.get('b')!.read()], [1, -5])
    assert.throws(() => tensors.get('c')!.read(), {
      message:
        'w: tensor "c" has numbers of type I8; weights must be F64, F32, F16 or BF16: in Python, write them with .float()'
    })
    assert.equal(tensors.get('a')!.readCount(), null)
  })

  it('says what else a file is', () => {
    const sentence =
      /^RangeError: w is a PyTorch checkpoint, not a safetensors file: in Python, write the weights with safet/
    assert.throws(() => parse(zipFile([['archive/data.pkl', new Uint8Array(9)]])), sentence)
    assert.throws(
      () => parse(Uint8Array.from(Buffer.from('<html></html>'))),
      /^RangeError: w is a web page, not a safe/
    )
    assert.throws(() => parse(gzipSync('{}')), /w is packed with gzip, not a safetensors file: unpack it first/)
  })

  it('takes a header that is filled up with spaces, a scalar and an empty tensor', () => {
    const text = JSON.stringify({ s: entry([], [0, 4]), none: entry([0, 3], [4, 4]), more: entry([1], [4, 8]) })
    const tensors = parse(fileWith(`${text}   `, 8))
    assert.deepEqual(
      [...tensors].map(([name, tensor]) => [name, tensor.read().length]),
      [
        ['s', 1],
        ['none', 0],
        ['more', 1]
      ]
    )
    assert.equal(parse(fileWith({}, 0)).size, 0)
  })

  it('keeps names apart from what objects have of their own', () => {
    const tensors = parse(fileWith('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4))
    assert.deepEqual([...tensors.keys()], ['__proto__'])
    assert.throws(() => parse(fileWith({ a: entry([1], [0, 4], 'constructor') }, 4)), /type "constructor"/)
  })

  it('refuses hostile headers before anything is made of them', () => {
    const good = { a: entry([1], [0, 4]) }
    const wrong: [Uint8Array, RegExp][] = [
      [new Uint8Array(0), /^w is empty: download it again$/],
      [new Uint8Array(7), /shorter than 8 bytes/],
      [new Uint8Array(8), /not JSON/],
      [
        fileWith(good, 4).fill(0xff, 0, 2),
        /^w is cut off: its header would have 65535 bytes, but \d+ follow; download it/
      ],
      [fileWith(good, 4, 11e6), /its header would have 11000000 bytes$/],
      [fileWith(good, 4, 1e6), /its header would have 1000000 bytes, but \d+ follow/],
      [fileWith(good, 4).fill(0xff, 0, 8), /its header would have/],
      [fileWith('[1]', 0), /not a JSON object/],
      [fileWith('null', 0), /not a JSON object/],
      [fileWith('{"a":', 0), /not JSON/],
      [fileWith('[['.repeat(50_000), 0), /not JSON/],
      [Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0xff]), /not JSON in UTF-8/],
      [fileWith({ a: 1 }, 0), /tensor "a" has no dtype, shape and data_offsets/],
      [
        fileWith({ a: entry([1], [0, 2], 'C64') }, 2),
        /tensor "a" has numbers of type "C64"; weights must be F64, F32, F16 or/
      ],
      [fileWith({ a: { shape: [1], data_offsets: [0, 4] } }, 4), /type none/],
      [fileWith({ a: entry('1', [0, 4]) }, 4), /a shape that is not a list/],
      [fileWith({ a: entry([-1], [0, 4]) }, 4), /a shape that is not a list/],
      [fileWith({ a: entry([0.5, 2], [0, 4]) }, 4), /a shape that is not a list/],
      [fileWith({ a: entry([1e300], [0, 4]) }, 4), /a shape that is not a list/],
      [fileWith({ a: entry([2 ** 40, 2 ** 40], [0, 4]) }, 4), /of 4 bytes, but its shape needs/],
      [fileWith({ a: entry([1], [0]) }, 4), /not two whole numbers/],
      [fileWith({ a: entry([1], [-4, 0]) }, 4), /not two whole numbers/],
      [fileWith({ a: entry([1], ['0', 4]) }, 4), /not two whole numbers/],
      [fileWith({ a: entry([1], [4, 0]) }, 4), /of -4 bytes/],
      [fileWith({ a: entry([2], [0, 4]) }, 4), /of 4 bytes, but its shape needs 8/],
      [fileWith({ a: entry([1], [0, 4]), b: entry([1], [0, 4]) }, 4), /tensor "b" overlaps another/],
      [fileWith({ a: entry([2], [0, 8]), b: entry([1], [4, 8]) }, 8), /tensor "b" overlaps another/],
      [fileWith({ a: entry([1], [0, 4]), b: entry([1], [8, 12]) }, 12), /tensor "b" leaves a gap before it/],
      [fileWith(good, 8), /its tensors take 4 bytes, but 8 follow/],
      [fileWith({ a: entry([4], [0, 16]) }, 8), /its tensors take 16 bytes, but 8 follow/]
    ]
    for (const [bytes, sentence] of wrong)
      assert.throws(
        () => parse(bytes),
        (error: Error) => error instanceof RangeError && error.message.startsWith('w') && sentence.test(error.message),
        String(sentence)
      )
  })
})
