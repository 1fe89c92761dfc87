import assert from 'node:assert/strict'
import { parseExperiment, type Experiment } from '../../../src/experiment'
import { resolvedText } from '../../../src/language'

function experiment(text: string): Experiment {
  const result = parseExperiment(text)
  assert.ok(result.ok)
  return result.experiment
}

describe('a cell with every value', () => {
  it('is a cell that gives the same experiment', () => {
    for (const text of [
      'dataset: spiral',
      'activation: [relu, gelu]\noptimizer: adamw',
      'dataset: {csv: a.csv, target: y}'
    ]) {
      const first = experiment(text)
      assert.deepEqual(experiment(resolvedText(first)), first)
    }
  })

  it('counts many equal layers instead of listing them, so that the text stays within the bounds of a cell', () => {
    const deep = experiment('hidden_layers: {depth: 9000, units: 3}\nepochs: 1')
    const text = resolvedText(deep)
    assert.match(text, /^hidden_layers: \{depth: 9000, units: 3\}$/m)
    assert.deepEqual(experiment(text), deep)
  })

  it('shows no key without a value, and short mappings on one line', () => {
    const lines = resolvedText(experiment('hidden_layers: {depth: 3, units: 8}')).split('\n')
    assert.ok(!lines.some(line => /null/.test(line)))
    assert.deepEqual(
      lines.filter(line => /hidden_layers|initializer|dataset|name: spiral/.test(line)),
      [
        'dataset:',
        '  name: spiral',
        'hidden_layers: [8, 8, 8]',
        'initializer: {name: xavier, gain: 1}',
        'bias_initializer: zeros'
      ]
    )
  })
})
