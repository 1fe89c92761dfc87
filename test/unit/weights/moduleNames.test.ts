import assert from 'node:assert/strict'
import { readWeights, type WantedLayer } from '../../../src/weights'
import { fileOf } from './fileOf'

const WIDTHS = [3, 5, 4, 2]

/** A net of as many layers as `count`, all wanted. */
const netOf = (count: number, normalization?: 'batch' | 'layer'): WantedLayer[] =>
  Array.from({ length: count }, (_, i) => ({
    name: i < count - 1 ? `hidden ${i + 1}` : 'output',
    inputs: count === 3 ? WIDTHS[i]! : 2,
    outputs: count === 3 ? WIDTHS[i + 1]! : 2,
    ...(normalization !== undefined && i < count - 1 ? { normalization } : {}),
    weights: true,
    biases: true
  }))

type Shapes = Record<string, readonly number[]>

/** The tensors of Linear modules of these names, in a net of layers of their order. */
const linear = (...modules: readonly string[]): Shapes =>
  Object.fromEntries(
    modules.flatMap((module, i) => {
      const [inputs, outputs] = modules.length === 3 ? [WIDTHS[i]!, WIDTHS[i + 1]!] : [2, 2]
      const prefix = module === '' ? '' : `${module}.`
      return [
        [`${prefix}weight`, [outputs, inputs]],
        [`${prefix}bias`, [outputs]]
      ]
    })
  )
const norm = (module: string, units: number): Shapes => ({ [`${module}.weight`]: [units], [`${module}.bias`]: [units] })

/** The same tensors in another order, as safetensors sorts names by their characters. */
const sorted = (shapes: Shapes): Shapes =>
  Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)))

const matched = (shapes: Shapes, net: WantedLayer[]): string[] =>
  readWeights('w', fileOf(sorted(shapes)), net).map(({ module }) => module)
const told = (shapes: Shapes, net: WantedLayer[] = netOf(3)): string => {
  try {
    matched(shapes, net)
  } catch (error) {
    assert.ok(error instanceof RangeError)
    return error.message
  }
  throw new Error('nothing was wrong')
}

