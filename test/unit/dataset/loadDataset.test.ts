import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { DATASET_NAMES, DATASETS, type DatasetName } from '../../../src/catalogue'
import type { Dataset, NamedSpec } from '../../../src/dataset'
import type { Samples } from '../../../src/engine'
import { loadFrom } from './loadFrom'

const FILES = { iris: 'iris.csv', digits: 'digits.csv.gz' }
const readShipped = (name: 'iris' | 'digits'): Uint8Array =>
  readFileSync(path.join(process.cwd(), 'media', 'datasets', FILES[name]))
const load = (spec: NamedSpec, seed = 0): Dataset => loadFrom(spec, { shipped: readShipped }, seed)
const both = ({ train, test }: Dataset): Samples[] => (test === null ? [train] : [train, test])

/** Features, classes (targets for a regression), rows. */
const SHAPES: Record<DatasetName, [number, number, number]> = {
  circle: [2, 2, 512],
  xor: [2, 2, 512],
  gaussian: [2, 2, 512],
  spiral: [2, 2, 512],
  moons: [2, 2, 512],
  plane: [2, 1, 512],
  sine: [1, 1, 512],
  random: [2, 2, 512],
  iris: [4, 3, 150],
  digits: [64, 10, 1797]
}

/** Digests of every data set with its defaults and seed 0: they change when any bit of any of their numbers does. */
const DIGESTS: Record<DatasetName, string> = {
  circle: 'aa24087fb359dd8f',
  xor: 'ef30adc927bb025a',
  gaussian: 'b70472f58c119aef',
  spiral: '607011922cfb1673',
  moons: 'b9a2c6aa795bc785',
  plane: '9c1ffb02c284a6d7',
  sine: 'cdad9485ad06d7ea',
  random: 'a1d0789f59e44b88',
  iris: 'e4062ac9b0796cf3',
  digits: '31f5e56ce47d6e8e'
}

