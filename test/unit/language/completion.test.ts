import assert from 'node:assert/strict'
import { cellShape, completionsAt, type Completion } from '../../../src/language'
import { some } from '../some'

const shape = cellShape()

/** What is offered where `|` stands. */
function offered(marked: string): Completion[] {
  const offset = marked.indexOf('|')
  return completionsAt(shape, marked.replace('|', ''), offset)
}
const labels = (marked: string): string[] => offered(marked).map(({ label }) => label)
const item = (marked: string, label: string): Completion => {
  const found = offered(marked).find(one => one.label === label)
  assert.ok(found, `${label} is not among ${labels(marked).join(', ')}`)
  return found
}

const OPTIMIZERS = ['sgd', 'rmsprop', 'adagrad', 'adam', 'adamw', 'lion']
const OF_SGD = ['learning_rate', 'momentum', 'nesterov', 'weight_decay', 'clipnorm', 'clipvalue']

describe('completion in an experiment cell', () => {
  it('offers whole experiments in an empty cell, then every key', () => {
    const all = offered('|')
    assert.deepEqual(
      all.slice(0, 5).map(({ kind }) => kind),
      ['snippet', 'snippet', 'snippet', 'snippet', 'snippet']
    )
    assert.deepEqual(labels('|').slice(5, 9), ['name', 'dataset', 'hidden_layers', 'activation'])
    assert.ok(labels('# a comment\n\n|').includes('epochs'))
  })

  it('offers what an output layer may apply, and every loss', () => {
    assert.deepEqual(labels('output_activation: |'), ['linear', 'sigmoid', 'softmax', 'tanh', 'relu'])
    assert.ok(['mse', 'half_mse', 'mae'].every(loss => labels('loss: |').includes(loss)))
  })

  it('offers no key twice, wherever the line stands', () => {
    for (const text of [
      'dataset: spiral\n|\nepochs: 3',
      '|\ndataset: spiral\nepochs: 3',
      'epochs: 3\n\n|\n\ndataset: xor'
    ])
      assert.deepEqual(
        ['dataset', 'epochs', 'seed'].map(key => labels(text).includes(key)),
        [false, false, true],
        text
      )
  })

  it('knows the names behind a key that is not finished', () => {
    for (const text of [
      'optimizer: |',
      'optimizer: |\nepochs: 3',
      'optimizer: {name: |',
      'optimizer: {name: |}\nseed: 1'
    ])
      assert.deepEqual(labels(text), OPTIMIZERS, text)
    assert.ok(labels('activation: |').includes('leaky_relu'))
    assert.deepEqual(labels('shuffle: |'), ['true', 'false'])
    assert.deepEqual(labels('precision: |'), ['float32', 'float64'])
  })

  it('knows the keys of the optimizer that is named, less those that are there', () => {
    for (const text of [
      'optimizer: {name: sgd, |',
      'optimizer: {name: sgd, |}',
      'optimizer: {name: sgd,|\nepochs: 3',
      'optimizer: { name: sgd,\n  |\n}\nepochs: 3',
      'optimizer:\n  name: sgd\n  |',
      'optimizer:\n  name: sgd\n  |\nepochs: 3',
      'optimizer: {|, name: sgd}'
    ])
      assert.deepEqual(labels(text), OF_SGD, text)
    assert.deepEqual(
      labels('optimizer: {name: sgd, | momentum: 0.9}'),
      OF_SGD.filter(key => key !== 'momentum')
    )
    assert.ok(labels('optimizer: {name: adam, |').includes('beta_1'))
  })

  it('asks for the name first where keys depend on it', () => {
    assert.deepEqual(labels('optimizer: {|'), ['name'])
    assert.deepEqual(labels('dataset: {|}'), ['name', 'csv', 'idx', 'npy'])
    assert.deepEqual(labels('optimizer:\n  |'), ['name', ...OPTIMIZERS])
  })

  it('works in lists, on one line and on several', () => {
    for (const text of [
      'activation: [tanh, |',
      'activation: [|]',
      'activation:\n  - tanh\n  - |',
      'activation:\n- |\nseed: 1'
    ])
      assert.ok(labels(text).includes('gelu'), text)
    assert.deepEqual(labels('activation: [tanh, {name: leaky_relu, |'), ['negative_slope'])
    assert.deepEqual(labels('dataset: {csv: a.csv, target: y, |}'), [
      ...['task', 'inputs', 'ignore', 'categories', 'missing', 'separator', 'decimal', 'header'],
      ...['standardize_target', 'test_split', 'standardize']
    ])
    assert.deepEqual(labels('dataset: {csv: a.csv, target: y, separator: |}'), ['comma', 'semicolon', 'tab', 'pipe'])
    assert.deepEqual(labels('dataset: {csv: a.csv, target: y, missing: |}'), ['error', 'drop', 'mean'])
    assert.deepEqual(labels('dataset: {idx: {images: a, |\nepochs: 3'), ['labels'])
    assert.deepEqual(labels('dataset: {npy: {|}}'), ['inputs', 'labels'])
    assert.deepEqual(labels('dataset: {npy: {inputs: a, labels: b}, |}'), [
      'task',
      'samples',
      'standardize_target',
      'test_split',
      'standardize'
    ])
  })

  it('writes what must be there as places to fill in', () => {
    assert.equal(item('dataset: |', '{csv, target}').insert, '{csv: ${1:data.csv}, target: ${2:column}}')
    assert.equal(item('hidden_layers: |', '{depth, units}').insert, '{depth: ${1:10}, units: ${2:32}}')
    assert.equal(item('initializer: |', '{safetensors}').insert, '{safetensors: ${1:weights.safetensors}}')
    assert.equal(item('st|', 'stop').insert, 'stop: {$1}')
  })

  it('shows the default of a key and marks it among the values', () => {
    assert.equal(item('ep|', 'epochs').detail, 'default 30')
    assert.equal(item('|', 'hidden_layers').detail, 'default [16, 16]')
    assert.equal(item('optimizer: {name: adamw, |}', 'weight_decay').detail, 'default 0.01')
    assert.equal(item('activation: |', 'tanh').isDefault, true)
    assert.deepEqual(labels('optimizer: {name: adagrad, learning_rate: |}'), ['0.01'])
  })

  it('replaces the whole word, and writes no second colon', () => {
    const { range, insert } = item('seed: 1\nacti|vtion: tanh', 'activation')
    assert.deepEqual([range, insert], [{ start: 8, end: 17 }, 'activation'])
    assert.equal(item('seed: 1\nacti|', 'activation').insert, 'activation: ')
  })

  it('offers other libraries’ names only to those who begin to write them', () => {
    assert.ok(!labels('initializer: |').some(label => label.startsWith('kaiming')))
    assert.equal(item('initializer: kai|', 'kaiming_uniform').detail, '= he_uniform')
    assert.equal(item('activation: sw|', 'swish').detail, '= silu')
    assert.ok(labels('optimizer: {name: sgd, lr|}').includes('lr'))
    assert.ok(!labels('optimizer: {name: sgd, lr: 1, |}').includes('learning_rate'))
  })

  it('offers the keys that make many runs, and those of a sweep', () => {
    const many = ['extends', 'variants', 'sweep', 'seeds', 'compare']
    assert.deepEqual(
      labels('epochs: 3\n|').filter(label => many.includes(label)),
      many
    )
    assert.deepEqual(labels('sweep: {|}'), ['method', 'parameters', 'run_cap', 'metric'])
    assert.deepEqual(labels('sweep: {method: |}'), ['grid', 'random'])
    assert.deepEqual(labels('sweep: {metric: {name: |}}'), ['loss', 'accuracy', 'test_loss', 'test_accuracy'])
  })

  it('offers dotted paths as a sweep’s parameters, those that the cell has', () => {
    const paths = labels('optimizer: {name: adam}\nsweep:\n  parameters:\n    |')
    assert.ok(paths.includes('epochs') && paths.includes('optimizer.beta_1') && paths.includes('dataset.noise'))
    assert.ok(!paths.includes('optimizer.momentum') && !paths.includes('name') && !paths.includes('seeds'))
    assert.equal(item('sweep: {parameters: {opt|}}', 'optimizer.learning_rate').insert, 'optimizer.learning_rate: [$1]')
    assert.ok(!labels('sweep: {parameters: {epochs: [1], |}}').includes('epochs'))
    assert.ok(labels('sweep: {parameters: {epochs: {|}}}').includes('distribution'))
    assert.ok(labels('sweep: {parameters: {epochs: {distribution: |}}}').includes('log_uniform_values'))
  })

  it('offers the values that a key takes among those of a sweep, and in variants', () => {
    for (const marked of [
      'sweep: {parameters: {activation: [tanh, |]}}',
      'sweep: {parameters: {activation: {values: [|]}}}',
      'sweep: {parameters: {activation: {value: |}}}',
      'variants: {a: {activation: |}}'
    ])
      assert.ok(labels(marked).includes('softsign'), marked)
    assert.ok(labels('sweep: {parameters: {initializer: [{name: random_normal, |}]}}').includes('stddev'))
    assert.ok(labels('variants: {a: {|}}').includes('epochs') && !labels('variants: {a: {|}}').includes('sweep'))
    assert.deepEqual(
      labels('variants: {a: {optimizer.learning_rate: |}}'),
      labels('optimizer: {name: sgd, learning_rate: |}')
    )
  })

  it('offers the names of other cells behind extends and in compare, there with their variants', () => {
    const others = ['name: base', 'name: deep\nvariants: {a+b: {}, "c d": {}}', 'epochs: 3']
    const named = (marked: string) =>
      completionsAt(shape, marked.replace('|', ''), marked.indexOf('|'), others).map(({ label }) => label)
    assert.deepEqual(named('name: base\nextends: |'), ['deep'])
    assert.deepEqual(named('extends: |'), ['base', 'deep'])
    assert.deepEqual(named('compare: [base, |]'), ['base', 'deep', 'deep/a+b'])
    assert.deepEqual(named('epochs: |').includes('base'), false)
  })

  it('says nothing in comments, beside what is finished, and for keys there are none of', () => {
    for (const text of [
      'dataset: spiral # sp|',
      'foo: |',
      'dataset: {name: spiral} |',
      'optimizer: {name: sgd |',
      'epochs:|'
    ])
      assert.deepEqual(labels(text), [], text)
  })

  it('is told of every key and name what it means', () => {
    for (const text of ['seed: 1\n|', 'activation: |', 'initializer: |', 'loss: |', 'optimizer: |', 'dataset: |'])
      for (const { label, documentation } of some(offered(text)))
        assert.ok(documentation.length > 10, `${text}: ${label}`)
  })
})
