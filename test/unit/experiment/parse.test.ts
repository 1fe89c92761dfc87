import assert from 'node:assert/strict'
import { parseExperiment, resolvedCell, type Experiment } from '../../../src/experiment'
import { stringify } from 'yaml'
import { problems, told } from './told'

function experiment(text: string): Experiment {
  const result = parseExperiment(text)
  assert.ok(result.ok, result.ok ? '' : result.problems.map(problem => problem.message).join('\n'))
  return result.experiment
}

describe('parseExperiment', () => {
  it('gives every key a default', () => {
    const { name, dataset, hidden_layers, activation, initializer, bias_initializer, loss, optimizer, ...rest } =
      experiment('dataset: spiral')
    assert.deepEqual(dataset, {
      name: 'spiral',
      samples: 512,
      noise: 0.1,
      classes: 2,
      test_split: 0.2,
      standardize: false
    })
    assert.deepEqual([name, hidden_layers, loss], [null, [16, 16], 'categorical_crossentropy'])
    assert.deepEqual(activation, [{ name: 'tanh' }, { name: 'tanh' }])
    assert.deepEqual(initializer, Array(3).fill({ name: 'xavier', gain: 1 }))
    assert.deepEqual(bias_initializer, Array(3).fill({ name: 'zeros' }))
    assert.equal(optimizer.learning_rate, 0.1)
    const { epochs, batch_size, shuffle, seed, l1, l2, stop, normalization, residual } = rest
    assert.deepEqual(
      { epochs, batch_size, shuffle, seed, l1, l2 },
      { epochs: 30, batch_size: 32, shuffle: true, seed: 0, l1: 0, l2: 0 }
    )
    assert.deepEqual([normalization, residual], ['none', false])
    assert.deepEqual(stop, { nonfinite: true, loss_below: null, after_seconds: null })
  })

  it('chooses the initializer by activation, layer by layer', () => {
    const names = (text: string) => experiment(text).initializer.map(({ name }) => name)
    assert.deepEqual(names('activation: relu'), ['he', 'he', 'he'])
    assert.deepEqual(names('activation: selu'), ['lecun_normal', 'lecun_normal', 'lecun_normal'])
    assert.deepEqual(names('activation: [sigmoid, gelu]'), ['xavier', 'he', 'he'])
    assert.deepEqual(names('hidden_layers: []'), ['xavier'])
  })

  it('takes the spellings of PyTorch', () => {
    const cell = experiment(
      'activation: [swish, identity]\ninitializer: kaiming_uniform\noptimizer: {name: adam, lr: 1e-2}'
    )
    assert.deepEqual(cell.activation, [{ name: 'silu' }, { name: 'linear' }])
    assert.equal(cell.initializer[0]!.name, 'he_uniform')
    assert.equal(cell.optimizer.learning_rate, 0.01)
    assert.equal(experiment('initializer: xavier_normal').initializer[0]!.name, 'glorot_normal')
    assert.equal(experiment('initializer: xavier').initializer[0]!.name, 'xavier')
  })

  it('knows each optimizer’s own defaults', () => {
    const optimizer = (name: string) => experiment(`optimizer: ${name}`).optimizer as Record<string, unknown>
    const { learning_rate, rho, epsilon } = optimizer('rmsprop')
    assert.deepEqual([learning_rate, rho, epsilon], [0.001, 0.99, 1e-8])
    assert.deepEqual([optimizer('adagrad')['learning_rate'], optimizer('adagrad')['epsilon']], [0.01, 1e-10])
    assert.deepEqual([optimizer('adam')['weight_decay'], optimizer('adamw')['weight_decay']], [0, 0.01])
    assert.deepEqual(optimizer('lion'), {
      ...{ name: 'lion', learning_rate: 1e-4, beta_1: 0.9, beta_2: 0.99 },
      ...{ weight_decay: 0, clipnorm: null, clipvalue: null }
    })
  })

  it('spells out {depth, units}', () => {
    assert.deepEqual(experiment('hidden_layers: {depth: 3, units: 5}').hidden_layers, [5, 5, 5])
  })

  it('lets torch_default, mean_field and safetensors set biases too, unless they are given', () => {
    const biases = (text: string) => experiment(text).bias_initializer[0]
    assert.deepEqual(biases('initializer: mean_field'), { name: 'mean_field', sigma_w2: 1.5, sigma_b2: 0.05 })
    assert.deepEqual(biases('initializer: {safetensors: w}'), { name: 'safetensors', safetensors: 'w' })
    assert.deepEqual(biases('initializer: {safetensors: w}\nbias_initializer: zeros'), { name: 'zeros' })
    assert.deepEqual(biases('initializer: lsuv'), { name: 'zeros' })
  })

  it('takes the loss from the data set', () => {
    assert.equal(experiment('dataset: sine').loss, 'mse')
    assert.equal(experiment('dataset: iris').loss, 'categorical_crossentropy')
  })

  it('resolves to a cell that parses to the same experiment', () => {
    for (const text of [
      'dataset: iris',
      'activation: [relu, {name: leaky_relu, negative_slope: 0.2}]',
      'initializer: torch_default',
      'initializer: {safetensors: w.safetensors}\nbias_initializer: zeros',
      'initializer: mean_field',
      'initializer: [lsuv, orthogonal, {safetensors: w}]',
      'hidden_layers: []',
      'normalization: batch\nprecision: float64',
      'normalization: layer\nresidual: true\nprecision: float64',
      'dataset: {csv: a.csv, target: y}',
      'dataset: {csv: a.csv, target: [u, v]}\nloss: mse',
      'dataset: {idx: {images: a, labels: b}, samples: 100}',
      'dataset: {npy: {inputs: data.npz/x, labels: data.npz/y}, samples: 100, task: regression, standardize: false}'
    ]) {
      const first = experiment(text)
      assert.deepEqual(experiment(stringify(resolvedCell(first))), first)
    }
  })
})

