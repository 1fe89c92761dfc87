import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { plainText } from '../../../src/export'
import { runExperiment } from '../../corpus/runExperiment'

const options = { quantity: 'delta_rms', color: 'none', width: 400 } as const

describe('findings in a text', () => {
  const deep = runExperiment('hidden_layers: {depth: 10, units: 32}\nactivation: sigmoid\nepochs: 12')

  it('stand below the headline, symptoms and remedies below their cause', () => {
    const lines = plainText(deep, options)
    const at = lines.findIndex(line => line.startsWith('Vanishing: hidden 1 gets '))
    assert.ok(at > 0)
    const below = lines.slice(at + 1, lines.indexOf('', at))
    assert.ok(
      below.some(line => /^ {2}A step moves the weights of hidden 1/.test(line)),
      below.join('\n')
    )
    assert.ok(
      below.includes(
        '  What may help: use tanh with xavier; use relu with he; let layers add their input to their output.'
      )
    )
  })

  it('leave out what is silenced, with its symptoms', () => {
    const text = plainText(deep, { ...options, silenced: ['vanishing_signal'] }).join('\n')
    assert.doesNotMatch(text, /Vanishing|A step moves/)
  })

  it('tell a rule that fires twice once', () => {
    const loud = runExperiment(
      'hidden_layers: {depth: 10, units: 64}\nactivation: relu\ninitializer: {name: random_normal, stddev: 1}\nepochs: 3'
    )
    assert.equal(plainText(loud, options).filter(line => line.startsWith('Exploding')).length, 1)
  })
})
