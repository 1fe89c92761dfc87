import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { diagnose, loud, overridesOf, repair, type Repair } from '../../../src/diagnosis'
import { parseExperiment } from '../../../src/experiment'
import type { JsonObject } from '../../../src/record'
import type { Cell } from '../../corpus/corpusCase'
import { runCell } from '../../corpus/runExperiment'
import { extended, tryRepair } from '../../corpus/tryRepair'

const DEEP_SIGMOID: Cell = {
  dataset: 'spiral',
  hidden_layers: { depth: 10, units: 24 },
  activation: 'sigmoid',
  epochs: 60,
  optimizer: { name: 'adam', learning_rate: 0.003 }
}

const repaired = (cell: Cell, budget?: number): Repair => tryRepair(cell, {}, runCell(cell), budget)

describe('repair(record)', () => {
  it('stops at the first remedy that clears the finding and lowers the loss', () => {
    const { target, attempts, helped, before } = repaired(DEEP_SIGMOID)
    assert.equal(target!.rule, 'vanishing_signal')
    assert.equal(helped, attempts.at(-1))
    assert.equal(helped!.titles[0], 'Use tanh with xavier')
    assert.ok(helped!.after!.loss < before.loss)
    assert.ok(!loud(helped!.after!).some(({ rule }) => rule === 'vanishing_signal'))
  })

  it('tries nothing where nothing is wrong', () => {
    const { target, attempts, helped } = repaired({ ...DEEP_SIGMOID, activation: 'tanh' })
    assert.deepEqual([target, attempts, helped], [null, [], null])
  })

  it('keeps to its budget, and says of each attempt whether it helped', () => {
    const stuck = { dataset: 'plane', hidden_layers: [8], optimizer: { name: 'sgd', learning_rate: 1e30 }, epochs: 3 }
    const { attempts, helped } = repaired(stuck, 1)
    assert.equal(attempts.length, 1)
    assert.equal(helped, null)
    assert.equal(attempts[0]!.isWorse, true)
  })

  it('counts a run that could not be made as one that did not help', () => {
    const work = repair(runCell(DEEP_SIGMOID), 3)
    let next = work.next()
    while (next.done !== true) next = work.next(null)
    assert.equal(next.value.attempts.length, 3)
    assert.ok(next.value.attempts.every(({ after, clears }) => after === null && !clears))
  })

  it('never tries the same cell twice', () => {
    const { attempts } = repaired({ ...DEEP_SIGMOID, initializer: 'zeros', hidden_layers: { depth: 12, units: 4 } }, 10)
    const edits = attempts.map(each => JSON.stringify(Object.entries(each.edits).sort()))
    assert.equal(new Set(edits).size, edits.length)
  })
})

describe('overridesOf(edits, experiment)', () => {
  const resolved = (cell: Cell): JsonObject => runCell({ ...cell, epochs: 0 }).experiment

  it('nests dotted paths, and names what keeps its other values', () => {
    const experiment = resolved({ dataset: 'iris', optimizer: { name: 'adam', learning_rate: 1 } })
    const edits = {
      'optimizer.learning_rate': 0.01,
      'optimizer.clipnorm': 1,
      'dataset.standardize': true,
      residual: true
    }
    assert.deepEqual(overridesOf(edits, experiment), {
      optimizer: { name: 'adam', learning_rate: 0.01, clipnorm: 1 },
      dataset: { name: 'iris', standardize: true },
      residual: true
    })
  })

  it('makes every remedy of every finding a cell that can be read', () => {
    const cells: Cell[] = [
      DEEP_SIGMOID,
      { dataset: 'spiral', hidden_layers: [8, 8, 8, 8], initializer: { name: 'random_normal', stddev: 3 }, epochs: 12 },
      { dataset: 'digits', initializer: 'zeros', loss: 'mse', l2: 1, epochs: 12 },
      { dataset: 'xor', hidden_layers: [8], activation: 'relu', bias_initializer: { name: 'constant', value: -9 } },
      { dataset: 'moons', loss: 'binary_crossentropy', output_activation: 'sigmoid' },
      { dataset: 'sine', output_activation: 'softmax', optimizer: { name: 'sgd', learning_rate: 1e-7 } },
      { dataset: 'circle', activation: 'linear', optimizer: { name: 'adam', learning_rate: 9 }, batch_size: 1 }
    ]
    for (const cell of cells) {
      const record = runCell(cell)
      const findings = diagnose(record).filter(({ severity }) => severity !== 'info')
      assert.ok(findings.length > 0, JSON.stringify(cell))
      for (const { rule, remedies } of findings) {
        assert.ok(remedies.length > 0, rule)
        for (const { title, edits } of remedies) {
          const result = parseExperiment(JSON.stringify(extended(cell, overridesOf(edits, record.experiment))))
          assert.ok(result.ok, `${rule}: ${title}`)
        }
      }
    }
  })
})
