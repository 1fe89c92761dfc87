import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createFloat64Backend, createRandom, layoutOf } from '../../../src/engine'
import { formatWeights, readWeights, type WantedLayer } from '../../../src/weights'
import { parseSafetensors } from '../../../src/weights/safetensors'
import { layer, taskWith } from '../engine/taskWith'
import { fileOf } from './fileOf'

const NET: readonly WantedLayer[] = [
  { name: 'hidden 1', inputs: 3, outputs: 5, weights: true, biases: true },
  { name: 'hidden 2', inputs: 5, outputs: 4, weights: true, biases: true },
  { name: 'output', inputs: 4, outputs: 2, weights: true, biases: true }
]
const layout = layoutOf(3, NET)
const reference = (name: string): Buffer => readFileSync(path.join('test', 'reference', 'weights', name))

interface Expected {
  readonly logits: readonly number[][]
  readonly parameters: Readonly<Record<string, readonly number[]>>
}
const expected = JSON.parse(reference('expected.json').toString('utf8')) as {
  readonly inputs: readonly number[][]
  readonly f32: Expected
  readonly f64: Expected
}

/** All parameters in the engine's order. */
const flat = (bytes: Uint8Array): Float64Array =>
  Float64Array.from(readWeights('w', bytes, NET).flatMap(({ weights, biases }) => [...weights!, ...biases!]))

describe('readWeights(file, bytes, layers)', () => {
  for (const type of ['f32', 'f64'] as const)
    it(`takes what PyTorch saved (${type}) and computes its logits`, () => {
      const bytes = reference(`sequential-${type}.safetensors`)
      const { logits, parameters } = expected[type]
      assert.deepEqual([...flat(bytes)], Object.values(parameters).flat())
      const layers = [layer(5, 'tanh'), layer(4, 'relu'), layer(2, 'linear')]
      const backend = createFloat64Backend(taskWith({ inputs: 3, layers }), layout)
      backend.setParameters(flat(bytes))
      const found = backend.predict(Float64Array.from(expected.inputs.flat()), 0, expected.inputs.length)
      logits.flat().forEach((logit, i) => assert.ok(Math.abs(found[i]! - logit) < 1e-14))
    })

  it('reads back what formatWeights wrote, F64 to the bit', () => {
    const random = createRandom(1)
    const parameters = new Float64Array(layout.parameters).map(() => random.normal())
    assert.deepEqual(flat(formatWeights(layout, parameters, 'F64')), parameters)
    assert.deepEqual(flat(formatWeights(layout, parameters, 'F32')), parameters.map(Math.fround))
    const odd = Float64Array.from({ length: layout.parameters }, (_, i) => [-1.7e308, 0.1, -0, 5e-324][i % 4]!)
    assert.deepEqual(flat(formatWeights(layout, odd, 'F64')), odd)
  })

  it('writes PyTorch’s names and shapes, and numbers at a multiple of eight bytes', () => {
    const bytes = formatWeights(layout, new Float64Array(layout.parameters), 'F32')
    const found = [...parseSafetensors('w', bytes)].map(([name, { shape }]) => `${name} ${shape.join('×')}`)
    assert.deepEqual(found, ['0.weight 5×3', '0.bias 5', '2.weight 4×5', '2.bias 4', '4.weight 2×4', '4.bias 2'])
    assert.equal((bytes.length - 4 * layout.parameters) % 8, 0)
  })

  it('takes the numbers of the names in order, whatever stands between', () => {
    const bytes = fileOf({
      '10.weight': [2, 4],
      '10.bias': [2],
      '3.weight': [4, 5],
      '3.bias': [4],
      '0.weight': [5, 3],
      '0.bias': [5]
    })
    assert.deepEqual(readWeights('w', bytes, NET)[2]!.weights, Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7]))
  })

  it('leaves out what is not wanted, whatever its shape', () => {
    const net = NET.map((one, i) => ({ ...one, weights: i === 0, biases: false }))
    const read = readWeights('w', fileOf({ '0.weight': [5, 3], '2.weight': [9], '4.bias': [1] }), net)
    assert.equal(read[0]!.weights!.length, 15)
    assert.deepEqual(read.slice(1), [
      { module: '2', weights: null, biases: null, normalization: null },
      { module: '4', weights: null, biases: null, normalization: null }
    ])
  })

  it('says which tensor is missing, too much or of another shape', () => {
    const all = {
      '0.weight': [5, 3],
      '0.bias': [5],
      '2.weight': [4, 5],
      '2.bias': [4],
      '4.weight': [2, 4],
      '4.bias': [2]
    }
    const without = (name: string) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))
    const wrong: [Record<string, readonly number[]>, string][] = [
      [
        { ...all, '2.weight': [5, 4] },
        'w: "2.weight" is [5, 4], but hidden 2 needs [4, 5]; Keras and JAX keep weights as [inputs, outputs], PyTorch as [outputs, inputs]: in Python, write them transposed (.T)'
      ],
      [{ ...all, '0.bias': [1, 5] }, 'w: "0.bias" is [1, 5], but hidden 1 needs [5]'],
      [without('2.weight'), 'w has no "2.weight" for hidden 2'],
      [without('4.bias'), 'w has no "4.bias" for output; for layers without biases write bias_initializer: zeros'],
      [
        { '0.weight': [5, 3], '0.bias': [5] },
        'w has tensors for 1 of 3 layers; those of hidden 2 are missing; its layers are 3 → 5 (hidden_layers: [])'
      ],
      [
        { ...all, '6.weight': [1, 2], '6.bias': [1] },
        'w has tensors beyond the net\'s 3 layers: "6.weight", "6.bias"; its layers are 3 → 5 → 4 → 2 → 1 (hidden_layers: [5, 4, 2])'
      ],
      [
        { ...all, 'fc.weight': [1, 1] },
        'w has tensors that no layer takes: "fc.weight"; 0.weight, 0.bias, 2.weight … are expected'
      ]
    ]
    for (const [tensors, message] of wrong)
      assert.throws(() => readWeights('w', fileOf(tensors), NET), { name: 'RangeError', message })
  })
})
