import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { diagnose, finding, formulaOf, RULES, withTheirEvidence, type Finding } from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { runExperiment } from '../../corpus/runExperiment'

const formulas = (record: RunRecord): Map<string, string> =>
  new Map(withTheirEvidence(diagnose(record)).map(each => [each.rule, formulaOf(each, record)]))

describe('the formula behind a finding', () => {
  it('says how a signal fades, layer by layer', () => {
    const record = runExperiment('hidden_layers: {depth: 10, units: 32}\nactivation: sigmoid\nepochs: 5')
    const text = formulas(record).get('vanishing_signal')!
    const [, perLayer, ratio] = /^δ\(hidden 1\) \/ δ\(hidden 10\) = ρ⁹ = ([\d.]+)⁹ = ([\d.e-]+), since/.exec(text)!
    assert.ok(Math.abs(Math.log10(Number(perLayer) ** 9 / Number(ratio))) < 0.05, text)
  })

  it('says by how much activations grow where the error signal cannot tell', () => {
    const record = runExperiment(
      'hidden_layers: {depth: 60, units: 64}\nactivation: relu\ninitializer: {name: random_normal, stddev: 1}\nepochs: 1'
    )
    assert.match(formulas(record).get('exploding_signal')!, /= [\d.]+e\d+|largest number/)
  })

  it('puts in the learning rate, and what it did', () => {
    const record = runExperiment('activation: relu\noptimizer: {name: sgd, learning_rate: 500}\nepochs: 12')
    assert.match(formulas(record).get('learning_rate_too_large')!, /^ΔW = −η ∂L\/∂W with η = 500; /)
  })

  it('takes the cross-entropy that the cell has', () => {
    const record = runExperiment('loss: binary_crossentropy\noutput_activation: sigmoid\nepochs: 1')
    assert.match(formulas(record).get('loss_or_task')!, /^L = −y log σ\(z\) − \(1 − y\) log\(1 − σ\(z\)\)/)
  })

  it('is one line for every rule, with numbers in the place of numbers', () => {
    const record = runExperiment('epochs: 3')
    for (const rule of RULES) {
      const made: Finding = finding({
        rule,
        severity: 'warning',
        message: '',
        why: '',
        value: 0.25,
        threshold: 0.125,
        epoch: 1,
        layers: [0]
      })
      const text = formulaOf(made, record)
      assert.match(text, /^[^\n]{12,}$/, rule)
      assert.doesNotMatch(text, /undefined|NaN(?!\s*$)|null|\[object/, `${rule}: ${text}`)
    }
  })
})
