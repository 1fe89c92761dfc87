import assert from 'node:assert/strict'
import { cellOf, runsOf, shortly, toldOf } from './runsOf'

const BASE = 'name: base\nhidden_layers: {depth: 3, units: 8}\noptimizer: {name: sgd, momentum: 0.9}\nepochs: 5'

/** The experiment of `text`, among `others`. */
function experiment(text: string, ...others: string[]) {
  const cell = cellOf(text, { cells: [...others, text] })
  assert.ok(cell.kind === 'run')
  return cell.experiment
}

describe('extends', () => {
  it('takes the keys of the named cell, and puts its own over them', () => {
    const { name, hidden_layers, epochs } = experiment('extends: base\nepochs: 9', BASE)
    assert.deepEqual([name, hidden_layers, epochs], [null, [8, 8, 8], 9])
  })

  it('merges mappings that name the same thing or nothing, and replaces others', () => {
    const optimizer = (own: string) => experiment(`extends: base\noptimizer: ${own}`, BASE).optimizer as object
    const { momentum, learning_rate } = optimizer('{lr: 0.5}') as Record<string, unknown>
    assert.deepEqual([momentum, learning_rate], [0.9, 0.5])
    assert.deepEqual(optimizer('{name: sgd, lr: 0.5}'), optimizer('{lr: 0.5}'))
    assert.deepEqual(optimizer('sgd'), experiment('optimizer: sgd').optimizer)
    assert.deepEqual(optimizer('{name: adam}'), experiment('optimizer: adam').optimizer)
    assert.deepEqual(experiment('extends: base\nhidden_layers: {units: 4}', BASE).hidden_layers, [4, 4, 4])
    assert.deepEqual(
      experiment('extends: base\ndataset: {noise: 0.4}', BASE).dataset,
      experiment('dataset: {name: spiral, noise: 0.4}').dataset
    )
  })

  it('goes through chains, in any order of the cells', () => {
    const middle = 'extends: base\nname: middle\nl2: 0.5'
    const { hidden_layers, l2, epochs } = experiment('extends: middle\nepochs: 1', middle, BASE)
    assert.deepEqual([hidden_layers, l2, epochs], [[8, 8, 8], 0.5, 1])
  })

  it('takes sweeps, variants and seeds too, and null takes them away', () => {
    const swept = 'name: swept\nsweep: {parameters: {epochs: [1, 2], l1: [0.5]}}\nseeds: 2'
    const runs = (own: string) => shortly(runsOf(own, { cells: [swept, own] }))
    assert.deepEqual(runs('extends: swept\nseeds: 1'), ['epochs 1, l1 0.5, seed 0', 'epochs 2, l1 0.5, seed 0'])
    assert.deepEqual(runs('extends: swept\nseeds: null\nsweep: {parameters: {epochs: {value: 7}}}'), [
      'epochs 7, l1 0.5, seed 0'
    ])
    assert.equal(experiment('extends: swept\nsweep: null\nseeds:\nepochs: 3', swept).epochs, 3)
  })

  it('names what is wrong with the name', () => {
    const told = (text: string, ...others: string[]) => toldOf(text, { cells: [...others, text] })
    assert.deepEqual(told('extends: bose', BASE), ['unknown-cell [bose] no cell is named bose; did you mean base?'])
    assert.deepEqual(told('extends: other', BASE), [
      'unknown-cell [other] no cell is named other; this notebook has base'
    ])
    assert.deepEqual(told('extends: other'), [
      'unknown-cell [other] no cell is named other; give the cell that is meant a name: name: other'
    ])
    assert.deepEqual(told('extends: base', BASE, BASE), [
      'unknown-cell [base] 2 cells are named base; give each a name of its own'
    ])
    assert.deepEqual(told('extends: 3', BASE), [
      'wrong-type [3] extends needs the name of another cell, for example extends: base'
    ])
    assert.deepEqual(told('extends:', BASE), [
      'wrong-type [extends] extends needs the name of another cell, for example extends: base'
    ])
  })

  it('finds circles', () => {
    const told = (text: string, ...others: string[]) => toldOf(text, { cells: [...others, text] })
    assert.deepEqual(told('name: a\nextends: a'), ['circle [a] a cannot extend itself; name another cell'])
    assert.deepEqual(told('name: a\nextends: b', 'name: b\nextends: c', 'name: c\nextends: a'), [
      'circle [b] these cells extend each other in a circle: a → b → c → a; remove extends from one of them'
    ])
    assert.deepEqual(told('extends: b', 'name: b\nextends: c', 'name: c\nextends: b'), [
      'circle [b] these cells extend each other in a circle: b → c → b; remove extends from one of them'
    ])
  })

  it('tells a problem of the other cell with its line, and one of both together at extends', () => {
    const told = (text: string, ...others: string[]) => toldOf(text, { cells: [...others, text] })
    assert.deepEqual(told('extends: base\nepochs: 3', 'name: base\nepochs: few'), [
      'broken-cell [base] base cannot run yet, so it cannot be extended; fix its line 2 first: epochs must be a whole number, not "few"; write it in digits'
    ])
    assert.deepEqual(
      told('extends: base\nhidden_layers: [4]', 'name: base\nhidden_layers: [4, 4]\nactivation: [tanh, relu]'),
      [
        'wrong-length [base] activation has 2 entries for 1 hidden layer; list one for each, or write a single one for all'
      ]
    )
    assert.deepEqual(told('extends: base\nepochs: few', BASE), [
      'wrong-type [few] epochs must be a whole number, not "few"; write it in digits'
    ])
    assert.deepEqual(told('extends: both', 'name: both\ncompare: [base]', BASE), [
      'conflict [both] both only compares other cells, so there is nothing to extend'
    ])
  })

  it('of a thousand cells in a row ends', () => {
    const cells = Array.from({ length: 1000 }, (_, i) => `name: c${i}\n${i > 0 ? `extends: c${i - 1}` : ''}`)
    assert.deepEqual(toldOf(cells[999]!, { cells }), [
      'limit [c998] extends may lead through 50 cells at most; extend one that is nearer to the first'
    ])
    assert.equal(cellOf(cells[40]!, { cells }).kind, 'run')
  })
})