describe('names of a net’s modules', () => {
  for (const modules of [
    ['0', '2', '4'],
    ['net.0', 'net.2', 'net.4'],
    ['module.0', 'module.3', 'module.10'],
    ['_orig_mod.module.net.0', '_orig_mod.module.net.2', '_orig_mod.module.net.4'],
    ['fc1', 'fc2', 'fc3'],
    ['fc9', 'fc10', 'fc100'],
    ['layers.0', 'layers.1', 'layers.2'],
    ['layers.0.linear', 'layers.1.linear', 'layers.2.linear'],
    ['linear_1', 'linear_2', 'linear_10'],
    ['encoder.layer.0.dense', 'encoder.layer.1.dense', 'encoder.layer.11.dense'],
    ['block1.0', 'block1.2', 'block2.0'],
    ['dense', 'dense_1', 'dense_2'],
    ['fc1', 'fc2', 'out'],
    ['input_layer', 'hidden', 'output_layer'],
    ['in', 'hidden.0', 'out'],
    ['features.0', 'features.2', 'classifier'],
    ['body.9', 'body.10', 'head.0'],
    ['9', '10', '00000000000000000000000000000000000000000000000000000011']
  ])
    it(`${modules.join(', ')}`, () => assert.deepEqual(matched(linear(...modules), netOf(3)), modules))

  it('a lone Linear has none', () => assert.deepEqual(matched(linear(''), netOf(1)), ['']))

  it('of a hundred layers count by their numbers', () => {
    const modules = Array.from({ length: 100 }, (_, i) => `net.fc${i + 1}`)
    assert.deepEqual(matched(linear(...modules), netOf(100)), modules)
  })

  for (const [modules, norms] of [
    [
      ['0', '3', '6'],
      ['1', '4']
    ],
    [
      ['net.0', 'net.3', 'net.6'],
      ['net.1', 'net.4']
    ],
    [
      ['fc1', 'fc2', 'fc3'],
      ['bn1', 'bn2']
    ],
    [
      ['fc1', 'fc2', 'out'],
      ['norm9', 'norm10']
    ],
    [
      ['layers.0.linear', 'layers.1.linear', 'layers.2.linear'],
      ['layers.0.norm', 'layers.1.norm']
    ],
    [
      ['layers.0', 'layers.1', 'layers.2'],
      ['norms.0', 'norms.1']
    ]
  ] as const)
    it(`${modules.join(', ')} with normalization ${norms.join(', ')}`, () => {
      const file = { ...linear(...modules), ...norm(norms[0], 5), ...norm(norms[1], 4) }
      assert.deepEqual(matched(file, netOf(3, 'layer')), modules)
      const [first, second] = readWeights('w', fileOf(file), netOf(3, 'batch'))
      assert.deepEqual([first!.normalization!.scales.length, second!.normalization!.scales.length], [5, 4])
      assert.match(told(file), /it is from a net with normalization: layer$/)
    })

  it('that leave a doubt are listed, with a line of Python', () => {
    for (const modules of [
      ['encode', 'transform', 'decode'],
      ['fc', 'fc1', 'fc2'],
      ['a.0', 'b.0', 'b.1'],
      ['0', '00', '1'],
      ['out', 'output', 'hidden']
    ]) {
      const sentence = told(linear(...modules))
      assert.match(sentence, /^w has names that do not tell the order of its layers: "/)
      for (const module of modules) assert.equal(sentence.split(`"${module}"`).length, 3, sentence)
      assert.match(
        sentence,
        /d = load_file\("w"\); save_file\(\{f"\{i\}\.\{p\}": d\[f"\{m\}\.\{p\}"\] for i, m in enumerate\(\[/
      )
    }
  })

  it('of tensors beside those of all layers are listed alone', () => {
    assert.equal(
      told({ ...linear('fc1', 'fc2', 'fc3'), ...linear('embedding') }),
      'w has tensors that no layer takes: "embedding.bias", "embedding.weight"; 0.weight, 0.bias, 2.weight … are expected'
    )
    assert.match(
      told({ ...linear('0', '2', '4'), '0.weight_g': [5, 1] }),
      /^w has tensors that no layer takes: "0.weight_g"; 0\.weight/
    )
    assert.match(told({ 'dense/kernel': [3, 5], 'dense/bias': [5] }), /transposed \(kernel\.T\)$/)
  })

  it('of another net say which layers it has', () => {
    assert.match(
      told(linear('fc1', 'fc2', 'fc3'), netOf(2)),
      /^w has tensors beyond the net's 2 layers: "fc3\.bias", "fc3\.weight"; its layers are 3 → 5 → 4 → 2 \(hidden_layers: \[5, 4\]\)$/
    )
  })

  it('of hostile length and number take no time and are shown in part', () => {
    const long = told({ ...linear('fc1', 'fc2', 'fc3'), [`${'a'.repeat(1e6)}.weight`]: [1, 1] })
    assert.ok(long.length < 500)
    const digits = '9'.repeat(100_000)
    assert.deepEqual(matched(linear('1', digits, `1${digits}`), netOf(3)), ['1', digits, `1${digits}`])
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`x${i}.weight`, [1, 1]]))
    assert.ok(told(many).length < 2000)
    assert.match(told({ ...linear('fc1', 'fc2', 'fc3'), '\u202e\u001b.weight': [1, 1] }), /"\\u202e\\u001b\.weight"/)
  })
})

describe('numbers of a net’s modules', () => {
  const all = { ...linear('0', '2', '4') }

  it('that are not finite are told with their place', () => {
    for (const [value, name] of [
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      [-Infinity, '-Infinity']
    ] as const) {
      const matrix = Array.from({ length: 20 }, (_, i) => (i === 14 ? value : 1))
      assert.throws(() => readWeights('w', fileOf(all, { '2.weight': matrix }), netOf(3)), {
        message: `w: "2.weight" [2, 4] is ${name}; weights must be finite: save the net before it diverges`
      })
    }
    assert.throws(() => readWeights('w', fileOf(all, { '4.bias': [0, NaN] }), netOf(3)), /"4.bias" \[1\] is NaN/)
  })

  it('of normalization must be finite, a variance not negative, and a count whole', () => {
    const file = (more: Shapes) => ({ ...linear('0', '3', '6'), ...norm('1', 5), ...norm('4', 4), ...more })
    const running: Shapes = { '4.running_mean': [4], '4.running_var': [4] }
    const read = (more: Shapes, values: Record<string, number[]>) =>
      readWeights('w', fileOf(file(more), values), netOf(3, 'batch'))
    assert.throws(() => read({}, { '1.weight': [1, 1, NaN, 1, 1] }), /"1.weight" \[2\] is NaN/)
    assert.throws(() => read(running, { '4.running_mean': [0, Infinity, 0, 0] }), /"4.running_mean" \[1\] is Infinity/)
    assert.throws(
      () => read(running, { '4.running_var': [1, 1, 1, -0.5] }),
      /^RangeError: w: "4.running_var" \[3\] is -0.5; a variance cannot be negative$/
    )
    assert.throws(() => read({ ...running, '4.num_batches_tracked': [] }, {}), /must be a whole number of type I64/)
    assert.deepEqual(read(running, {})[1]!.normalization!.running!.batches, 0)
  })
})
