import assert from 'node:assert/strict'
import { parseCell } from '../../../src/experiment'
import { fixesOf, type FixEdit } from '../../../src/language'

/** The text after the first fix of each problem, one after the other. */
function mended(text: string, cells: readonly string[] = []): string {
  const result = parseCell(text, { cells })
  assert.ok(!result.ok, `no problem in: ${text}`)
  const fix = fixesOf(text, result.problems[0]!)[0]
  assert.ok(fix, `no fix for: ${result.problems[0]!.message}`)
  return applied(text, fix.edits)
}

const applied = (text: string, edits: readonly FixEdit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), text)

describe('quick fixes', () => {
  it('write what was meant', () => {
    assert.equal(mended('activation: sigmod'), 'activation: sigmoid')
    assert.equal(mended('activaton: tanh'), 'activation: tanh')
    assert.equal(mended('optimizer: {name: sgd, momentom: 0.9}'), 'optimizer: {name: sgd, momentum: 0.9}')
  })

  it('move a key into the mapping where it belongs', () => {
    assert.equal(mended('lr: 0.1\nepochs: 3'), 'optimizer: {name: sgd, lr: 0.1}\nepochs: 3')
    assert.equal(mended('optimizer: adam\nlr: 0.1\nepochs: 3'), 'optimizer: {name: adam, lr: 0.1}\nepochs: 3')
    assert.equal(mended('lr: 0.1\noptimizer: { name: adam }'), 'optimizer: { name: adam, lr: 0.1 }')
    assert.equal(mended('noise: 0\ndataset:\n  name: moons\n'), 'dataset:\n  name: moons\n  noise: 0\n')
    assert.equal(mended('csv: a.csv\nepochs: 1'), 'dataset: {csv: a.csv}\nepochs: 1')
    assert.equal(mended('sigma_w2: 2'), 'initializer: {name: mean_field, sigma_w2: 2}')
  })

  it('mend a sweep where it is wrong', () => {
    const grid = (parameters: string) => `sweep: {parameters: {${parameters}}}`
    assert.equal(mended(grid('optimzer.lr: [1]')), grid('optimizer.learning_rate: [1]'))
    assert.equal(mended(grid('optimizer.learning_rat: [1]')), grid('optimizer.learning_rate: [1]'))
    assert.equal(mended(grid('lr: [1]')), grid('optimizer.lr: [1]'))
    assert.equal(mended(grid('epochs: 3')), grid('epochs: [3]'))
    assert.equal(mended(grid('initializer: [he, xaver]')), grid('initializer: [he, xavier]'))
    assert.equal(
      mended(`sweep: {method: bayes, parameters: {epochs: [1]}}`),
      `sweep: {method: grid, parameters: {epochs: [1]}}`
    )
    assert.equal(
      mended('seeds: 2\nsweep:\n  program: a.py\n  parameters: {epochs: [1]}\n'),
      'seeds: 2\nsweep:\n  parameters: {epochs: [1]}\n'
    )
    assert.equal(mended('variants: {a: {activation: sigmod}}'), 'variants: {a: {activation: sigmoid}}')
    assert.equal(mended('extends: bass', ['name: base']), 'extends: base')
    assert.equal(mended('compare: [bass/x, base]', ['name: base']), 'compare: [base/x, base]')
  })

  it('take out what the language does not have', () => {
    assert.equal(mended('epochs: 3\nqqqqqq: {method: grid}\nseed: 1'), 'epochs: 3\nseed: 1')
    assert.equal(mended('epochs: 3\nqqqqqq: 1'), 'epochs: 3')
    assert.equal(mended('optimizer: {name: sgd, qqqqqq: 1}'), 'optimizer: {name: sgd}')
    assert.equal(mended('optimizer: {qqqqqq: 1, name: sgd}'), 'optimizer: {name: sgd}')
    assert.equal(mended('seed: 1\nseed: 2\nepochs: 1'), 'seed: 1\nepochs: 1')
  })
})
