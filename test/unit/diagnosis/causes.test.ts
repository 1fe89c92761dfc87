import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { diagnose, loud, type Finding, type RuleName } from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { fourthCases, heldOutCases, laterCases } from '../../corpus/reported'
import { runCell, runExperiment } from '../../corpus/runExperiment'
import { GOOD, healthyCases } from '../../corpus/seeded/seededCases'
import { some } from '../some'

const run = (...lines: string[]): RunRecord => runExperiment(lines.join('\n'))

/** A reported cell with its fault. */
function reported(id: string): RunRecord {
  const { cell, data } = [...heldOutCases(), ...laterCases(), ...fourthCases()].find(each => each.id === id)!
  return runCell(cell, data ?? {})
}

/** A regression on one number that is the same in all rows. */
const constantTargets = (target: number, epochs: number): RunRecord =>
  runCell(
    {
      dataset: { csv: 'd.csv', target: 'y', test_split: 0, task: 'regression' },
      ...{ hidden_layers: [8], activation: 'relu', epochs, batch_size: 10 },
      optimizer: { name: 'adam', learning_rate: target > 10 ? 0.5 : 0.01 }
    },
    { 'd.csv': ['x,y', ...Array.from({ length: 50 }, (_, i) => `${i / 25 - 1},${target}`)].join('\n') }
  )

const warnings = (record: RunRecord): Finding[] => loud({ findings: diagnose(record) })
const rules = (record: RunRecord): RuleName[] => warnings(record).map(({ rule }) => rule)

function warning(record: RunRecord, rule: RuleName): Finding {
  const found = warnings(record).find(each => each.rule === rule)
  assert.ok(found, `${rule} among ${rules(record).join(', ')}`)
  return found
}

