import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { describe, it } from 'mocha'
import { LIMITS } from '../loadFrom'
import { npyFile } from '../npyFile'
import { read, reference, told } from './readNpy'

const expected = JSON.parse(Buffer.from(reference('expected.json')).toString()) as Readonly<
  Record<string, { readonly shape: readonly number[]; readonly rows: readonly (readonly number[])[] }>
>

/** Reads an array as inputs, with labels beside it. */
const rowsIn = (x: Uint8Array, count: number) =>
  read({
    'x.npy': x,
    'y.npy': npyFile(
      [count],
      Array.from({ length: count }, (_, i) => i / 2)
    )
  })

const LABELS = npyFile([2], [0, 0.5])
const toldOf = (x: Uint8Array): string => told({ 'x.npy': x, 'y.npy': LABELS })

describe('inputs from a NumPy array', () => {
  for (const [name, { rows }] of Object.entries(expected))
    it(`${name} are what NumPy reads`, () => {
      const { count, width, inputs } = rowsIn(reference(name), rows.length)
      assert.deepEqual([count, width], [rows.length, rows[0]!.length])
      rows.flat().forEach((value, i) => assert.ok(Object.is(inputs[i], value), `${i}: ${inputs[i]}, not ${value}`))
    })

  it('may be packed with gzip, whatever the name', () => {
    assert.deepEqual(rowsIn(gzipSync(reference('f4.npy')), 5), rowsIn(reference('f4.npy'), 5))
  })

  for (const [name, sentence] of [
    ['objects', /holds Python objects: write numbers alone/],
    ['text', /holds text: write the number of each class instead, with numpy\.unique/],
    ['bytes', /holds text/],
    ['complex', /holds complex numbers/],
    ['dates', /holds dates/],
    ['durations', /holds durations/],
    ['records', /holds records of several fields/],
    ['extended', /holds extended numbers .*float64/],
    ['raw', /holds raw bytes/],
    ['single-number', /is a single number, not an array of samples/],
    ['nan', /\[1, 2\] is NaN: leave out rows with gaps, or fill them/],
    ['nan-cube', /\[1, 0, 2, 3\] is NaN/],
    ['nan-fortran-cube', /\[1, 0, 2, 3\] is NaN/],
    ['infinite', /\[1, 0\] is -inf; numbers must be finite/],
    ['beyond-2-53', /\[1, 1\] is beyond ±2\^53/]
  ] as const)
    it(`are refused where they are ${name}`, () => {
      const sentence_ = toldOf(reference(`refused-${name}.npy`))
      assert.match(sentence_, /^x\.npy /)
      assert.match(sentence_, sentence)
    })

  it('that are cut off, too long or damaged are told as that', () => {
    const whole = reference('f8.npy')
    assert.match(
      toldOf(whole.subarray(0, -1)),
      /^x\.npy holds 5 samples, but y\.npy 2 labels; its shape is \(5, 2\), but samples must come first/
    )
    const x = npyFile([2, 2], [1, 2, 3, 4])
    assert.equal(
      toldOf(x.subarray(0, -1)),
      'x.npy is cut off: its header says 160 bytes, but it has 159; download it again'
    )
    assert.match(toldOf(Uint8Array.from([...x, 0])), /^x\.npy is too long: its header says 160 bytes, but it has 161/)
    assert.match(toldOf(x.subarray(0, 60)), /^x\.npy is cut off in its header/)
    assert.match(toldOf(x.subarray(0, 8)), /^x\.npy is not a NumPy array: write it with numpy\.save/)
    assert.match(toldOf(new Uint8Array(0)), /^x\.npy is empty: download it again$/)
    assert.match(toldOf(x.map((byte, i) => (i === 6 ? 9 : byte))), /unknown version of NumPy's format, 9/)
    assert.match(toldOf(x.map((byte, i) => (i === 12 ? 0x1b : byte))), /damaged: its header reads ".*\\\\?u001b/)
    assert.match(toldOf(gzipSync(x).subarray(0, -9)), /^x\.npy is cut off: download it again/)
    assert.match(toldOf(Uint8Array.from(Buffer.from('a,b\n1,2\n'))), /^x\.npy is text, not a NumPy array/)
    assert.match(
      toldOf(Uint8Array.from(Buffer.from('<html>\n<body></body>'))),
      /^x\.npy is a web page, not a NumPy array/
    )
    assert.match(toldOf(npyFile([2, 0], [])), /holds nothing for a sample: its shape is \(2, 0\)/)
    assert.match(told({ 'x.npy': npyFile([0, 2], []), 'y.npy': npyFile([0], []) }), /^x\.npy holds no samples/)
  })

  it('must come sample by sample', () => {
    const [x, y] = [npyFile([3, 4], Array(12).fill(1)), npyFile([4], [0, 1, 0, 1])]
    assert.equal(
      told({ 'x.npy': x, 'y.npy': y }),
      'x.npy holds 3 samples, but y.npy 4 labels; its shape is (3, 4), but samples must come first: write it transposed (.T)'
    )
  })

  it('hold the limits before more than the header is unpacked', () => {
    const huge = npyFile([1_000_000, 1000], [])
    const labels = npyFile([1_000_000], [])
    for (const x of [huge, gzipSync(huge)])
      assert.match(
        told({ 'x.npy': x, 'y.npy': labels }),
        /^x\.npy: 1,000,000 samples × 1,000 inputs are 1,000,000,000 numbers, above/
      )
    const few = { ...LIMITS, samples: 1 }
    assert.match(
      told({ 'x.npy': npyFile([2], [1, 2]), 'y.npy': LABELS }, {}, few),
      /x\.npy: 2 samples are above the limit of 1/
    )
    const bomb = gzipSync(new Uint8Array([...npyFile([2], [1, 2]), ...new Uint8Array(1_000_000)]))
    assert.match(
      told({ 'x.npy': bomb, 'y.npy': LABELS }, {}, { ...LIMITS, fileBytes: 1000 }),
      /unpacks to more than 1,000 bytes/
    )
  })

  it('of very many columns have names when they are asked for', () => {
    const wide = npyFile([2, 50_000], Array<number>(100_000).fill(0))
    const { chosen } = read({ 'x.npy': wide, 'y.npy': LABELS })
    assert.deepEqual([chosen!.decisions.inputs.count, chosen!.decisions.inputs.names.length], [50_000, 100])
    assert.equal(chosen!.features.at(49_999), 'x.npy[:, 49999]')
  })

  it('take the first samples; classes are those of the whole file', () => {
    const files = { 'x.npy': npyFile([6], [1, 2, 3, 4, 5, 6]), 'y.npy': npyFile([6], [0, 1, 0, 1, 2, 2]) }
    const { count, inputs, targets, classNames } = read(files, { samples: 3 })
    assert.deepEqual([count, [...inputs], [...targets], classNames], [3, [1, 2, 3], [0, 1, 0], ['0', '1', '2']])
    assert.match(told(files, { samples: 7 }), /^x\.npy holds 6 samples, but samples asks for 7$/)
  })
})
