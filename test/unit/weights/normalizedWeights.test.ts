import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  createFloat64Backend,
  createRandom,
  layoutOf,
  type Backend,
  type LayerSpec,
  type NormalizationName
} from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { formatWeights, readWeights, type LayerWeights, type WantedLayer } from '../../../src/weights'
import { parseSafetensors } from '../../../src/weights/safetensors'
import { layer, taskWith } from '../engine/taskWith'
import { fileOf } from './fileOf'

const NORMALIZATIONS: readonly NormalizationName[] = ['batch', 'layer']
const reference = (name: string): Buffer => readFileSync(path.join('test', 'reference', 'weights', name))
const expected = JSON.parse(reference('normalized.json').toString('utf8')) as Readonly<
  Record<NormalizationName | 'inputs', readonly (readonly number[])[]>
>
const rows = (values: readonly (readonly number[])[]): Float64Array => Float64Array.from(values.flat())

const net = (normalization: NormalizationName): WantedLayer[] => [
  { name: 'hidden 1', inputs: 3, outputs: 5, normalization, weights: true, biases: true },
  { name: 'hidden 2', inputs: 5, outputs: 4, normalization, weights: true, biases: true },
  { name: 'output', inputs: 4, outputs: 2, weights: true, biases: true }
]

/** A backend that begins with what a file holds. */
function backendOf(normalization: NormalizationName, read: readonly LayerWeights[]): Backend {
  const specs: LayerSpec[] = [layer(5, 'tanh'), layer(4, 'relu'), layer(2, 'linear')].map((spec, i) => ({
    ...spec,
    initializer: { name: 'given', values: read[i]!.weights! },
    biasInitializer: { name: 'given', values: read[i]!.biases! },
    ...(i < 2 ? { normalization, normalizationState: read[i]!.normalization ?? undefined } : {})
  }))
  const layout = layoutOf(3, specs)
  const backend = createFloat64Backend(taskWith({ inputs: 3, layers: specs }), layout)
  backend.setParameters(initialize(specs, layout, createRandom(0)))
  return backend
}

const logits = (backend: Backend): number[] => [...backend.predict(rows(expected.inputs), 0, expected.inputs.length)]

describe('readWeights of a net with normalization', () => {
  for (const normalization of NORMALIZATIONS) {
    const bytes = reference(`${normalization}.safetensors`)

    it(`takes what PyTorch saved (${normalization}) and computes its logits in eval mode`, () => {
      const found = logits(backendOf(normalization, readWeights('w', bytes, net(normalization))))
      assert.equal(found.length, rows(expected[normalization]).length)
      rows(expected[normalization]).forEach((logit, i) => assert.ok(Math.abs(found[i]! - logit) < 1e-14))
    })

    it(`reads back what formatWeights wrote of it (${normalization})`, () => {
      const backend = backendOf(normalization, readWeights('w', bytes, net(normalization)))
      const layout = layoutOf(3, net(normalization))
      const written = formatWeights(layout, backend.parameters(), 'F64', index => backend.running(index))
      assert.deepEqual(
        [...parseSafetensors('w', written).keys()].sort(),
        [...parseSafetensors('w', bytes).keys()].sort()
      )
      assert.deepEqual(readWeights('w', written, net(normalization)), readWeights('w', bytes, net(normalization)))
    })
  }

  it('numbers modules as nn.Sequential does, and puts counts where eight bytes may stand', () => {
    const backend = backendOf('batch', readWeights('w', reference('batch.safetensors'), net('batch')))
    const layout = layoutOf(3, net('batch'))
    const bytes = formatWeights(layout, backend.parameters(), 'F32', index => backend.running(index))
    const tensors = parseSafetensors('w', bytes)
    assert.deepEqual(
      [...tensors].filter(([name]) => !name.includes('bias')).map(([name, { shape }]) => `${name} ${shape.join('×')}`),
      [
        ...['1.num_batches_tracked ', '4.num_batches_tracked ', '0.weight 5×3', '1.weight 5', '1.running_mean 5'],
        ...['1.running_var 5', '3.weight 4×5', '4.weight 4', '4.running_mean 4', '4.running_var 4', '6.weight 2×4']
      ]
    )
    assert.equal(tensors.get('4.num_batches_tracked')!.readCount(), 2)
  })

  it('begins anew where the file has no normalization', () => {
    const plain = {
      '0.weight': [5, 3],
      '0.bias': [5],
      '2.weight': [4, 5],
      '2.bias': [4],
      '4.weight': [2, 4],
      '4.bias': [2]
    }
    const read = readWeights('w', fileOf(plain), net('batch'))
    assert.deepEqual(
      read.map(one => one.normalization),
      [null, null, null]
    )
    const { mean, variance, batches } = backendOf('batch', read).running(1)!
    assert.deepEqual([...mean, ...variance, batches], [0, 0, 0, 0, 1, 1, 1, 1, 0])
  })

  it('says what does not fit', () => {
    const first = { '0.weight': [5, 3], '0.bias': [5], '1.weight': [5], '1.bias': [5] }
    const rest = {
      '3.weight': [4, 5],
      '3.bias': [4],
      '4.weight': [4],
      '4.bias': [4],
      '6.weight': [2, 4],
      '6.bias': [2]
    }
    const all = { ...first, ...rest }
    const wrong: [Record<string, readonly number[]>, string][] = [
      [
        first,
        'w has tensors for 2 of 5 modules; those of hidden 2 are missing; its layers are 3 → 5 (hidden_layers: [])'
      ],
      [
        { ...first, '3.weight': [4, 5], '3.bias': [4] },
        'w has tensors for 3 of 5 modules; those of the normalization of hidden 2 are missing; its layers are 3 → 5 → 4 (hidden_layers: [5])'
      ],
      [
        { ...all, '7.weight': [2] },
        'w has tensors beyond the net\'s 5 modules: "7.weight"; its layers are 3 → 5 → 4 → 2 (hidden_layers: [5, 4])'
      ],
      [{ ...all, '1.weight': [4] }, 'w: "1.weight" is [4], but hidden 1 needs [5]'],
      [{ ...all, '1.running_mean': [5] }, 'w has no "1.running_var" for hidden 1'],
      [
        { ...all, '0.running_mean': [5] },
        'w has tensors that no layer takes: "0.running_mean"; 0.weight, 0.bias, 2.weight … are expected'
      ]
    ]
    for (const [tensors, message] of wrong)
      assert.throws(() => readWeights('w', fileOf(tensors), net('batch')), { name: 'RangeError', message })
    assert.throws(
      () => readWeights('w', fileOf({ ...all, '1.running_mean': [5] }), net('layer')),
      /no layer takes: "1.r/
    )
  })
})
