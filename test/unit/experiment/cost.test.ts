import assert from 'node:assert/strict'
import { dataShape, expectedSeconds, Pace, parseExperiment } from '../../../src/experiment'

function seconds(text: string): number {
  const result = parseExperiment(text)
  assert.ok(result.ok)
  return expectedSeconds(result.experiment, dataShape(result.experiment.dataset)!)
}

describe('the seconds a cell will take', () => {
  it('grow with parameters, samples and epochs, and with float64', () => {
    const least = seconds('hidden_layers: [256, 256]\nepochs: 100')
    const twice = (text: string) => seconds(text) / least
    assert.ok(Math.abs(twice('hidden_layers: [256, 256]\nepochs: 200') - 2) < 0.2)
    assert.ok(
      Math.abs(twice('dataset: {name: spiral, samples: 1024}\nhidden_layers: [256, 256]\nepochs: 100') - 2) < 0.2
    )
    assert.ok(twice('hidden_layers: [512, 512]\nepochs: 100') > 3)
    assert.ok(twice('hidden_layers: [256, 256]\nepochs: 100\nprecision: float64') > 5)
  })

  it('are those of this machine once a run has told how fast it is', () => {
    const pace = new Pace()
    assert.equal(pace.predict(4), 4)
    pace.learn(2, 6)
    assert.equal(pace.predict(4), 12)
    pace.learn(2, 1.5)
    assert.equal(pace.predict(4), 6)
  })

  it('are not learnt from runs that are too short to tell', () => {
    const pace = new Pace()
    pace.learn(0.01, 0.1)
    pace.learn(0, 5)
    assert.equal(pace.predict(4), 4)
  })
})
