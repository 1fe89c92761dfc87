import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { encode, lines, load, read, spec, times, told } from './csvFile'
import { loadFrom } from '../loadFrom'

const GAPS = ['', ' ', 'NA', 'N/A', '#N/A', '<NA>', 'NaN', 'nan', 'null', 'NULL', 'None', 'none', '?', '-', '--', '.']

describe('gaps in a CSV file', () => {
  it('are written in many ways, in inputs and in targets', () => {
    for (const gap of GAPS) {
      assert.deepEqual(
        [...read(lines('a,b,y', `${gap},1,u`, '2,3,v', '4,5,u'), 'y', { missing: 'drop' }).inputs],
        [2, 3, 4, 5]
      )
      for (const other of ['u', '1.5'])
        assert.match(
          told(lines('a,y', `1,${other}`, `2,${gap}`, `3,v${other}`.replace('v1', '1'))),
          /^data.csv, line 3, column 2 \(y\): (the value is missing|".*" is a gap)\. Write missing: drop to leave out rows with gaps$/,
          gap
        )
    }
  })

  it('drop: rows with a gap in an input, a category or a target are left out, and nothing else is', () => {
    const text = lines('a,c,id,y', '1,x,?,u', '?,x,1,v', '3,,2,u', '4,z,3,NA', '5,x,4,v', '6,x,5,u')
    const { count, inputs, classNames, chosen } = read(text, 'y', {
      missing: 'drop',
      categories: ['c'],
      ignore: ['id']
    })
    assert.deepEqual([count, classNames, chosen!.decisions.droppedRows], [3, ['u', 'v'], 3])
    assert.deepEqual([...inputs], [1, 1, 0, 5, 1, 0, 6, 1, 0])
    const several = read(lines('a,u,v', '1,2,3', '2,,3', '3,4,5'), ['u', 'v'], { missing: 'drop' })
    assert.deepEqual([...several.targets], [2, 3, 4, 5])
  })

  it('drop: what the target is shows in the rows that stay', () => {
    const text = lines('a,y', ...times(40, i => `${i % 4 === 3 ? '?' : i},${i % 4 === 3 ? `rare ${i}` : `k${i % 2}`}`))
    assert.deepEqual(read(text, 'y', { missing: 'drop' }).classNames, ['k0', 'k1'])
    assert.match(told(lines('a,y', '?,u', '1,'), 'y', { missing: 'drop' }), /leaves no row, as each of the 2 has a gap/)
  })

  it('mean: an input becomes the mean of its training rows, which the test rows have no say in', () => {
    const rows = times(100, i => (i % 10 === 0 ? `?,${i}.5` : `${i},${i}.5`))
    const data = loadFrom(spec('y', { missing: 'mean', test_split: 0.3 }), {
      named: () => encode(lines('a,y', ...rows))
    })
    const known = [...data.train.inputs].filter((x, row) => data.train.targets[row] === x + 0.5)
    const mean = known.reduce((sum, x) => sum + x, 0) / known.length
    const filled = [data.train, data.test!].flatMap(part =>
      [...part.inputs].filter((x, row) => part.targets[row] !== x + 0.5)
    )
    assert.equal(filled.length, 10)
    assert.ok(filled.every(x => Math.abs(x - mean) < 1e-9))
    assert.deepEqual(data.decisions!.filled, [{ column: 'a', gaps: 10 }])
  })

  it('mean: a gap of a category is the share of each value', () => {
    const { train } = load(lines('c,y', 'u,1.5', 'v,2.5', 'v,3.5', 'v,4.5', '?,5.5'), 'y', {
      missing: 'mean',
      categories: ['c']
    })
    const row = train.targets.indexOf(5.5)
    assert.deepEqual([...train.inputs.subarray(2 * row, 2 * row + 2)], [0.25, 0.75])
  })

  it('mean: then inputs are standardized', () => {
    const { train } = load(lines('a,y', '1,1.5', '?,2.5', '3,4.5'), 'y', { missing: 'mean', standardize: true })
    assert.equal(train.inputs[train.targets.indexOf(2.5)], 0)
  })

  it('mean: a target is never made up', () => {
    const text = lines('a,y', '?,1.5', '2,?', '3,4.5')
    assert.equal(
      told(text, 'y', { missing: 'mean' }),
      'data.csv, line 3, column 2 (y): "?" is a gap. missing: mean fills inputs, but makes up no targets. Write missing: drop to leave out rows with gaps'
    )
    assert.match(
      told(lines('a,u,v', '1,2,3', '2,,3'), ['u', 'v'], { missing: 'mean' }),
      /column 2 \(u\): the value is missing/
    )
  })

  it('mean: says that no training row has a value', () => {
    const text = lines('a,b,y', '1,1,1.5', '?,2,2.5')
    const wrong = () => {
      for (let seed = 0; seed < 20; seed++)
        loadFrom(spec('y', { missing: 'mean', test_split: 0.5 }), { named: () => encode(text) }, seed)
    }
    assert.throws(wrong, /no training row has a value of a, so there is no mean to fill its gaps with/)
  })

  it('a column of nothing but gaps is told of whatever the cell says', () => {
    for (const missing of ['error', 'drop', 'mean'] as const)
      assert.match(
        told(lines('a,b,y', '1,,u', '2,NA,v'), 'y', { missing }),
        /line 2, column 2 \(b\): has no value in any row\. Write ignore: \[b\]/
      )
  })

  it('gaps beside text are told of, too', () => {
    const text = lines('a,y', ...times(6, i => `${i === 0 ? '?' : `a${i}`},${i}.5`))
    assert.match(told(text), /line 3, column 1 \(a\): "a1" is not a number, the first of 5; in line 2, "\?" is a gap/)
  })
})