describe('loadRows(spec, random, files, limits) and prepare(rows, spec, random)', () => {
  for (const name of DATASET_NAMES) {
    const data = load({ name })
    const [inputs, outputs, rows] = SHAPES[name]

    it(`${name}: has its shape and is split four to one`, () => {
      assert.equal(data.task, DATASETS[name].task)
      assert.equal(data.inputs, inputs)
      assert.equal(data.outputs, outputs)
      assert.equal(data.classNames.length, data.task === 'regression' ? 0 : outputs)
      assert.equal(data.test!.count, Math.round(rows * 0.2))
      assert.equal(data.train.count + data.test!.count, rows)
      for (const part of both(data)) {
        assert.equal(part.inputs.length, part.count * inputs)
        assert.equal(part.targets.length, part.count)
      }
    })

    it(`${name}: is the same to the bit everywhere`, () => {
      assert.equal(data.digest, DIGESTS[name])
      assert.deepEqual(load({ name }), data)
      assert.notEqual(load({ name }, 1).digest, data.digest)
    })

    it(`${name}: numbers are finite and of moderate size`, () => {
      for (const part of both(data)) {
        assert.ok(part.inputs.every(Number.isFinite) && part.targets.every(Number.isFinite))
        const square = part.inputs.reduce((sum, x) => sum + x * x, 0) / part.inputs.length
        assert.ok(square > 0.05 && square < 2, `mean square ${square}`)
      }
    })

    if (data.task === 'classification') {
      it(`${name}: every class occurs in both splits, none much more often than it should`, () => {
        const counts = new Array<number>(outputs).fill(0)
        for (const part of both(data)) {
          assert.equal(new Set(part.targets).size, outputs)
          for (const label of part.targets) counts[label]!++
        }
        assert.ok(Math.max(...counts) - Math.min(...counts) <= (name === 'random' ? 80 : name === 'digits' ? 9 : 1))
      })
    }

    it(`${name}: test_split 0 gives no test split`, () => {
      const { train, test } = load({ name, test_split: 0 })
      assert.equal(test, null)
      assert.equal(train.count, rows)
    })

    it(`${name}: standardize brings every feature of the training rows to mean 0 and deviation 1`, () => {
      const { train } = load({ name, standardize: true })
      for (let feature = 0; feature < inputs; feature++) {
        const values = Array.from({ length: train.count }, (_, row) => train.inputs[row * inputs + feature]!)
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length
        const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
        assert.ok(Math.abs(mean) < 1e-12)
        assert.ok(Math.abs(variance - 1) < 1e-12 || variance === 0)
      }
    })
  }

  it('the splits are disjoint and together hold every row', () => {
    const whole = rowsOf(load({ name: 'spiral', test_split: 0 }), 2)
    const parts = rowsOf(load({ name: 'spiral', test_split: 0.3 }), 2)
    assert.equal(new Set(parts).size, 512)
    assert.deepEqual(parts.sort(), whole.sort())
  })

  it('standardize takes the test rows by the numbers of the training rows', () => {
    const [raw, scaled] = [load({ name: 'iris', standardize: false }), load({ name: 'iris' })]
    const column = (samples: Samples) => Array.from({ length: samples.count }, (_, row) => samples.inputs[row * 4]!)
    const train = column(raw.train)
    const mean = train.reduce((sum, x) => sum + x, 0) / train.length
    const deviation = Math.sqrt(train.reduce((sum, x) => sum + (x - mean) ** 2, 0) / train.length)
    column(scaled.test!).forEach((x, row) => {
      assert.ok(Math.abs(x - (column(raw.test!)[row]! - mean) / deviation) < 1e-12)
    })
  })

  it('digits are 8 × 8 pixels in [0, 1], iris is in cm', () => {
    const digits = both(load({ name: 'digits' })).flatMap(part => [...part.inputs])
    assert.ok(digits.every(pixel => pixel >= 0 && pixel <= 1 && Number.isInteger(pixel * 16)))
    assert.equal(digits.reduce((max, pixel) => Math.max(max, pixel), 0), 1) // prettier-ignore
    const iris = load({ name: 'iris', standardize: false })
    assert.deepEqual(iris.classNames, ['setosa', 'versicolor', 'virginica'])
    const all = both(iris).flatMap(part => [...part.inputs])
    assert.equal(all.reduce((max, x) => Math.max(max, x), 0), 7.9) // prettier-ignore
  })

  it('gaussian and spiral take any number of classes', () => {
    for (const name of ['gaussian', 'spiral', 'random'] as const) {
      const data = load({ name, classes: 5, samples: 500 })
      assert.equal(data.outputs, 5)
      assert.deepEqual(data.classNames, ['0', '1', '2', '3', '4'])
      assert.deepEqual([...new Set(data.train.targets)].sort(), [0, 1, 2, 3, 4])
    }
  })

  it('random takes any number of inputs', () => {
    const { train, inputs } = load({ name: 'random', inputs: 30, samples: 1000 })
    assert.equal(inputs, 30)
    const square = train.inputs.reduce((sum, x) => sum + x * x, 0) / train.inputs.length
    assert.ok(Math.abs(square - 1) < 0.05)
  })

  it('without noise classes stand apart and regressions follow their formula', () => {
    for (const part of both(load({ name: 'xor', noise: 0 }))) {
      part.targets.forEach((label, row) =>
        assert.equal(part.inputs[2 * row]! * part.inputs[2 * row + 1]! < 0, label === 1)
      )
    }
    for (const part of both(load({ name: 'circle', noise: 0 }))) {
      part.targets.forEach((label, row) => {
        const square = part.inputs[2 * row]! ** 2 + part.inputs[2 * row + 1]! ** 2
        assert.equal(square > 0.25, label === 1)
      })
    }
    for (const part of both(load({ name: 'sine', noise: 0 }))) {
      part.targets.forEach((y, row) => assert.ok(Math.abs(y - Math.sin(Math.PI * part.inputs[row]!)) < 1e-15))
    }
    for (const part of both(load({ name: 'plane', noise: 0 }))) {
      part.targets.forEach((y, row) => {
        assert.ok(Math.abs(y - (part.inputs[2 * row]! + part.inputs[2 * row + 1]!) / Math.SQRT2) < 1e-15)
      })
    }
  })

  it('more noise moves the same points farther', () => {
    const [calm, noisy, loud] = [0, 0.1, 0.2].map(noise => load({ name: 'moons', noise }))
    calm!.train.inputs.forEach((x, i) => {
      const [near, far] = [noisy!.train.inputs[i]! - x, loud!.train.inputs[i]! - x]
      assert.ok(Math.abs(far - 2 * near) < 1e-12)
    })
  })

  it('refuses options that the data set does not have and values that make no sense', () => {
    const broken: NamedSpec[] = [
      { name: 'iris', noise: 0.1 },
      { name: 'moons', classes: 3 },
      { name: 'spiral', classes: 1 },
      { name: 'spiral', samples: 0 },
      { name: 'spiral', samples: 2.5 },
      { name: 'spiral', noise: NaN },
      { name: 'spiral', test_split: 1 }
    ]
    for (const spec of broken) assert.throws(() => load(spec), RangeError)
  })

  it('refuses damaged files', () => {
    const damaged = (text: string) => () =>
      loadFrom({ name: 'iris' }, { shipped: () => new TextEncoder().encode(text) })
    assert.throws(damaged('2,1,a,b\n0.5,0\n'), /rows are missing/)
    assert.throws(damaged('2,1,a,b\n0.5,0\nx,1\n'), /damaged/)
    assert.throws(damaged('2,1,a,b\n0.5,0\n0.5,2\n'), /damaged/)
    assert.throws(() => loadFrom({ name: 'digits' }, { shipped: () => new Uint8Array(10) }), /damaged/)
  })
})

/** Every row of both splits as text. */
const rowsOf = (data: Dataset, width: number): string[] =>
  both(data).flatMap(part =>
    Array.from({ length: part.count }, (_, row) => part.inputs.slice(row * width, (row + 1) * width).join())
  )
