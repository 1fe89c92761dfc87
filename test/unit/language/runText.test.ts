import assert from 'node:assert/strict'
import { parseCell } from '../../../src/experiment'
import { runText } from '../../../src/language'

const SWEEP =
  'name: rates\noptimizer: adam\nepochs: 2\nvariants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers.units: 9}}\nsweep: {parameters: {optimizer.lr: [0.1, 0.5], initializer: [he, {name: random_normal, stddev: 0.01}]}}\nseeds: 2'

describe('a run of many as a cell of its own', () => {
  const parsed = parseCell(SWEEP)
  assert.ok(parsed.ok && parsed.cell.kind === 'sweep')
  const { expansion } = parsed.cell

  it('extends the cell, and says what is different', () => {
    assert.equal(
      runText('rates', expansion, 15),
      'extends: rates\nvariants: null\nsweep: null\nseeds: null\nhidden_layers: {units: 9}\ninitializer: {name: random_normal, stddev: 0.01}\noptimizer: {learning_rate: 0.5}\nseed: 1\n'
    )
  })

  it('is the same experiment, every run, with a name and without', () => {
    for (let index = 0; index < expansion.count; index++)
      for (const name of ['rates', null]) {
        const text = runText(name, expansion, index)
        const read = parseCell(text, { cells: [SWEEP, text] })
        assert.ok(read.ok && read.cell.kind === 'run', text)
        assert.deepEqual(read.cell.experiment, { ...expansion.run(index).experiment, name: null })
      }
  })
})
