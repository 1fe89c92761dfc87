import assert from 'node:assert/strict'
import { DEFAULT_LIMITS, isSameExperiment, parseExperiment, resolvedCell } from '../../../src/experiment'
import { problems, told } from './told'

describe('normalization and residual in a cell', () => {
  it('count the scales and shifts of normalization', () => {
    const text = (normalization: string) =>
      `hidden_layers: {depth: 20, units: 1000}\nprecision: float64\nnormalization: ${normalization}`
    assert.ok(parseExperiment(text('none'), { limits: { ...DEFAULT_LIMITS, parameters: 19_024_002 } }).ok)
    const result = parseExperiment(text('layer'), { limits: { ...DEFAULT_LIMITS, parameters: 19_024_002 } })
    assert.match(result.ok ? '' : result.problems[0]!.message, /^19,064,002 parameters are above the limit/)
  })

  it('tell which normalizations there are', () => {
    assert.deepEqual(told('normalization: batsh'), [
      'unknown-name [batsh] unknown normalization "batsh"; did you mean "batch"?'
    ])
    assert.deepEqual(told('residual: yes'), ['wrong-type [yes] residual must be true or false, not "yes"; write true'])
    assert.deepEqual(told('normalisation: batch'), [
      'unknown-key [normalisation] unknown key "normalisation"; did you mean "normalization"?'
    ])
  })

  it('see mini-batches that batch normalization cannot take', () => {
    const cell = (rest: string) => `precision: float64\nnormalization: batch\n${rest}`
    assert.deepEqual(told(cell('batch_size: 1')), [
      'conflict [1] batch normalization needs mini-batches of two or more samples; make batch_size larger, or write normalization: layer'
    ])
    assert.deepEqual(told(cell('dataset: {name: spiral, samples: 50, test_split: 0.1}\nbatch_size: 11')), [
      'conflict [11] 45 training samples in mini-batches of 11 leave a last one with a single sample, and batch normalization needs two or more samples in a mini-batch; write batch_size: 10, for example'
    ])
    assert.deepEqual(
      problems(cell('dataset: {name: plane, samples: 2, test_split: 0.5}')).map(problem => problem.message),
      [
        '2 samples are too few: only 1 is left to train on, and batch normalization needs two or more samples in a mini-batch; ask for more, or write test_split: 0'
      ]
    )
    assert.ok(parseExperiment(cell('hidden_layers: []\nbatch_size: 1')).ok)
    assert.ok(parseExperiment('precision: float64\nnormalization: layer\nbatch_size: 1').ok)
  })

  it('are the defaults of records from before there were any', () => {
    const [plain, normalized] = [parseExperiment('seed: 1'), parseExperiment('seed: 1\nnormalization: layer')]
    assert.ok(plain.ok && normalized.ok)
    const { normalization: _, residual: __, ...before } = resolvedCell(plain.experiment)
    assert.ok(isSameExperiment(plain.experiment, before))
    assert.ok(!isSameExperiment(normalized.experiment, before))
    assert.ok(!isSameExperiment(plain.experiment, { ...before, more: 1 }))
  })
})