describe('problems of a cell', () => {
  it('say what was meant', () => {
    assert.deepEqual(told('activation: sigmod'), [
      'unknown-name [sigmod] unknown activation "sigmod"; did you mean "sigmoid"?'
    ])
    assert.deepEqual(told('activaton: tanh'), [
      'unknown-key [activaton] unknown key "activaton"; did you mean "activation"?'
    ])
    assert.deepEqual(told('dataset: {name: spiral, noize: 1}'), [
      'unknown-key [noize] unknown key "noize" in dataset; did you mean "noise"?'
    ])
  })

  it('come all at once, in the order of the text', () => {
    const text = 'epochs: -1\noptimizer: {name: sgd, lr: fast}\nactivation: [tanh, rleu]\nfoo: 1'
    assert.deepEqual(
      told(text).map(line => line.split(' ').slice(0, 2).join(' ')),
      ['out-of-range [-1]', 'wrong-type [fast]', 'unknown-name [rleu]', 'unknown-key [foo]']
    )
  })

  it('name the home of a misplaced key', () => {
    assert.deepEqual(told('lr: 0.1'), [
      'misplaced-key [lr] "lr" belongs in optimizer: write optimizer: {name: …, lr: …}'
    ])
  })

  it('point into YAML that cannot be read', () => {
    assert.equal(problems('activation: [tanh')[0]!.code, 'yaml-syntax')
    assert.equal(problems('seed: 1\nseed: 2')[0]!.code, 'duplicate-key')
    assert.equal(problems('a: 1\n---\nb: 2')[0]!.code, 'yaml-syntax')
  })

  it('refuse what is no mapping', () => {
    assert.equal(problems('')[0]!.code, 'empty-cell')
    assert.equal(problems('# only a comment')[0]!.code, 'empty-cell')
    assert.equal(problems('spiral')[0]!.code, 'not-a-mapping')
    assert.equal(problems('- spiral')[0]!.code, 'not-a-mapping')
  })

  it('stop a bomb of aliases', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map(
        (c, i) =>
          `${c}: &${c} [${Array(9)
            .fill('*' + 'abcdefgh'[i])
            .join(', ')}]`
      )
    ]
    assert.equal(problems(bomb.join('\n'))[0]!.code, 'too-many-aliases')
  })

  it('see keys that contradict each other', () => {
    const code = (text: string) => problems(text).map(problem => problem.code)
    assert.deepEqual(code('dataset: sine\nloss: categorical_crossentropy'), ['conflict'])
    assert.deepEqual(code('dataset: iris\nloss: binary_crossentropy'), ['conflict'])
    assert.deepEqual(code('activation: [tanh]'), ['wrong-length'])
    assert.deepEqual(code('optimizer: {name: sgd, nesterov: true}'), ['conflict'])
    assert.deepEqual(code('dataset: {name: spiral, samples: 3, test_split: 0.1}'), ['conflict'])
  })

  it('hold limits before anything is allocated', () => {
    assert.deepEqual(told('hidden_layers: {depth: 50, units: 1000}'), [
      'limit [{depth: 50, units: 1000}] 49,054,002 parameters are above the limit of 20,000,000; use fewer, or raise the limit: the setting gradnb.limits.parameters in VS Code, --max-parameters on the command line'
    ])
    assert.equal(problems('epochs: 200000')[0]!.code, 'limit')
  })

  it('say how a file is named, and what does not go with it', () => {
    assert.deepEqual(told('dataset: {csv: a.csv}'), [
      'missing-key [{csv: a.csv}] dataset needs target, the column to predict: {csv: data.csv, target: column}'
    ])
    assert.deepEqual(told('dataset: {csv: a.csv, taget: y, target: y}'), [
      'unknown-key [taget] unknown key "taget" in dataset; did you mean "target"?'
    ])
    assert.deepEqual(told('dataset: {idx: {images: a, label: b}}'), [
      'missing-key [{images: a, label: b}] dataset.idx needs labels, the file with the classes: {images: …, labels: …}',
      'unknown-key [label] unknown key "label" in dataset.idx; did you mean "labels"?'
    ])
    assert.deepEqual(told('dataset: {csv: "", target: []}'), [
      'out-of-range [""] dataset.csv must not be empty',
      'out-of-range [[]] dataset.target must not be empty'
    ])
    assert.deepEqual(told('dataset: {csv: a.csv, target: y, task: regresion}'), [
      'unknown-name [regresion] unknown task "regresion"; did you mean "regression"?'
    ])
    assert.deepEqual(told('dataset: {csv: a.csv, target: [u, u]}'), ['conflict [u] target lists "u" twice; remove one'])
    assert.deepEqual(told('dataset: {csv: a.csv, target: [u, v], task: classification}'), [
      'conflict [classification] several targets make a regression, and a classification has a single target; remove task, or list one target'
    ])
    assert.deepEqual(told('dataset: {csv: b/a.csv, target: [u, v]}\nloss: categorical_crossentropy'), [
      'conflict [categorical_crossentropy] a.csv is a regression, so its loss must be mse, half_mse or mae, not categorical_crossentropy'
    ])
    assert.deepEqual(told('csv: a.csv'), [
      'misplaced-key [csv] "csv" belongs in dataset: write dataset: {csv: data.csv, target: column}'
    ])
  })

  it('know the initializers that need more than a name', () => {
    assert.deepEqual(told('bias_initializer: orthogonal'), [
      'conflict [orthogonal] orthogonal makes weights, not biases; leave bias_initializer out for zeros'
    ])
    assert.deepEqual(told('hidden_layers: [4]\nbias_initializer: [zeros, lsuv]'), [
      'conflict [lsuv] lsuv makes weights, not biases; leave bias_initializer out for zeros'
    ])
    assert.deepEqual(told('initializer: ortogonal'), [
      'unknown-name [ortogonal] unknown initializer "ortogonal"; did you mean "orthogonal"?'
    ])
    assert.deepEqual(told('initializer: {name: mean_field, sigma_w: 1}'), [
      'unknown-key [sigma_w] unknown key "sigma_w" in initializer; did you mean "sigma_w2"?'
    ])
    assert.deepEqual(told('initializer: safetensors'), [
      'missing-key [safetensors] initializer needs the path of the file: {safetensors: weights.safetensors}'
    ])
    assert.deepEqual(told('safetensors: a'), [
      'misplaced-key [safetensors] "safetensors" belongs in initializer: write initializer: {safetensors: weights.safetensors}'
    ])
  })

  it('show what stands in the cell', () => {
    assert.deepEqual(told('batch_size: "1,000"'), [
      'wrong-type ["1,000"] batch_size must be a whole number, not "1,000"; write 1000 or 1, whichever you mean'
    ])
    assert.deepEqual(told('shuffle: yes'), ['wrong-type [yes] shuffle must be true or false, not "yes"; write true'])
    assert.deepEqual(told('hidden_layers: 16'), [
      'wrong-type [16] hidden_layers must be a list or a mapping, not 16; write [16] for one layer of 16 units, or {depth: 16, units: 32} for 16 layers'
    ])
    assert.deepEqual(told('optimizer: {lr: 1}'), [
      'missing-name [{lr: 1}] optimizer needs a name; choose one of sgd, rmsprop, adagrad, adam, adamw, lion'
    ])
    assert.deepEqual(told('hidden_layers: [16, 0]'), ['out-of-range [0] hidden_layers[1] must be at least 1, not 0'])
    assert.deepEqual(told('seeds: 5'), [
      'conflict [seeds] a single experiment is wanted here, and seeds makes several or names other cells; remove it'
    ])
    assert.deepEqual(told('epochs:'), ['wrong-type [epochs] epochs must be a whole number; it has no value yet'])
    assert.deepEqual(told('stop: {loss_below: low}'), [
      'wrong-type [low] stop.loss_below must be a number, not "low"; write it in digits'
    ])
  })

  it('are found for __proto__ and constructor as for any key', () => {
    assert.equal(problems('constructor: 1')[0]!.code, 'unknown-key')
    assert.equal(problems('"__proto__": 1')[0]!.code, 'unknown-key')
    assert.equal(problems('optimizer: constructor')[0]!.code, 'unknown-name')
  })
})
