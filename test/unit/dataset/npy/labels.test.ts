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

  it('have one dimension or two', () => {
    assert.throws(
      () => labels(npyFile([2, 2, 2], Array(8).fill(0))),
      /y\.npy has 3 dimensions; labels have one, or two for/
    )
  })
})
