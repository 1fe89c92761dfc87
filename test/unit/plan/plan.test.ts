import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DATASET_NAMES } from '../../../src/catalogue'
import { resolveOptions } from '../../../src/dataset'
import { layoutOf } from '../../../src/engine'
import {
  dataShape,
  DEFAULT_LIMITS,
  filesOf,
  isSameExperiment,
  parseExperiment,
  widths,
  type Limits
} from '../../../src/experiment'
import { formatWeights } from '../../../src/weights'
import { plan } from '../../../src/plan'
import { idxFile } from '../dataset/idxFile'
import { npyFile } from '../dataset/npyFile'

function experiment(text: string) {
  const result = parseExperiment(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.experiment
}

function planOf(text: string) {
  const read = experiment(text)
  return plan(read, Object.fromEntries(filesOf(read).map(name => [name, readFileSync(`media/datasets/${name}`)])))
}

describe('plan(experiment)', () => {
  for (const name of DATASET_NAMES)
    it(`${name}: the schema's options, defaults and shape are those of the data set`, () => {
      const cell = experiment(`dataset: ${name}`)
      const { name: _, ...options } = cell.dataset
      assert.deepEqual(options, resolveOptions({ name }))
      const { task, header } = planOf(`dataset: ${name}`)
      const all = widths(cell, dataShape(cell.dataset)!)
      assert.equal(task.inputs, all[0])
      assert.equal(task.train.inputs.length, task.train.count * task.inputs)
      const outputs = task.loss === 'mse' ? all.at(-1)! : 1
      assert.equal(task.train.targets.length, task.train.count * outputs)
      assert.equal(header.data.classes.length, header.data.task === 'regression' ? 0 : all.at(-1))
    })

  it('gives the output layer the activation that the cell asks for, and tells of it', () => {
    for (const [name, title] of Object.entries({ linear: 'linear', softmax: 'softmax', relu: 'relu' })) {
      const { task, header } = planOf(`dataset: iris\nloss: mae\noutput_activation: ${name}`)
      assert.equal(header.layers.at(-1)!.activation, title)
      assert.deepEqual([task.layers.at(-1)!.softmax === true, task.indicators], [name === 'softmax', true])
    }
    assert.equal(planOf('dataset: iris').header.layers.at(-1)!.activation, 'softmax')
    assert.equal(planOf('dataset: iris').task.indicators, undefined)
  })

  it('knows the loss of the best constant answer for every loss of numbers', () => {
    const trivial = (text: string) => planOf(text).header.baseline!.trivialLoss!
    const [squares, halves] = [trivial('dataset: sine'), trivial('dataset: sine\nloss: half_mse')]
    assert.ok(Math.abs(halves - squares / 2) < 1e-15)
    const distance = trivial('dataset: sine\nloss: mae')
    assert.ok(distance > 0.5 * Math.sqrt(squares) && distance <= Math.sqrt(squares))
    const { targets, count } = planOf('dataset: iris\nloss: mae').task.train
    const shares = [0, 1, 2].map(c => targets.filter((t, i) => i % 3 === c && t === 1).length / count)
    const expected = shares.reduce((sum, p) => sum + Math.min(p, 1 - p), 0) / 3
    assert.ok(Math.abs(trivial('dataset: iris\nloss: mae') - expected) < 1e-12)
  })

  it('gives mse one target a class', () => {
    const { task } = planOf('dataset: iris\nloss: mse')
    assert.equal(task.train.targets.length, task.train.count * 3)
    for (let i = 0; i < task.train.count; i++)
      assert.deepEqual([...task.train.targets.subarray(3 * i, 3 * i + 3)].sort(), [0, 0, 1])
  })

  it('gives binary_crossentropy one output and targets 0 and 1', () => {
    const { task, header } = planOf('dataset: moons\nloss: binary_crossentropy')
    assert.equal(task.layers.at(-1)!.outputs, 1)
    assert.deepEqual(new Set(task.train.targets), new Set([0, 1]))
    assert.equal(header.layers.at(-1)!.activation, 'sigmoid')
  })

  it('shuffle: false trains on the rows of the file, in its order', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},${i % 3}`)
    const csv = new TextEncoder().encode(`a,y\n${rows.join('\n')}\n`)
    const taskOf = (split: number) =>
      plan(
        experiment(
          `dataset: {csv: data.csv, target: y, test_split: ${split}, standardize: false}\nshuffle: false\nseed: 5`
        ),
        { 'data.csv': csv }
      ).task
    assert.deepEqual(
      [...taskOf(0).train.inputs],
      rows.map((_, i) => i)
    )
    const { train, test } = taskOf(0.25)
    for (const { inputs, targets } of [train, test!]) {
      assert.deepEqual(
        [...inputs],
        [...inputs].sort((a, b) => a - b)
      )
      assert.deepEqual(
        [...targets],
        [...inputs].map(row => row % 3)
      )
    }
  })

  it('takes task, widths and pictures from NumPy arrays', () => {
    const x = npyFile(
      [20, 3, 3],
      Array.from({ length: 180 }, (_, i) => i)
    )
    const planOfLabels = (labels: Uint8Array, more = '') =>
      plan(experiment(`dataset: {npy: {inputs: x.npy, labels: y.npy}${more}}`), { 'x.npy': x, 'y.npy': labels })
    const { header, task } = planOfLabels(
      npyFile(
        [20],
        Array.from({ length: 20 }, (_, i) => i % 3)
      )
    )
    assert.deepEqual([task.inputs, task.loss, header.data.classes], [9, 'categorical_crossentropy', ['0', '1', '2']])
    assert.deepEqual([header.data.name, header.subject?.kind], ['x.npy', 'images'])
    const again = experiment(JSON.stringify(header.experiment))
    assert.deepEqual(again.dataset, {
      ...{ name: 'npy', npy: { inputs: 'x.npy', labels: 'y.npy' }, task: 'classification', samples: null },
      ...{ test_split: 0.2, standardize: true, standardize_target: false }
    })
    assert.ok(isSameExperiment(experiment('dataset: {npy: {inputs: x.npy, labels: y.npy}}'), header.experiment))
    const regression = planOfLabels(npyFile([20, 2], Array(40).fill(0.5)), ', samples: 10, test_split: 0')
    assert.deepEqual([regression.task.loss, regression.task.train.targets.length], ['mse', 20])
    assert.equal(regression.header.subject, null)
  })

  it('refuses targets of mse that would be more numbers than the limit', () => {
    const [images, labels] = [
      idxFile([300, 1, 1], Array(300).fill(1)),
      idxFile(
        [300],
        Array.from({ length: 300 }, (_, i) => i % 100)
      )
    ]
    const cell = 'dataset: {idx: {images: a, labels: b}}\nloss: '
    const planWith = (loss: string) =>
      plan(experiment(cell + loss), { a: images, b: labels }, { ...DEFAULT_LIMITS, dataNumbers: 29_999 })
    assert.equal(planWith('categorical_crossentropy').task.train.count, 240)
    assert.throws(
      () => planWith('mse'),
      /^RangeError: 30,000 numbers \(300 samples × 100 outputs\) are above the limit of 29,999; use fewer/
    )
  })

  describe('with a file', () => {
    const IRIS = 'a,b,kind\n1,2,x\n3,4,y\n5,6,z\n7,8,x\n9,10,y\n11,12,z\n'
    const NUMBERS = 'a,u,v\n1,2,3\n3,4,5\n5,6,7\n7,8,9\n'
    const planWith = (text: string, csv: string, limits?: Limits) =>
      plan(experiment(text), { 'data.csv': new TextEncoder().encode(csv) }, limits)
    const CLASSES = 'dataset: {csv: data.csv, target: kind}'

    it('takes widths, names, task and loss from it', () => {
      const { task, header } = planWith(CLASSES, IRIS)
      assert.deepEqual([task.inputs, task.layers.at(-1)!.outputs, task.loss], [2, 3, 'categorical_crossentropy'])
      assert.deepEqual(header.data.classes, ['x', 'y', 'z'])
      assert.deepEqual([header.data.name, header.data.task], ['data.csv', 'classification'])
      assert.deepEqual([header.data.trainSamples, header.data.testSamples], [5, 1])
      assert.equal(header.parameters, 16 * 3 + 16 * 17 + 3 * 17)
      const regression = planWith('dataset: {csv: data.csv, target: [u, v], test_split: 0.25}', NUMBERS)
      assert.deepEqual([regression.task.layers.at(-1)!.outputs, regression.task.loss], [2, 'mse'])
      assert.equal(regression.task.train.targets.length, 6)
      assert.deepEqual(regression.header.data.classes, [])
    })

    it('writes what the file decided into the record’s experiment, which reads as a cell', () => {
      const { header } = planWith(CLASSES, IRIS)
      const again = experiment(JSON.stringify(header.experiment))
      assert.equal(again.loss, 'categorical_crossentropy')
      assert.deepEqual(again.dataset, {
        ...{ name: 'csv', csv: 'data.csv', target: 'kind', task: 'classification' },
        ...{ inputs: null, ignore: [], categories: [], missing: 'error', separator: null, decimal: null, header: null },
        ...{ standardize_target: false, test_split: 0.2, standardize: true }
      })
      assert.ok(isSameExperiment(experiment(CLASSES), header.experiment))
      assert.ok(isSameExperiment(again, header.experiment))
      assert.ok(!isSameExperiment(experiment(`${CLASSES}\nloss: mse`), header.experiment))
      assert.ok(!isSameExperiment(experiment('dataset: {csv: data.csv, target: a}'), header.experiment))
      assert.ok(!isSameExperiment(experiment('dataset: spiral'), header.experiment))
    })

    it('refuses what the cell and the file together forbid, before the net is made', () => {
      assert.throws(
        () => planWith(`${CLASSES}\nloss: binary_crossentropy`, IRIS),
        /data.csv has 3 classes, and binary_/
      )
      const wrongLoss = 'dataset: {csv: data.csv, target: u}\nloss: categorical_crossentropy'
      assert.throws(() => planWith(wrongLoss, NUMBERS), /data.csv is a regression, so its loss must be mse/)
      assert.throws(() => planWith('dataset: {csv: data.csv, target: u, test_split: 0.1}', NUMBERS), /none to test on/)
      assert.throws(
        () => planWith('dataset: {csv: data.csv, target: kind, test_split: 0.6}', IRIS),
        /leaves 2 to train on/
      )
      const limits = { ...DEFAULT_LIMITS, parameters: 100 }
      assert.throws(() => planWith(CLASSES, IRIS, limits), /371 parameters are above the limit of 100/)
      const wide = 'hidden_layers: [100000]'
      const columns = Array.from({ length: 300 }, (_, i) => `c${i}`).join()
      const row = Array(300).fill(1).join()
      assert.throws(
        () => planWith(`dataset: {csv: data.csv, target: c0}\n${wide}`, `${columns}\n${row}\n`),
        /parameters/
      )
      assert.throws(() => plan(experiment(CLASSES), {}), /data.csv was not read/)
    })
  })

  describe('with weights from a file', () => {
    const layout = layoutOf(2, [{ outputs: 3 }, { outputs: 2 }])
    const parameters = Float64Array.from({ length: layout.parameters }, (_, i) => i)
    const files = { 'w.safetensors': formatWeights(layout, parameters, 'F64') }
    const layersOf = (text: string) => plan(experiment(`hidden_layers: [3]\n${text}`), files).task.layers
    const FILE = '{safetensors: w.safetensors}'

    it('gives every layer its own, biases too unless they are given', () => {
      const given = (from: number, to: number) => ({ name: 'given', values: parameters.slice(from, to) })
      const [hidden, output] = layersOf(`initializer: ${FILE}`)
      assert.deepEqual([hidden!.initializer, hidden!.biasInitializer], [given(0, 6), given(6, 9)])
      assert.deepEqual([output!.initializer, output!.biasInitializer], [given(9, 15), given(15, 17)])
      const zeros = { name: 'zeros' }
      assert.deepEqual(layersOf(`initializer: ${FILE}\nbias_initializer: zeros`)[1]!.biasInitializer, zeros)
      const mixed = layersOf(`initializer: [he, ${FILE}]`)
      assert.deepEqual([mixed[0]!.initializer.name, mixed[0]!.biasInitializer], ['he', zeros])
      assert.deepEqual(mixed[1]!.initializer, given(9, 15))
    })

    it('refuses a file of another net', () => {
      assert.throws(() => layersOf(`dataset: iris\ninitializer: ${FILE}`), /iris.csv was not read/)
      assert.throws(
        () => layersOf(`dataset: sine\ninitializer: ${FILE}`),
        /"0.weight" is \[3, 2\], but hidden 1 needs \[3, 1\]/
      )
      assert.throws(
        () => plan(experiment(`initializer: ${FILE}`), files),
        /for 2 of 3 layers; those of output are missing/
      )
    })
  })

  it('draws the same data whatever the net, other data for another seed', () => {
    const digest = (text: string) => planOf(text).header.data.digest
    assert.equal(digest('seed: 3'), digest('seed: 3\nhidden_layers: [64, 64]\nactivation: relu'))
    assert.notEqual(digest('seed: 3'), digest('seed: 4'))
  })
})
