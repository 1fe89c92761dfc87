import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { diagnose, verdictOf, withTheirEvidence, type Finding, type RuleName } from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { runExperiment } from '../../corpus/runExperiment'
import { some } from '../some'

const run = (...lines: string[]): RunRecord => runExperiment(lines.join('\n'))

function found(record: RunRecord, rule: RuleName): Finding {
  const finding = withTheirEvidence(diagnose(record)).find(each => each.rule === rule)
  assert.ok(
    finding,
    `${rule} among ${diagnose(record)
      .map(each => each.rule)
      .join(', ')}`
  )
  return finding
}

const loud = (record: RunRecord): RuleName[] =>
  diagnose(record)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule)

describe('diagnose(record)', () => {
  it('calls a deep sigmoid net vanishing, with the decades and the layers', () => {
    const record = run('dataset: spiral', 'hidden_layers: {depth: 10, units: 32}', 'activation: sigmoid', 'epochs: 5')
    const finding = found(record, 'vanishing_signal')
    assert.equal(finding.severity, 'error')
    assert.equal(finding.epoch, 0)
    assert.equal(finding.layers[0], 0)
    assert.ok(finding.value! < -4 && finding.value! > -8)
    assert.match(finding.message, /^hidden 1 gets [5-7](\.\d)? decades less signal than hidden 10 before any update\.$/)
    assert.equal(finding.remedies[0]!.title, 'Use tanh with xavier')
    assert.equal(verdictOf(record).label, 'Vanishing')
  })

  it('calls wide random weights exploding, and not vanishing', () => {
    const record = run(
      'dataset: spiral',
      'hidden_layers: {depth: 8, units: 32}',
      'activation: relu',
      'initializer: {name: random_normal, stddev: 1}',
      'epochs: 2'
    )
    found(record, 'exploding_signal')
    assert.ok(!loud(record).includes('vanishing_signal'))
  })

  it('says of a forward pass that overflows that the signal explodes, and in which layer', () => {
    const record = run(
      'dataset: {name: random, inputs: 64}',
      'hidden_layers: {depth: 60, units: 64}',
      'activation: linear',
      'initializer: {name: random_normal, stddev: 1}',
      'epochs: 1'
    )
    assert.match(found(record, 'exploding_signal').message, /overflow in hidden \d+ before any update/)
    assert.equal(verdictOf(record).label, 'Exploding, not finite before any update')
  })

  it('tells of a divergence as evidence of what was wrong before any update', () => {
    const record = run(
      'dataset: spiral',
      'hidden_layers: {depth: 12, units: 32}',
      'activation: relu',
      'initializer: {name: random_normal, stddev: 1}',
      'optimizer: {name: sgd, learning_rate: 0.1}',
      'epochs: 5'
    )
    const [first] = diagnose(record)
    assert.equal(first!.rule, 'exploding_signal')
    assert.equal(first!.severity, 'error')
    assert.ok(!loud(record).includes('nonfinite'))
    const { step } = record.events.nonfinite!
    assert.equal(verdictOf(record).label, `Exploding, diverged at step ${step}`)
    assert.match(found(record, 'nonfinite').message, new RegExp(`no longer finite in step ${step}\\b`))
  })

  it('names the step in which a run diverged, and the rate that drove it there', () => {
    const record = run('dataset: plane', 'optimizer: {name: sgd, learning_rate: 50}', 'epochs: 5')
    assert.equal(found(record, 'nonfinite').severity, 'error')
    assert.match(verdictOf(record).label, /^Learning rate too large, diverged at step \d+$/)
    assert.deepEqual(loud(record).slice(0, 2), ['learning_rate_too_large', 'nonfinite'])
  })

  it('blames targets or inputs that are far too large for a divergence before the rate', () => {
    const record = runExperiment(
      'dataset: {csv: big.csv, target: y}\nhidden_layers: [16, 16]\nactivation: relu\nepochs: 5\nbatch_size: 8',
      {
        'big.csv': `x,y\n${Array.from({ length: 64 }, (_, i) => `${i % 8},${1e6 + 1e5 * i}.5`).join('\n')}`
      }
    )
    assert.deepEqual(loud(record).slice(0, 2), ['target_scale', 'learning_rate_too_large'])
    assert.match(verdictOf(record).label, /^Targets out of scale, diverged at step \d+$/)
  })

  it('blames no learning rate where the signal explodes before any update', () => {
    const record = run(
      'dataset: spiral',
      'hidden_layers: {depth: 12, units: 32}',
      'activation: relu',
      'initializer: {name: random_normal, stddev: 1}',
      'epochs: 5'
    )
    assert.ok(!loud(record).includes('learning_rate_too_large'))
  })

  it('offers no remedy twice, and none that the cell says already', () => {
    const record = run(
      'dataset: spiral',
      'activation: relu',
      'optimizer: {name: sgd, learning_rate: 1000}',
      'epochs: 5'
    )
    for (const { remedies } of some(diagnose(record))) {
      const titles = remedies.map(({ title }) => title)
      assert.deepEqual(titles, [...new Set(titles)])
      assert.deepEqual(
        titles.filter(title => title.startsWith('Start with he')),
        []
      )
    }
  })

  it('says where numbers end in the precision that the cell asked for', () => {
    const diverging = ['dataset: plane', 'optimizer: {name: sgd, learning_rate: 50}', 'epochs: 60']
    assert.match(found(run(...diverging), 'nonfinite').why, /3·10³⁸ do not fit into float32/)
    assert.match(found(run(...diverging, 'precision: float64'), 'nonfinite').why, /10³⁰⁸ do not fit into float64/)
  })

  it('calls zeros symmetry and is silent about the signal', () => {
    const record = run('dataset: spiral', 'hidden_layers: [16, 16, 16, 16]', 'initializer: zeros', 'epochs: 5')
    assert.deepEqual(found(record, 'symmetry').layers, [0, 1, 2, 3])
    assert.ok(!loud(record).includes('vanishing_signal'))
  })

  it('tells a regression that fits from one whose signal vanishes: delta shrinks as a whole', () => {
    const record = run('dataset: {name: plane, noise: 0}', 'hidden_layers: [32, 32, 32]', 'epochs: 100')
    assert.deepEqual(loud(record), [])
    assert.equal(verdictOf(record).tone, 'healthy')
    assert.match(verdictOf(record).course, /^Loss 0?\.?\d+.* → .*\d\.$/)
  })

  it('says that targets are too large, and offers to standardize them', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${Math.sin(i)},${100000 + 5000 * i}`)
    const data = { 'prices.csv': ['x,price', ...rows].join('\n') }
    const record = runExperiment(
      'dataset: {csv: prices.csv, target: price}\nepochs: 20\noptimizer: {name: sgd, learning_rate: 0.001}',
      data
    )
    assert.equal(found(record, 'target_scale').remedies[0]!.edits['dataset.standardize_target'], true)
  })

  it('says that raw inputs are too large only where nothing was learned', () => {
    const rows = Array.from({ length: 80 }, (_, i) => `${i % 2 === 0 ? 900 + i : -900 - i},${i % 2}`)
    const data = { 'raw.csv': ['x,y', ...rows].join('\n') }
    const cell = 'dataset: {csv: raw.csv, target: y, standardize: false}\nhidden_layers: [8]\nactivation: tanh\n'
    const good = runExperiment(`${cell}epochs: 40`, data)
    assert.ok(!loud(good).includes('input_scale'))
    assert.equal(found(good, 'input_scale').severity, 'info')
  })

  it('says that linear layers are one linear map where the data is not straight', () => {
    const record = run('dataset: circle', 'hidden_layers: [16, 16]', 'activation: linear', 'epochs: 40')
    assert.match(found(record, 'underfit').message, /one linear map/)
  })

  it('says that a few steps are too few', () => {
    const record = run('dataset: spiral', 'epochs: 2', 'batch_size: 256')
    assert.match(found(record, 'underfit').message, /ended after \d+ steps/)
  })

  it('says that a penalty outweighs the loss', () => {
    const record = run('dataset: digits', 'hidden_layers: []', 'optimizer: {name: sgd, weight_decay: 1}', 'epochs: 5')
    assert.match(found(record, 'underfit').message, /penalty/)
  })

  it('counts l1 among the penalties', () => {
    const record = run('dataset: moons', 'l1: 0.5', 'epochs: 20')
    assert.deepEqual(found(record, 'underfit').remedies[0]!.edits, { 'optimizer.weight_decay': 0, l2: 0, l1: 0 })
  })

  it('says that an activation before a cross-entropy is one too many, and which the loss has', () => {
    const record = run('dataset: moons', 'loss: binary_crossentropy', 'output_activation: tanh', 'epochs: 5')
    assert.match(
      found(record, 'loss_or_task').message,
      /through tanh and then through the sigmoid that is part of binary/
    )
  })

  it('says that targets are out of an output’s reach, and is silent where they are not', () => {
    const table = (of: (x: number) => number) => ({
      'a.csv': ['x,y', ...Array.from({ length: 80 }, (_, i) => `${i / 40 - 1},${of(i / 40 - 1)}`)].join('\n')
    })
    const cell = 'dataset: {csv: a.csv, target: y}\noutput_activation: sigmoid\nloss: mse\nepochs: 20'
    const [far, near] = [(x: number) => 3 + 2 * x, (x: number) => 0.5 + 0.4 * x].map(of =>
      runExperiment(cell, table(of))
    )
    assert.match(
      found(far!, 'loss_or_task').message,
      /from 1(\.\d+)? to [45](\.\d+)?, but after sigmoid the output stays between 0 and 1/
    )
    assert.ok(!withTheirEvidence(diagnose(near!)).some(({ rule }) => rule === 'loss_or_task'))
  })

  it('says that a loss is for numbers, and nothing where the record names no loss', () => {
    const record = run('dataset: moons', 'loss: half_mse', 'epochs: 2')
    assert.match(found(record, 'loss_or_task').message, /^half_mse is a loss for numbers/)
    const { loss: _, ...others } = record.experiment
    assert.ok(!diagnose({ ...record, experiment: others }).some(({ rule }) => rule === 'loss_or_task'))
  })

  it('says that a softmax over one output is always 1', () => {
    const record = run('dataset: sine', 'output_activation: softmax', 'epochs: 3')
    assert.match(found(record, 'loss_or_task').message, /single unit, which is always 1/)
  })

  it('says that inputs are too small to tell samples apart', () => {
    const rows = Array.from({ length: 80 }, (_, i) => `${(i - 40) / 1e6},${i < 20 || i > 60 ? 'a' : 'b'}`)
    const cell = 'dataset: {csv: raw.csv, target: y, standardize: false}\nepochs: 20'
    assert.ok(found(runExperiment(cell, { 'raw.csv': ['x,y', ...rows].join('\n') }), 'input_scale').value! < 1e-4)
  })

  it('raises a rate by as much as its steps are too small', () => {
    const record = run('dataset: moons', 'optimizer: {name: adam, learning_rate: 0.0000001}', 'epochs: 30')
    const rate = found(record, 'learning_rate_too_small').remedies[0]!.edits['optimizer.learning_rate'] as number
    assert.ok(rate >= 1e-4 && rate <= 1e-1, String(rate))
  })

  it('offers no remedy that the cell has already', () => {
    const record = run(
      'dataset: spiral',
      'hidden_layers: {depth: 12, units: 6}',
      'activation: sigmoid',
      'residual: true'
    )
    for (const { remedies } of some(diagnose(record)))
      for (const { edits } of remedies) assert.notDeepEqual(edits, { residual: true })
    const deep = run('dataset: spiral', 'hidden_layers: {depth: 30, units: 4}', 'activation: tanh', 'epochs: 3')
    for (const { remedies } of some(diagnose(deep)))
      assert.ok(!remedies.some(({ edits }) => edits['initializer'] === 'xavier' && Object.keys(edits).length <= 2))
  })

  it('says that a rate is too small, with the share by which steps move weights', () => {
    const record = run('dataset: moons', 'optimizer: {name: sgd, learning_rate: 0.0002}', 'epochs: 60')
    assert.ok(found(record, 'learning_rate_too_small').value! < 2e-4)
  })

  it('finds nothing wrong with a run under way whose first epochs are fine', () => {
    const { events, ...record } = run('dataset: moons', 'epochs: 3')
    assert.deepEqual(loud({ ...record, events: { ...events, stop: null } }), [])
  })

  it('has a sentence, a reason and one remedy at least for every warning', () => {
    const records = [
      run('dataset: spiral', 'hidden_layers: {depth: 12, units: 16}', 'activation: sigmoid', 'epochs: 12'),
      run(
        'dataset: spiral',
        'hidden_layers: [16, 16, 16]',
        'activation: relu',
        'optimizer: {name: sgd, learning_rate: 30}',
        'epochs: 20'
      ),
      run('dataset: digits', 'loss: mse', 'initializer: zeros', 'epochs: 12')
    ]
    for (const finding of records.flatMap(record =>
      some(diagnose(record).filter(({ severity }) => severity !== 'info'))
    )) {
      assert.match(finding.message, /\.$/, finding.rule)
      assert.ok(finding.why.length > 40, finding.rule)
      assert.ok(finding.remedies.length > 0, finding.rule)
    }
  })
})
