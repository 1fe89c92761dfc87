import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { comparingCell, derivedCell, freeName, nameOfCell, parseCell, parseExperiment } from '../../../src/experiment'

describe('derivedCell(base, overrides)', () => {
  it('extends a cell that has a name', () => {
    const base = 'name: deep\nactivation: sigmoid\noptimizer: adam'
    const text = derivedCell(
      base,
      { activation: 'tanh', optimizer: { name: 'adam', learning_rate: 0.1 } },
      'deep-2',
      'why'
    )
    assert.equal(
      text,
      '# why\nname: deep-2\nextends: deep\nactivation: tanh\noptimizer: {name: adam, learning_rate: 0.1}'
    )
    const parsed = parseExperiment(text, { cells: [base, text] })
    assert.ok(parsed.ok)
    assert.equal(parsed.experiment.optimizer.learning_rate, 0.1)
  })

  it('copies a cell without a name, with its comments, and changes the keys', () => {
    const base =
      '# deep\nactivation: sigmoid # slow\noptimizer:\n  name: adam\n  lr: 0.5 # high\nbias_initializer: zeros\n'
    const overrides = {
      activation: 'tanh',
      optimizer: { name: 'adam', learning_rate: 0.1 },
      bias_initializer: null,
      l2: 0
    }
    const text = derivedCell(base, overrides, 'unused', 'why')
    assert.match(text, /^# why\n# deep\n/)
    assert.doesNotMatch(text, /extends|unused|lr:|bias/)
    const parsed = parseExperiment(text)
    assert.ok(parsed.ok, text)
    assert.deepEqual([parsed.experiment.optimizer.learning_rate, parsed.experiment.activation[0]!.name], [0.1, 'tanh'])
  })

  it('leaves what shares an anchor alone', () => {
    const base = 'initializer: &he {name: he, gain: 2}\nbias_initializer: zeros\nactivation: [relu, relu]'
    const parsed = parseExperiment(derivedCell(base, { residual: true }, null, 'why'))
    assert.ok(parsed.ok)
    assert.deepEqual(parsed.experiment.initializer[0], { name: 'he', gain: 2 })
  })

  it('keeps what is said of a file', () => {
    const base = 'dataset: {csv: a.csv, target: y}'
    const text = derivedCell(base, { dataset: { standardize: true } }, null, 'why')
    const parsed = parseExperiment(text)
    assert.ok(parsed.ok, text)
    assert.match(text, /csv: a.csv, target: y, standardize: true/)
  })
})

describe('a copy of a cell', () => {
  it('says what aliases stand for where their anchors go', () => {
    const cells = [
      ['l2: &v 0.1\noptimizer: {name: sgd, learning_rate: *v}', { l2: 0 }, /learning_rate: 0.1/],
      ['l2: &v 0.1\nl1: *v # same', { l2: null }, /l1: 0.1 # same/],
      ['optimizer: &o\n  name: sgd\n  learning_rate: &n 0.1\nl2: *n', { optimizer: 'adam' }, /l2: 0.1/],
      ['initializer: &i zeros\nbias_initializer: *i', { initializer: 'he' }, /bias_initializer: zeros/]
    ] as const
    for (const [base, overrides, kept] of cells) {
      const text = derivedCell(base, overrides, null, 'why')
      assert.ok(parseExperiment(text).ok, text)
      assert.match(text, kept)
      assert.doesNotMatch(text, /[&*]/)
    }
  })

  it('keeps the comments beside values that change, and at the end', () => {
    const base = '# first\n\nepochs: 3 # few\n# before\noptimizer:\n  # why\n  name: sgd\n  lr: 1 # big\n# last'
    assert.equal(
      derivedCell(base, { epochs: 5, optimizer: { name: 'sgd', learning_rate: 0.1 } }, null, 'new'),
      '# new\n# first\n\nepochs: 5 # few\n# before\noptimizer:\n  # why\n  name: sgd\n  learning_rate: 0.1 # big\n\n# last'
    )
  })
})

describe('names of cells', () => {
  it('are read from text that may hold mistakes', () => {
    assert.equal(nameOfCell('name: deep\nfoo: 1'), 'deep')
    for (const text of ['', '- a', 'name: 3', 'epochs: 1', 'name: [']) assert.equal(nameOfCell(text), null, text)
  })

  it('are found anew where one is taken', () => {
    assert.equal(freeName('a', ['name: b']), 'a')
    assert.equal(freeName('a', ['name: a', 'name: a-2']), 'a-3')
  })
})

describe('comparingCell(texts, comment)', () => {
  it('compares cells by their names, whatever YAML would take those for', () => {
    const cells = ['name: "null"\nepochs: 1', 'name: null-repaired\nextends: "null"']
    const text = comparingCell(cells, 'why')!
    assert.equal(text, '# why\ncompare: ["null", null-repaired]')
    const parsed = parseCell(text, { cells: [...cells, text] })
    assert.ok(parsed.ok && parsed.cell.kind === 'compare')
  })

  it('needs a name of each', () => {
    assert.equal(comparingCell(['name: a', 'epochs: 1'], 'why'), null)
  })
})
