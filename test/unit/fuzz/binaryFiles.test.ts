import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readIdxRows } from '../../../src/dataset/idx'
import { unpacked } from '../../../src/dataset/gzip'
import { readNpyRows } from '../../../src/dataset/npy'
import type { DataLimits, Rows } from '../../../src/dataset'
import { strangerSentence } from '../../../src/text'
import { readWeights, type WantedLayer } from '../../../src/weights'
import { idxFile } from '../dataset/idxFile'
import { npyFile } from '../dataset/npyFile'
import { zipFile } from '../dataset/zipFile'
import { fileOf } from '../weights/fileOf'
import { fuzzBytes, type Check } from './fuzz'

const LIMITS: DataLimits = { samples: 1000, dataNumbers: 10_000, fileBytes: 100_000 }
/** A bound against work that grows with what a file claims; a file of 2 kB takes well under one. */
const MILLISECONDS = 100
/** Against hangs only: the machine may be busy. */
const TIMEOUT = 300_000

const FILE = 'dir/file'
const text = (string: string): Uint8Array => Uint8Array.from(Buffer.from(string, 'latin1'))
const reference = (...names: string[]): Uint8Array => readFileSync(path.join('test', 'reference', ...names))

/** Reads a file, which may be refused: with a sentence of one line that names it. */
const refusing =
  (read: Check<Uint8Array>): Check<Uint8Array> =>
  bytes => {
    try {
      return read(bytes)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      assert.ok(error.message.includes(FILE), error.message)
      assert.ok(error.message.length < 2000, `a sentence of ${error.message.length} characters`)
      assert.doesNotMatch(error.message, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|undefined|\[object/)
    }
  }

function checkRows({ count, width, inputs, targets, classNames }: Rows): void {
  assert.ok(count <= LIMITS.samples && count * width <= LIMITS.dataNumbers)
  assert.equal(inputs.length, count * width)
  assert.ok(inputs.every(Number.isFinite) && targets.every(Number.isFinite))
  if (classNames.length > 0) assert.ok(targets.every(label => label in classNames))
}

const IDX = idxFile([6, 2, 2])
const LABELS = idxFile([6], [0, 1, 2, 0, 1, 2])
const NPY = npyFile([6, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
const ANSWERS = npyFile([6], [0, 1, 2, 0, 1, 2])
const ARRAYS = [
  ['x.npy', NPY],
  ['y.npy', ANSWERS]
] as const

const NET: readonly WantedLayer[] = [
  { name: 'hidden 1', inputs: 2, outputs: 3, normalization: 'batch', weights: true, biases: true },
  { name: 'output', inputs: 3, outputs: 2, weights: true, biases: true }
]
const WEIGHTS = { '0.weight': [3, 2], '0.bias': [3], '2.weight': [2, 3], '2.bias': [2] }
const NORMALIZED = {
  ...{ 'net.0.weight': [3, 2], 'net.0.bias': [3], 'net.1.weight': [3], 'net.1.bias': [3], 'net.1.running_mean': [3] },
  ...{ 'net.1.running_var': [3], 'net.3.weight': [2, 3], 'net.3.bias': [2] }
}

describe('any bytes as a file', function () {
  this.timeout(TIMEOUT)

  it('of gzip are unpacked or refused', () => {
    const corpus = [
      gzipSync(IDX),
      gzipSync(text('a,b\n1,2\n'.repeat(50))),
      gzipSync(new Uint8Array(5000), { level: 1 })
    ]
    const tokens = [
      gzipSync('x'),
      Uint8Array.of(0x1f, 0x8b, 8, 0),
      new Uint8Array(8),
      text('\x1f\x8b\x08\x08\0\0\0\0\0\x03')
    ]
    return fuzzBytes(
      { corpus, tokens, seed: 21, runs: 4000, milliseconds: MILLISECONDS },
      refusing(bytes =>
        assert.ok(unpacked(FILE, bytes, LIMITS.fileBytes).length <= Math.max(LIMITS.fileBytes, bytes.length))
      )
    )
  })

  it('of pictures are read or refused', () => {
    const corpus = [IDX, LABELS, gzipSync(IDX), idxFile([6, 4], undefined, 0x0d)]
    const tokens = [
      text('\0\0\x08\x03'),
      text('\0\0\x08\x01'),
      text('\0\0\0\x06'),
      text('\0\0\xff\xff'),
      gzipSync(LABELS)
    ]
    const as = (images: string, labels: string) =>
      ({ name: 'idx', idx: { images, labels }, samples: null, test_split: 0, standardize: false }) as const
    const specs = [as(FILE, 'labels'), as('images', FILE)]
    const others: Readonly<Record<string, Uint8Array>> = { images: IDX, labels: LABELS }
    return fuzzBytes({ corpus, tokens, seed: 22, runs: 4000, milliseconds: MILLISECONDS }, bytes =>
      specs.forEach(spec => refusing(() => checkRows(readIdxRows(spec, name => others[name] ?? bytes, LIMITS)))(bytes))
    )
  })

  it('of NumPy are read or refused', () => {
    const corpus = [
      ...[NPY, ANSWERS, gzipSync(NPY), zipFile(ARRAYS), zipFile(ARRAYS, true), zipFile([['x.npy', NPY]], true)],
      ...['fortran-order.npy', 'big-i8.npy', 'f2.npy', 'version-3.npy', 'packed.npz'].map(name =>
        reference('npy', name)
      )
    ]
    const tokens = [
      ...[
        "'descr': '<f4'",
        "'shape': (6, 2)",
        '(6,)',
        '(',
        ')',
        '9',
        'True',
        "'|b1'",
        "'>i8'",
        "'<U3'",
        '\x93NUMPY\x01\0',
        '{',
        '}'
      ],
      ...['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'x.npy', '\x08\0', '\0\0\0\0']
    ].map(text)
    const as = (inputs: string, labels: string) =>
      ({
        name: 'npy',
        npy: { inputs, labels },
        task: null,
        samples: null,
        test_split: 0,
        standardize: false,
        standardize_target: false
      }) as const
    const specs = [as(FILE, 'y'), as('x', FILE), as(`${FILE}.npz/x`, `${FILE}.npz/y`), as(`${FILE}.npz/x`, 'y')]
    const others: Readonly<Record<string, Uint8Array>> = { x: NPY, y: ANSWERS }
    return fuzzBytes({ corpus, tokens, seed: 23, runs: 6000, milliseconds: MILLISECONDS }, bytes =>
      specs.forEach(spec => refusing(() => checkRows(readNpyRows(spec, name => others[name] ?? bytes, LIMITS)))(bytes))
    )
  })

  it('of weights are read or refused', () => {
    const corpus = [fileOf(WEIGHTS), fileOf(NORMALIZED), reference('weights', 'batch.safetensors')]
    const tokens = [
      ...[
        '"F16"',
        '"BF16"',
        '"I64"',
        '"shape":[3]',
        '"data_offsets":[0,24]',
        '"fc1.weight":',
        '"dtype"',
        '[2,3]',
        '[',
        ']',
        '{',
        '}',
        ',',
        '0',
        '9'
      ],
      ...[
        '.running_var',
        '.weight',
        '.num_batches_tracked',
        '__metadata__',
        '\x40\0\0\0\0\0\0\0{',
        '"__proto__"',
        '\\u202e'
      ]
    ].map(text)
    return fuzzBytes(
      { corpus, tokens, seed: 24, runs: 6000, milliseconds: MILLISECONDS },
      refusing(bytes => {
        for (const { weights, biases, normalization } of readWeights(FILE, bytes, NET)) {
          assert.ok([...weights!, ...biases!].every(Number.isFinite))
          assert.ok(normalization?.running?.variance.every(value => value >= 0) ?? true)
        }
      })
    )
  })

  it('of any kind are named in no time', () => {
    const corpus = [
      text('<!-- a --><!DOCTYPE html>\n<html>'),
      text('version https://git-lfs.github.com/spec/v1\n'),
      zipFile(ARRAYS),
      text('{"a": [1, 2]}'),
      text('a,b\n1,2\n')
    ]
    const tokens = ['<!--', '-->', '<', '<html ', ' ', '\n', '/annex/objects/', '[', '{ "', 'PK\x03\x04'].map(text)
    return fuzzBytes({ corpus, tokens, seed: 25, runs: 4000, longest: 20_000, milliseconds: MILLISECONDS }, bytes => {
      for (const wanted of ['csv', 'idx', 'npy', 'safetensors'] as const) {
        const sentence = strangerSentence(FILE, bytes, wanted)
        assert.ok(sentence === null || sentence.startsWith(`${FILE} is `))
      }
    })
  })
})
