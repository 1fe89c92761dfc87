import assert from 'node:assert/strict'
import { summaryOf } from '../../../src/diagnosis'
import { createBackend, train } from '../../../src/engine'
import { parseExperiment } from '../../../src/experiment'
import { plan, planOn, prepareData, type Plan } from '../../../src/plan'
import { encodeSummary, RecordBuilder, type RunRecord } from '../../../src/record'

/** Ends in every way, and has findings of the kinds that need more than means over epochs. */
const CELLS: readonly (readonly [string, string])[] = [
  ['a healthy net', 'hidden_layers: [8, 8]'],
  ['equal units', 'initializer: {name: constant, value: 0.1}\nhidden_layers: [8, 8]'],
  ['no weights at all', 'initializer: zeros'],
  ['saturated units', 'activation: sigmoid\ninitializer: {name: random_normal, stddev: 30}'],
  ['values that are not finite', 'optimizer: {name: sgd, learning_rate: 1e30}\nhidden_layers: [8, 8]\nloss: mse'],
  ['an early end', 'stop: {loss_below: 0.6}\nhidden_layers: [16]\noptimizer: adam\nbatch_size: 8'],
  ['normalized layers', 'normalization: batch\nactivation: relu\nresidual: true'],
  ['layers scaled by the first mini-batch', 'initializer: lsuv'],
  ['float64', 'precision: float64\nhidden_layers: [4]'],
  ['no epochs', 'epochs: 0'],
  ['a regression', 'dataset: sine']
]

function recordOf({ header, task, random }: Plan): RunRecord {
  const builder = new RecordBuilder(header)
  const training = train(task, random, (task, layout) => createBackend(task, layout))
  for (;;) {
    const { done, value } = training.next()
    if (done) return builder.record
    if (value.type === 'column') builder.add(value.column)
    if (value.type === 'events') builder.setEvents(value.events)
    if (value.type === 'distribution') builder.addDistribution(value.distribution)
    if (value.type === 'kept steps') builder.addSteps(value.steps)
  }
}

describe('a run that is measured for its summary only', () => {
  for (const [what, text] of CELLS)
    it(`has the same bits, and the same summary: ${what}`, () => {
      const parsed = parseExperiment(text.startsWith('epochs') ? text : `epochs: 4\n${text}`)
      assert.ok(parsed.ok, JSON.stringify(parsed))
      const whole = recordOf(plan(parsed.experiment, {}))
      const data = prepareData(parsed.experiment, {})
      const brief = recordOf(planOn(parsed.experiment, data, {}, { summaryOnly: true }))
      const { z_q01: _, z_q50: __, z_q99: ___, ...quantities } = whole.quantities
      for (const name of Object.keys(quantities) as (keyof typeof quantities)[])
        assert.deepEqual(brief.quantities[name], whole.quantities[name], name)
      assert.deepEqual(brief.curves, whole.curves)
      assert.deepEqual(brief.events, whole.events)
      assert.equal(brief.steps.steps.length + brief.frames.length, 0)
      assert.deepEqual(encodeSummary(summaryOf(brief)), encodeSummary(summaryOf(whole)))
    })
})