describe('compare', () => {
  const SWEPT = 'name: swept\nvariants: {a/b: {epochs: 1}, wide: {epochs: 2}}\nsweep: {parameters: {l1: [0.5, 0.25]}}'
  const told = (text: string) => toldOf(text, { cells: [BASE, SWEPT, text] })

  it('names cells, variants and runs', () => {
    const text = 'compare: [base, swept, swept/a/b, "swept#3"]\nname: both'
    assert.deepEqual(cellOf(text, { cells: [BASE, SWEPT, text] }), {
      kind: 'compare',
      name: 'both',
      compared: [
        { cell: 'base', variant: null, run: null },
        { cell: 'swept', variant: null, run: null },
        { cell: 'swept', variant: 'a/b', run: null },
        { cell: 'swept', variant: null, run: 3 }
      ]
    })
  })

  it('tells what is not there, with what may be meant', () => {
    assert.deepEqual(told('compare: [bose, base/x, swept/wied, "swept#4", base]'), [
      'unknown-cell [bose] no cell is named bose; did you mean base?',
      'unknown-name [base/x] base has no variants; write base alone',
      'unknown-name [swept/wied] swept has no variant wied; did you mean wide?',
      'out-of-range ["swept#4"] swept has no run 4; its runs are 0 to 3'
    ])
    assert.deepEqual(told('compare: base'), [
      'wrong-type [base] compare takes a list of cells: compare: [first, second]'
    ])
    assert.deepEqual(told('compare: []'), [
      'out-of-range [[]] compare must name at least one cell, for example compare: [first, second]'
    ])
    assert.deepEqual(told('name: x\ncompare: [x, base, base]'), [
      'circle [x] a cell cannot compare itself; name others',
      'duplicate-key [base] base appears twice; keep one'
    ])
    assert.deepEqual(told('compare: [base]\nepochs: 3'), [
      'conflict [epochs] a cell with compare draws other cells and trains nothing; remove epochs'
    ])
  })
})
