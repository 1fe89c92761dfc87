import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { NpySpec } from '../../../../src/dataset'
import { loadFrom } from '../loadFrom'
import { npyFile } from '../npyFile'
import { read, spec } from './readNpy'

describe('labels from a NumPy array', () => {
  const labels = (y: Uint8Array, task: NpySpec['task'] = null) => {
    const [count] = /\((\d+)/.exec(Buffer.from(y).toString('latin1'))!.slice(1).map(Number)
    return read({ 'x.npy': npyFile([count!], Array<number>(count!).fill(0)), 'y.npy': y }, { task })
  }
  const column = (values: readonly number[]) => npyFile([values.length], values)

  it('that are few whole numbers are classes, of whatever type and in one column', () => {
    for (const y of [column([3, 7, 3, 7, -1, -1]), npyFile([6, 1], [3, 7, 3, 7, -1, -1])]) {
      const { targets, classNames } = labels(y)
      assert.deepEqual(
        [[...targets], classNames],
        [
          [1, 2, 1, 2, 0, 0],
          ['-1', '3', '7']
        ]
      )
    }
    const bytes = npyFile([4], [], '|u1', Uint8Array.of(9, 5, 5, 9))
    assert.deepEqual([...labels(bytes).targets], [1, 0, 0, 1])
    const truth = labels(npyFile([4], [], '|b1', Uint8Array.of(1, 0, 0, 1)))
    assert.deepEqual(
      [[...truth.targets], truth.classNames],
      [
        [1, 0, 0, 1],
        ['false', 'true']
      ]
    )
  })

  it('are a regression where they are not whole, too many or hardly repeat, as in a CSV file', () => {
    const upTo = (count: number, different: number) => column(Array.from({ length: count }, (_, i) => i % different))
    assert.equal(labels(upTo(100, 20)).classNames.length, 20)
    assert.equal(labels(upTo(100, 21)).classNames.length, 0)
    assert.equal(labels(upTo(10, 5)).classNames.length, 5)
    assert.equal(labels(upTo(10, 6)).classNames.length, 0)
    assert.deepEqual([...labels(column([0, 1, 0, 0.5])).targets], [0, 1, 0, 0.5])
  })

  it('do as task says', () => {
    assert.deepEqual([...labels(column([0, 1, 0, 1]), 'regression').targets], [0, 1, 0, 1])
    assert.deepEqual(labels(column([0.5, 1.5, 2.5]), 'classification').classNames, ['0.5', '1.5', '2.5'])
    const many = column(Array.from({ length: 1001 }, (_, i) => i))
    assert.throws(
      () => labels(many, 'classification'),
      /more than 1,000 classes, which is too many; for numbers write task: reg/
    )
    assert.throws(() => labels(column([4, 4, 4]), 'classification'), /has only one class, 4$/)
  })

  it('in several columns are classes with a single 1 in every row, or else outputs', () => {
    const hot = npyFile([4, 3], [0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1])
    assert.deepEqual(
      [[...labels(hot).targets], labels(hot).classNames],
      [
        [2, 0, 1, 2],
        ['0', '1', '2']
      ]
    )
    assert.deepEqual([...labels(hot, 'regression').targets.subarray(0, 3)], [0, 0, 1])
    for (const values of [
      [0, 0, 1, 1],
      [1, 1, 0, 1],
      [0, 0, 0, 1],
      [0.5, 0.5, 0, 1],
      [2, -1, 0, 1]
    ])
      assert.deepEqual(labels(npyFile([2, 2], values)).classNames, [])
    assert.deepEqual(labels(npyFile([2, 2], [0, 1, 1, 0])).classNames, ['0', '1'])
    assert.throws(() => labels(npyFile([2, 2], [1, 1, 0, 1]), 'classification'), /not a single 1 in every row/)
    const data = loadFrom(spec(), {
      named: file => (file === 'x.npy' ? npyFile([2], [1, 2]) : npyFile([2, 3], [1, 2, 3, 4, 5, 6]))
    })
    assert.deepEqual([data.task, data.outputs, data.train.targets.length], ['regression', 3, 6])
  })

  it('are standardized where the cell asks for it, if they are numbers', () => {
    const files = (y: Uint8Array) => ({ named: (file: string) => (file === 'x.npy' ? npyFile([4], [1, 2, 3, 4]) : y) })
    const scaled = loadFrom(spec({ standardize_target: true }), files(column([100, 300, 100, 300.5])))
    const { mean, deviation } = scaled.decisions!.targetScale![0]!
    assert.equal(mean, 200.125)
    scaled.train.targets.forEach(target => assert.ok(Math.abs(target) < 1.1))
    assert.ok(deviation > 100 && deviation < 101)
    assert.throws(
      () => loadFrom(spec({ standardize_target: true }), files(column([0, 1, 0, 1]))),
      /^RangeError: y\.npy holds classes \(2 different whole numbers\); standardize_target is for numbers: remove it$/
    )
  })

  it('are told with why they are classes or numbers, and what never varies', () => {
    const x = npyFile([4, 2, 2], [1, 2, 7, 4, 5, 6, 7, 8, 1, 3, 7, 9, 2, 2, 7, 1])
    const load = (y: Uint8Array) =>
      loadFrom(spec({ standardize: true }), { named: file => (file === 'x.npy' ? x : y) }).decisions!
    const classes = load(column([3, 4, 3, 4]))
    assert.deepEqual([classes.target, classes.why], [{ count: 1, names: ['y.npy'] }, '2 different whole numbers'])
    assert.deepEqual(classes.inputs, {
      count: 4,
      names: ['x.npy[:, 0, 0]', 'x.npy[:, 0, 1]', 'x.npy[:, 1, 0]', 'x.npy[:, 1, 1]']
    })
    assert.deepEqual(classes.constant, { count: 1, names: ['x.npy[:, 1, 0]'] })
    const numbers = load(npyFile([4, 2], [2e5, 1, 1e5, 2, 3e5, 3, 2e5, 4]))
    assert.deepEqual(numbers.target, { count: 2, names: ['y.npy[:, 0]', 'y.npy[:, 1]'] })
    assert.ok(numbers.targetSize! > 1e5)
  })

  it('have one dimension or two', () => {
    assert.throws(
      () => labels(npyFile([2, 2, 2], Array(8).fill(0))),
      /y\.npy has 3 dimensions; labels have one, or two for/
    )
  })
})
