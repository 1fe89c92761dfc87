import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { readCsv } from '../../../../src/dataset/csv'
import { LIMITS, loadFrom } from '../loadFrom'
import { encode, read, spec, told } from './csvFile'

describe('readCsv(spec, bytes, limits)', () => {
  it('takes the target from anywhere and all other columns as inputs, in the order of the file', () => {
    const { count, width, inputs, targets, classNames } = read('a,y,b\n1,0.5,2\n3,1.5,-4e-1\n')
    assert.deepEqual([count, width, classNames], [2, 2, []])
    assert.deepEqual([...inputs], [1, 2, 3, -0.4])
    assert.deepEqual([...targets], [0.5, 1.5])
  })

  it('reads quoted fields with commas, quotes and line breaks in them', () => {
    const rows = read('"a, or ""A""",y\n"1","yes, sir"\n 2 ,"no\nway"\n3,yes\n')
    assert.deepEqual(rows.classNames, ['no\nway', 'yes', 'yes, sir'])
    assert.deepEqual([...rows.inputs], [1, 2, 3])
  })

  it('does not mind CRLF, CR, a byte order mark, empty lines and a missing last line break', () => {
    const plain = read('a,y\n1,u\n2,v\n')
    for (const text of [
      'a,y\r\n1,u\r\n2,v\r\n',
      'a,y\r1,u\r2,v',
      '\ufeffa,y\n1,u\n2,v',
      '\n"a",y\n\n1,u\r\n  \n2,"v"\n\n'
    ])
      assert.deepEqual(read(text), plain)
  })

  it('makes classes of text, sorted, and of few whole numbers, by value', () => {
    assert.deepEqual(read('a,y\n1,b\n2,B\n3,ä\n4,a').classNames, ['B', 'a', 'b', 'ä'])
    const digits = read('a,y\n1,10\n2,9\n3,-1\n4,9\n5,10\n6,9')
    assert.deepEqual(digits.classNames, ['-1', '9', '10'])
    assert.deepEqual([...digits.targets], [2, 1, 0, 1, 2, 1])
  })

  it('makes a regression of numbers with a point, of many different ones and of ones that hardly repeat', () => {
    const lines = (values: number[]) => `a,y\n${values.map(y => `0,${y}`).join('\n')}`
    const upTo = (count: number, different: number) => Array.from({ length: count }, (_, i) => i % different)
    assert.equal(read(lines(upTo(100, 20))).classNames.length, 20)
    assert.equal(read(lines(upTo(100, 21))).classNames.length, 0)
    assert.equal(read(lines(upTo(10, 5))).classNames.length, 5)
    assert.equal(read(lines(upTo(10, 6))).classNames.length, 0)
    assert.equal(read('a,y\n1,0\n2,1\n3,0\n4,1.5').classNames.length, 0)
  })

  it('does as task says', () => {
    assert.deepEqual([...read('a,y\n1,0\n2,1\n3,0\n4,1', 'y', { task: 'regression' }).targets], [0, 1, 0, 1])
    assert.deepEqual(read('a,y\n1,1.0\n2,1\n3,0.5', 'y', { task: 'classification' }).classNames, ['0.5', '1'])
    assert.deepEqual(read('a,y\n1,1b\n2,1\n3,0.5', 'y', { task: 'classification' }).classNames, ['0.5', '1', '1b'])
    assert.match(told('a,y\n1,0\n2,x', 'y', { task: 'regression' }), /line 3, column 2 \(y\): "x" is not a number$/)
  })

  it('takes several targets in the order they are named', () => {
    const { width, targets, classNames } = read('u,a,v\n1,2,3\n4,5,6\n', ['v', 'u'])
    assert.deepEqual([width, classNames], [1, []])
    assert.deepEqual([...targets], [3, 1, 6, 4])
    const data = loadFrom(spec(['v', 'u']), { named: () => encode('u,a,v\n1,2,3\n4,5,6\n') })
    assert.deepEqual([data.task, data.inputs, data.outputs, data.train.targets.length], ['regression', 1, 2, 4])
  })

  it('names line and column of a value that is missing or no number', () => {
    assert.match(told('a,b,y\n1,2,u\n3,,v'), /^data.csv, line 3, column 2 \(b\): the value is missing\. /)
    assert.match(told('a,y\n1,u\n2,'), /^data.csv, line 3, column 2 \(y\): the value is missing\. /)
    assert.match(told('a,y\n1,"u\nu"\n\nx,v'), /^data.csv, line 5, column 1 \(a\): "x" is not a number\. /)
    for (const value of ['Infinity', '1e', '1.2.3', '3D', '--1', '1-2', '١'])
      assert.match(told(`a,y\n1,u\n${value},v`), /^data.csv, line 3, column 1 \(a\): ".*" is not a number/, value)
    assert.match(told('a,y\n1e999,u'), /line 2, column 1 \(a\): "1e999" is too large/)
    assert.match(told('a,u,v\n1,2,\n', ['u', 'v']), /line 2, column 3 \(v\): has no value in any row/)
    assert.match(
      told('a,u,v\n1,2,3\n1,2,', ['u', 'v']),
      /line 3, column 3 \(v\): the value is missing\. Write missing: drop/
    )
  })

  it('asks what is meant by numbers among text', () => {
    assert.equal(
      told('a,y\n1,1.5\n2,2.5\n3,x'),
      'data.csv, line 4, column 2 (y): "x" is not a number. If such values are names of classes, write task: classification'
    )
  })

  it('says what is wrong with a row, a quote, the header or the whole file', () => {
    assert.match(told('a,y\n1,2\n1,2,3'), /^data.csv, line 3: has 3 values, but there are 2 columns/)
    assert.equal(told('a,y\n1,u\n2,"v\n3,w'), 'data.csv, line 3: a quoted value is not closed')
    assert.match(told('a,y\n1,"u" or so\n2,"v"'), /^data.csv, line 2: a quoted value must end at a comma/)
    assert.equal(told('a,b\n1,2'), 'data.csv has no column "y"; its columns are a and b')
    assert.match(told('a,b,a,y\n1,2,3,u'), /line 1: columns 1 and 3 are both named "a"/)
    assert.match(told('a,,y\n1,2,u'), /line 1: column 2 has no name, but a value in line 2/)
    assert.match(told('y\nu'), /no column beside the target/)
    assert.match(told('a,y\n1,u\n2,u'), /has only one class, "u"/)
    for (const empty of ['', '\n\n', 'a,y\n']) assert.match(told(empty), /holds no rows/)
    assert.match(told(Uint8Array.of(0x61, 0xe4, 0x2c, 0x79)), /is not UTF-8 text/)
  })

  it('stops at the limit of numbers, in the row that is above it', () => {
    const bytes = encode(`a,b,y\n${'1,2,3.5\n'.repeat(11)}x,x,x\n`)
    assert.throws(
      () => readCsv(spec('y'), bytes, { ...LIMITS, dataNumbers: 20 }),
      /^RangeError: data\.csv: 11 samples × 2 inputs are 22 numbers, above the limit of 20 \(the setting gradnb\.limits\.dataNumbers in VS Code, --max-data-numbers on the command line\); take fewer columns with inputs$/
    )
  })

  it('stops at the limit of rows', () => {
    const bytes = encode(`a,y\n${'1,2\n'.repeat(11)}`)
    assert.throws(() => readCsv(spec('y'), bytes, { ...LIMITS, samples: 10 }), /more than 10 rows, the limit/)
  })

  it('splits and standardizes', () => {
    const text = `a,y\n${Array.from({ length: 100 }, (_, i) => `${i},${i % 2}`).join('\n')}`
    const data = loadFrom(spec('y', { test_split: 0.2, standardize: true }), { named: () => encode(text) })
    assert.deepEqual([data.train.count, data.test!.count], [80, 20])
    assert.ok(Math.abs(data.train.inputs.reduce((sum, x) => sum + x, 0)) < 1e-10)
  })
})