describe('diagnose(record), of causes behind causes', function () {
  this.timeout(180_000)

  it('says nothing of a plateau that is as low as noise lets it be', () => {
    for (const { record } of some(healthyCases(6, 1, { 'noisy numbers': GOOD.usual['noisy numbers']! })))
      assert.deepEqual(rules(record), [])
  })

  it('offers to standardize both inputs and targets first where raw numbers drove training apart', () => {
    for (const rule of ['nonfinite', 'learning_rate_too_large'] as const) {
      const { remedies } = warning(reported('lrlive-4'), rule)
      assert.deepEqual(remedies[0]!.edits, { 'dataset.standardize': true, 'dataset.standardize_target': true })
    }
  })

  it('lays units that were alive at the start to the steps that killed them', () => {
    const record = run(
      'dataset: circle',
      'hidden_layers: [16, 16]',
      'activation: relu',
      'optimizer: {name: adam, learning_rate: 0.5}',
      'batch_size: 2',
      'epochs: 20'
    )
    assert.match(
      warning(record, 'learning_rate_too_large').message,
      /^Steps have killed units of hidden \d: \d+ % of them are 0 for every sample at the end, [\d.]+ % were at the start\.$/
    )
  })

  it('takes 0 and 1 behind a softmax over one unit for classes, and does not blame the rate', () => {
    const record = reported('so-45442843')
    assert.equal(warning(record, 'loss_or_task').remedies[0]!.edits['dataset.task'], 'classification')
    assert.ok(!rules(record).includes('learning_rate_too_small'))
  })

  it('says that training ended too early where the loss still falls above that of a constant answer', () => {
    const record = run(
      'dataset: {name: plane, samples: 400}',
      'hidden_layers: [8]',
      'initializer: {name: random_normal, stddev: 3}',
      'optimizer: {name: adam, learning_rate: 0.001}',
      'epochs: 40'
    )
    assert.match(
      warning(record, 'underfit').message,
      /^Training ended after 400 steps, while the loss .* was still falling\.$/
    )
  })

  it('finds an output whose relu is dead, and offers to leave it linear', () => {
    const { layers, remedies } = warning(reported('keras-5173'), 'dead_relu')
    assert.deepEqual(layers, [1])
    assert.deepEqual(remedies[0]!.edits, { output_activation: 'linear' })
  })

  it('lays a first loss far beyond that of a constant answer to the initial weights', () => {
    assert.match(
      warning(reported('dlai-86952'), 'poor_initialization').message,
      /^The first loss is 496, 716 times that of a constant answer, because the initial weights make the outputs far too large\.$/
    )
  })

  it('says so of a regression as well, before the steps that blew it up', () => {
    const found = warnings(reported('pt-manual'))
    assert.deepEqual(found.map(({ rule }) => rule).slice(0, 2), ['poor_initialization', 'learning_rate_too_large'])
    assert.match(
      found[0]!.why,
      /^With weights this large the first answers are random numbers far beyond the targets\./
    )
  })

  it('finds weights that are far too large for the width of a layer, the output layer among them', () => {
    assert.match(
      warning(reported('cv-320289'), 'poor_initialization').message,
      /^The initial weights of the output layer are far too large: 1\d(\.\d)? times what suits 128 inputs\.$/
    )
  })

  it('tells of an activation too many before weights that are too large', () => {
    assert.deepEqual(rules(reported('tflearn-562')).slice(0, 2), ['loss_or_task', 'poor_initialization'])
  })

  it('lays a net that its first step threw away to the rate, though later steps are small', () => {
    assert.match(
      warning(reported('cv-436737'), 'learning_rate_too_large').message,
      /^Step 1 moved the weights of the output layer by 6\.\d+ times their size, and the net has not come back from there: /
    )
  })

  it('does not mind a first step that makes weights out of next to nothing', () => {
    const record = run(
      'dataset: random',
      'hidden_layers: [16]',
      'initializer: {name: random_normal, stddev: 0.0001}',
      'epochs: 3'
    )
    assert.ok(!rules(record).includes('learning_rate_too_large'))
  })

  it('blames a rate at which the output layer cannot even hold a constant answer', () => {
    const { cell, data } = laterCases().find(({ id }) => id === 'so-3644795')!
    const record = runCell({ ...cell, output_activation: 'linear' }, data!)
    assert.match(warning(record, 'learning_rate_too_large').message, /^Steps move weights by \d+ % of their size/)
  })

  it('finds a penalty that a loss with small slopes cannot win against', () => {
    assert.match(warning(reported('cv-117622'), 'underfit').message, /^The penalty on weights outweighs the loss/)
  })

  it('calls no rate too small where steps are small for other reasons', () => {
    const flatOutput = reported('so-3644795')
    const flatLayer = reported('shainet-39')
    const bestOfLinear = reported('pt-13287')
    for (const record of [flatOutput, flatLayer, bestOfLinear])
      assert.ok(!rules(record).includes('learning_rate_too_small'), rules(record).join(', '))
  })

  it('says of a loss that has settled at that of a constant answer that nothing was learned, and offers other activations', () => {
    const { message, remedies } = warning(reported('mlm-visualizing'), 'loss_not_decreasing')
    assert.match(message, /^The loss \(1\.4 → 0\.693\) has settled at that of a constant answer/)
    assert.deepEqual(remedies.map(({ title }) => title).slice(0, 2), ['Use tanh with xavier', 'Use relu with he'])
  })

  it('is silent where labels are random, as there is nothing to learn', () => {
    const record = run(
      'dataset: random',
      'hidden_layers: [4]',
      'epochs: 40',
      'optimizer: {name: sgd, learning_rate: 0.001}'
    )
    assert.deepEqual(rules(record), [])
  })

  it('tells layers that are often saturated by where their z goes, and those that stay there by how many', () => {
    assert.match(
      warning(reported('cv-320289'), 'saturation').message,
      /^hidden 1 is often saturated: z of hidden 1 goes from -15\.8 to 14\.4\.$/
    )
    assert.match(
      warning(reported('shainet-39'), 'saturation').message,
      /^hidden 1 is saturated: 100 % of the units of hidden 1 stay in the flat part, with z from -\d+ to \d+\.$/
    )
  })

  it('is silent about activations that grow in a net that learned', () => {
    const record = run(
      'dataset: moons',
      'hidden_layers: {depth: 21, units: 24}',
      'activation: relu',
      'residual: true',
      'optimizer: {name: adam, learning_rate: 0.0005}',
      'epochs: 100'
    )
    assert.ok(diagnose(record).some(({ rule, severity }) => rule === 'exploding_signal' && severity === 'info'))
    assert.deepEqual(rules(record), [])
  })

  it('does not take delta that spreads over a wide first layer for one that vanishes', () => {
    const funnel = run(
      'dataset: {name: random, inputs: 25}',
      'hidden_layers: [512, 8, 4]',
      'activation: tanh',
      'epochs: 1'
    )
    assert.deepEqual(rules(funnel), [])
  })

  it('takes a loss near what noise leaves for learned, however few the steps', () => {
    const family = 'wide: noisy classes'
    for (const { id, record } of some(healthyCases(4, 6, { [family]: GOOD.wide[family]! })))
      assert.deepEqual(rules(record), [], id)
  })

  it('offers a lower rate first where steps have blown up a signal that was fine', () => {
    const record = run(
      'dataset: spiral',
      'hidden_layers: [32, 32, 32, 32]',
      'activation: relu',
      'optimizer: {name: rmsprop, learning_rate: 2}',
      'epochs: 8'
    )
    assert.match(warning(record, 'exploding_signal').remedies[0]!.title, /^Lower the learning rate to/)
  })

  it('knows that an optimizer that adapts takes a penalty for a gradient like any other', () => {
    const record = run(
      'dataset: circle',
      'hidden_layers: [32, 32]',
      'l2: 0.4',
      'optimizer: {name: adam, learning_rate: 0.001}',
      'epochs: 40'
    )
    assert.match(warning(record, 'underfit').message, /^The penalty on weights outweighs the loss/)
  })

  it('knows so of a smaller penalty as well, where giving the weights up is what the loss gains by', () => {
    const record = reported('sfm-34')
    assert.match(warning(record, 'underfit').message, /^The penalty on weights outweighs the loss/)
    assert.deepEqual(rules(record), ['underfit'])
  })

  it('blames no penalty where a net learned all but the noise', () => {
    const rows = Array.from({ length: 150 }, (_, i) => [Math.sin(i * 1.7), Math.cos(i * 2.3), Math.sin(i * i)] as const)
    const noisy = rows.map(([x, z, noise]) => [x, z, x * z + 0.6 * noise].map(value => value.toFixed(3)).join(','))
    const record = runCell(
      {
        dataset: { csv: 'd.csv', target: 'y', test_split: 0.2, task: 'regression' },
        ...{ hidden_layers: [16], activation: 'tanh', epochs: 100, batch_size: 16 },
        optimizer: { name: 'adam', learning_rate: 0.005, weight_decay: 0.03 }
      },
      { 'd.csv': ['x,z,y', ...noisy].join('\n') }
    )
    assert.deepEqual(rules(record), [])
  })

  it('says nothing of targets that are all the same number, once the net answers it', () => {
    for (const target of [0, 1, 300]) assert.deepEqual(rules(constantTargets(target, 80)), [], `targets of ${target}`)
  })

  it('compares a net that does not answer such a number yet with one that answers 0', () => {
    assert.ok(rules(constantTargets(300, 2)).includes('target_scale'))
  })

  it('makes the output linear with targets that are standardized, as these are of both signs', () => {
    const { remedies } = warning(reported('brainjs-195'), 'target_scale')
    for (const { edits } of some(remedies.filter(({ edits }) => 'dataset.standardize_target' in edits)))
      assert.equal(edits['output_activation'], 'linear')
  })

  it('lays a signal that is lost with the weights to the penalty that draws them to 0', () => {
    const record = run('dataset: circle', 'hidden_layers: [16, 16, 16]', 'l2: 1', 'epochs: 40')
    assert.deepEqual(rules(record), ['underfit'])
  })

  it('says of a softmax over one unit that it is always 1, also before a cross-entropy', () => {
    assert.match(
      warning(reported('so-45337371'), 'loss_or_task').message,
      /a softmax over a single unit, which is always 1/
    )
  })

  it('offers nothing about layers to a net without hidden ones', () => {
    for (const { remedies } of some(warnings(reported('tf-3148'))))
      for (const { edits } of some(remedies))
        for (const key of Object.keys(edits)) assert.ok(!['residual', 'normalization', 'activation'].includes(key), key)
  })
})
