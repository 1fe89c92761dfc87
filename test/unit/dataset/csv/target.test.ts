import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { lines, load, read, times, told } from './csvFile'

const column = (values: readonly string[]): string => lines('a,y', ...values.map((value, i) => `${i},"${value}"`))
const why = (values: readonly string[]): string => read(column(values)).chosen!.decisions.why

describe('the target of a CSV file', () => {
  it('holds classes where few whole numbers repeat, with or without a point', () => {
    const names = (values: string[]) => read(column(values)).classNames
    for (const values of [
      ['0', '1', '2', '0', '1', '2'],
      ['0.0', '1.0', '2.0', '0.0', '1.0', '2.0'],
      ['0', '1.', '2.00', '0e0', '+1', '2']
    ])
      assert.deepEqual(names(values), ['0', '1', '2'])
    assert.deepEqual(names(['-1.0', '1e1', '-1', '10']), ['-1', '10'])
    assert.deepEqual(names(['0.5', '1', '0.5', '1']), [])
    assert.deepEqual([...read(column(['1.0', '0', '1', '0.0'])).targets], [1, 0, 1, 0])
  })

  it('says why it is what it is', () => {
    assert.equal(why(['0', '1', '0', '1']), '2 different whole numbers')
    assert.equal(why(['0', '1', '2', '3']), '4 different whole numbers in 4 rows')
    assert.equal(why(times(100, i => String(i % 30))), '30 different whole numbers')
    assert.equal(why(['0.5', '1', '2', '3']), 'not only whole numbers')
    assert.equal(why(['u', 'v', 'u', 'v']), '2 different texts')
    assert.equal(read(column(['0', '1']), 'y', { task: 'regression' }).chosen!.decisions.why, 'task: regression')
    assert.equal(read('u,a,v\n1,2,3\n4,5,6\n', ['u', 'v']).chosen!.decisions.why, 'several targets')
  })

  it('does not take numbers that are written for people for classes', () => {
    for (const [value, plain] of [
      ['$80,000', '80000'],
      ['43 %', '43'],
      ['3,5', '3.5'],
      ['1.200,50 €', '1200.50'],
      ['1 200', '1200'],
      ['(5)', '-5'],
      ['0x1F', '31']
    ] as const) {
      for (const values of [times(6, () => value), [...times(5, i => `k${i}`), value], ['1', '2', value]]) {
        const sentence = told(column(values))
        assert.match(sentence, /^data.csv, line \d, column 2 \(y\): ".*" is not written as a plain number: write /)
        assert.ok(sentence.includes(`write ${plain}. If such values are names of classes, write task: classification`))
      }
      assert.match(told(column([value, value]), 'y', { task: 'regression' }), /is not written as a plain number/)
      assert.equal(read(column([value, 'other']), 'y', { task: 'classification' }).classNames.length, 2)
    }
    assert.match(told(column(['2024-01-31', '2024-02-01', '2024-02-01'])), /"2024-01-31" is a date or a time/)
    assert.match(told(column(['5 kg', '10 kg', '5 kg'])), /"5 kg" is not written as a plain number: write 5\./)
  })

  it('takes names for names that have digits in them', () => {
    for (const names of [
      ['1a', '2b'],
      ['3D', '2D'],
      ['class 1', 'class 2'],
      ['B5', 'B6'],
      ['1st', '2nd'],
      ['10-20', '20-30'],
      ['<50K', '>50K']
    ])
      assert.deepEqual(read(column([...names, ...names])).classNames, [...names].sort())
  })

  it('takes texts for names of things where they hardly repeat, unless the cell says that they are classes', () => {
    const things = (different: number, rows: number) => column(times(rows, i => `thing ${i % different}`))
    assert.equal(read(things(20, 20)).classNames.length, 20)
    assert.equal(read(things(26, 52)).classNames.length, 26)
    assert.match(
      told(things(21, 41)),
      /column 2 \(y\) has 21 different texts in 41 rows: is it a column of names or ids\?/
    )
    assert.equal(read(things(100, 300)).classNames.length, 100)
    assert.match(
      told(things(500, 2000)),
      /has 500 different texts in 2,000 rows: is it a column of names or ids\? Choose another target, or write task: classification/
    )
    assert.equal(read(things(500, 2000), 'y', { task: 'classification' }).classNames.length, 500)
    assert.match(
      told(things(1001, 2002), 'y', { task: 'classification' }),
      /has 1,001 different values; a classification has 1,000/
    )
    const numbers = column(times(3000, i => String(i)))
    assert.match(
      told(numbers, 'y', { task: 'classification' }),
      /3,000 different values.*write task: regression for numbers/
    )
  })

  it('keeps names apart that objects have for themselves', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    assert.deepEqual(read(column([...names, ...names])).classNames, [...names].sort())
  })

  it('must not be text where the cell says regression, nor too large', () => {
    assert.match(told(column(['1', 'x']), 'y', { task: 'regression' }), /line 3, column 2 \(y\): "x" is not a number$/)
    assert.match(told(column(['1', '1e999', '2'])), /line 3, column 2 \(y\): "1e999" is too large/)
    assert.match(told('u,a,v\n1,2,x\n4,5,6\n', ['u', 'v']), /^data.csv, line 2, column 3 \(v\): "x" is not a number$/)
  })

  it('is standardized if the cell says so, by the training rows alone', () => {
    const text = lines('a,y', ...times(100, i => `${i},${i === 99 ? 1e9 : 150_000 + 1000 * i}.5`))
    const data = load(text, 'y', { standardize_target: true, test_split: 0.2 })
    const { targets, count } = data.train
    const [mean, square] = [targets.reduce((s, y) => s + y, 0) / count, targets.reduce((s, y) => s + y * y, 0) / count]
    assert.ok(Math.abs(mean) < 1e-12 && Math.abs(square - 1) < 1e-12)
    const [scale] = data.decisions!.targetScale!
    const first = load(text, 'y', { test_split: 0.2 }).test!.targets[0]!
    assert.ok(Math.abs(data.test!.targets[0]! - (first - scale!.mean) / scale!.deviation) < 1e-9 * Math.abs(first))
    assert.equal(data.decisions!.targetSize, null)
  })

  it('is standardized one target at a time', () => {
    const text = lines('a,u,v', ...times(10, i => `${i},${1000 * i}.5,${i / 1000}`))
    const { train, decisions } = load(text, ['u', 'v'], { standardize_target: true })
    assert.equal(decisions!.targetScale!.length, 2)
    for (const target of [0, 1]) {
      const values = [...train.targets].filter((_, i) => i % 2 === target)
      assert.ok(Math.abs(values.reduce((sum, y) => sum + y * y, 0) / 10 - 1) < 1e-12)
    }
  })

  it('is not standardized where it holds classes', () => {
    assert.match(
      told(column(['u', 'v', 'u']), 'y', { standardize_target: true }),
      /the target holds classes \(2 different texts\); standardize_target is for numbers: remove it/
    )
  })

  it('is told of where its size is far from 1', () => {
    const size = (unit: number) => load(column(times(30, i => String(unit * (1 + i / 30))))).decisions!.targetSize
    assert.equal(size(1), null)
    assert.equal(size(30), null)
    assert.ok(Math.abs(size(2e5)! / 3e5 - 1) < 0.1)
    assert.ok(size(1e-4)! < 0.001)
    assert.ok(size(1e300)! > 1e300)
    assert.equal(load(column(['0', '0', '0']), 'y', { task: 'regression' }).decisions!.targetSize, null)
    assert.equal(load(column(['1000', '2000', '1000', '2000'])).decisions!.targetSize, null)
  })
})
