import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  diagnose,
  isBetter,
  isWorse,
  loud,
  overridesOf,
  repair,
  standingOf,
  type Repair,
  type Standing
} from '../../../src/diagnosis'
import { parseExperiment } from '../../../src/experiment'
import { emptyTable, put, scaled, type JsonObject } from '../../../src/record'
import type { Cell } from '../../corpus/corpusCase'
import { fourthCases } from '../../corpus/reported'
import { runCell } from '../../corpus/runExperiment'
import { extended, tryRepair } from '../../corpus/tryRepair'

const DEEP_SIGMOID: Cell = {
  dataset: 'spiral',
  hidden_layers: { depth: 10, units: 24 },
  activation: 'sigmoid',
  epochs: 60,
  optimizer: { name: 'adam', learning_rate: 0.003 }
}

/** What comes of a reported cell. */
function repairedReport(id: string): Repair {
  const { cell, data } = fourthCases().find(each => each.id === id)!
  const files = data ?? {}
  return tryRepair({ ...cell }, files, runCell(cell, files))
}

const repaired = (cell: Cell, budget?: number): Repair => tryRepair(cell, {}, runCell(cell), budget)

describe('repair(record)', () => {
  it('stops at the first remedy that clears the finding without making the loss worse', () => {
    const { target, attempts, helped, before } = repaired(DEEP_SIGMOID)
    assert.equal(target!.rule, 'vanishing_signal')
    assert.equal(helped, attempts.at(-1))
    assert.equal(helped!.titles[0], 'Use tanh with xavier')
    assert.ok(helped!.after!.loss < before.loss)
    assert.ok(!loud(helped!.after!).some(({ rule }) => rule === 'vanishing_signal'))
  })

  it('stops also where the finding is gone and the loss stays as it was', () => {
    const work = repair(runCell({ ...DEEP_SIGMOID, epochs: 10 }), 6)
    assert.ok(work.next().done !== true)
    const idle = { name: 'adam', learning_rate: 0.00001 }
    const { done, value } = work.next(
      runCell({ ...DEEP_SIGMOID, hidden_layers: [24, 24], optimizer: idle, epochs: 10 })
    )
    assert.ok(done)
    const [only] = value.attempts
    assert.equal(value.helped, only)
    assert.ok(Math.abs(only!.after!.loss - value.before.loss) < 0.05, `${value.before.loss} → ${only!.after!.loss}`)
    assert.equal(isBetter(only!, value.before), false)
  })

  it('keeps a remedy that rids the net of one fault, and then treats the one behind it', () => {
    const cell = {
      dataset: { csv: 'd.csv', target: 'y', test_split: 0, standardize: false, task: 'regression' },
      hidden_layers: [3],
      activation: 'tanh',
      output_activation: 'tanh',
      initializer: { name: 'random_uniform', minval: -2, maxval: 2 },
      loss: 'half_mse',
      optimizer: { name: 'sgd', learning_rate: 0.5, momentum: 0.1 },
      epochs: 1000,
      batch_size: 1
    }
    const files = { 'd.csv': 'a,b,y\n1,1,1\n1,2,1.5\n2,1,1.5\n2,2,2\n3,1,2\n1,3,2\n3,2,2.5\n2,3,2.5\n' }
    const { helped, attempts } = tryRepair(cell, files, runCell(cell, files))
    assert.deepEqual(helped!.titles, ['Leave the output linear', 'Lower the learning rate to 0.05'])
    assert.equal(attempts.length, 2)
  })

  it('mends together what was asked for wrongly, where one remedy by itself is not enough', () => {
    const { attempts, helped } = repairedReport('ramilus-norm')
    assert.deepEqual(helped!.titles, ['Standardize the inputs', 'Start with he, which suits relu'])
    assert.ok(attempts.length <= 4, `${attempts.length} runs`)
  })

  it('goes on from a run that is rid of numbers out of scale, though units still die in it', () => {
    const { helped } = repairedReport('brainjs-195')
    assert.match(helped!.titles.join(), /^Standardize the inputs; standardize the targets.*,Lower the learning rate/)
    assert.ok(helped!.after!.share! < 0.01)
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

describe('isWorse(after, before)', () => {
  /** A run over ten epochs on two balanced classes that ends at these losses. */
  const ending = (...last: number[]): Standing => {
    const record = runCell({ dataset: 'spiral', epochs: 50 })
    const losses = [...Array.from({ length: 51 - last.length }, () => 0.6), ...last]
    const loss = emptyTable(losses.length, 1)
    losses.forEach((value, column) => put(loss, column, 0, scaled(value)))
    return standingOf({ ...record, curves: { ...record.curves, loss } })
  }

  it('minds no rise that another seed would make, and any that is larger', () => {
    assert.equal(isWorse(ending(...Array(9).fill(0.62)), ending(...Array(9).fill(0.6))), false)
    assert.equal(isWorse(ending(...Array(9).fill(0.68)), ending(...Array(9).fill(0.6))), true)
  })

  it('is not led astray by one last epoch that is off', () => {
    assert.equal(isWorse(ending(0.6, 0.6, 0.6, 0.6, 0.9), ending(0.6, 0.6, 0.6, 0.6, 0.6)), false)
    assert.equal(isWorse(ending(0.9, 0.9, 0.9, 0.9, 0.6), ending(0.6, 0.6, 0.6, 0.6, 0.6)), true)
  })

  it('allows for how far the first run swings in its last epochs, within limits', () => {
    const swinging = ending(0.55, 0.6, 0.65, 0.55, 0.65)
    assert.equal(isWorse(ending(...Array(5).fill(0.68)), swinging), false)
    assert.equal(isWorse(ending(...Array(5).fill(0.72)), swinging), true)
    assert.equal(isWorse(ending(...Array(5).fill(0.9)), ending(0.1, 0.6, 1.1, 0.2, 1.2)), true)
  })

  it('holds of a divergence that only came to another useless end', () => {
    assert.equal(isWorse(ending(...Array(5).fill(50)), ending(...Array(5).fill(900))), true)
    assert.equal(isWorse(ending(...Array(5).fill(0.6)), ending(...Array(5).fill(900))), false)
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
