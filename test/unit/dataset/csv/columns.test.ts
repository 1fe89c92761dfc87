import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { lines, load, read, times, told } from './csvFile'

const CARS = lines(
  'mpg,cylinders,horsepower,origin,name',
  '35.5,8,94,usa,model 0',
  '34.6,6,?,japan,model 1',
  '31.8,8,73,usa,model 2',
  '17,4,NA,europe,model 3',
  '18.5,4,60,usa,model 4',
  '19.5,4,61,japan,model 5',
  '20.5,4,62,europe,model 6'
)

describe('which columns of a CSV file are inputs', () => {
  it('tells of all columns with gaps or text at once, and which keys help', () => {
    assert.equal(
      told(CARS, 'mpg'),
      `data.csv has 3 columns with values that cannot be used:
- line 3, column 3 (horsepower): "?" is a gap, the first of 2
- line 2, column 4 (origin): "usa" is not a number, the first of 7
- line 2, column 5 (name): "model 0" is not a number, the first of 7
Write ignore: [name] to leave the column out
Write categories: [origin] to make an input of each value, or leave the column out with ignore
Write missing: drop to leave out rows with gaps, or missing: mean to fill the gaps of inputs`
    )
  })

  it('does what these keys say', () => {
    const dropped = read(CARS, 'mpg', { ignore: ['name'], categories: ['origin'], missing: 'drop' })
    assert.deepEqual(dropped.chosen!.features, [
      'cylinders',
      'horsepower',
      'origin=europe',
      'origin=japan',
      'origin=usa'
    ])
    assert.deepEqual([dropped.count, dropped.width], [5, 5])
    assert.deepEqual([...dropped.inputs.subarray(0, 10)], [8, 94, 0, 0, 1, 8, 73, 0, 0, 1])
    assert.deepEqual([...dropped.targets], [35.5, 31.8, 18.5, 19.5, 20.5])
    const filled = load(CARS, 'mpg', { ignore: ['name'], categories: ['origin'], missing: 'mean' })
    assert.equal(filled.train.count, 7)
    assert.deepEqual([...filled.train.inputs].filter(value => value === 70).length, 2)
  })

  it('takes inputs in the order the cell names them, and no others', () => {
    const { inputs, chosen, count } = read(CARS, 'mpg', { inputs: ['origin', 'cylinders'], categories: ['origin'] })
    assert.deepEqual(chosen!.features, ['origin=europe', 'origin=japan', 'origin=usa', 'cylinders'])
    assert.deepEqual([count, [...inputs.subarray(0, 8)]], [7, [0, 0, 1, 8, 0, 1, 0, 6]])
    assert.deepEqual(chosen!.decisions.leftOut, { count: 2, names: ['horsepower', 'name'] })
  })

  it('looks at no value of a column that is left out', () => {
    const text = lines('a,b,y', '1,"no, number",u', '2,,v', '3,$5,u')
    assert.deepEqual([...read(text, 'y', { ignore: ['b'] }).inputs], [1, 2, 3])
    assert.deepEqual([...read(text, 'y', { inputs: ['a'] }).inputs], [1, 2, 3])
  })

  it('makes an input of each value of a category, in order', () => {
    const features = (values: string[]) =>
      read(lines('c,y', ...values.map((value, i) => `${value},${i}.5`)), 'y', { categories: ['c'] }).chosen!.features
    assert.deepEqual(features(['b', 'B', ' a ', 'b', '"x, y"']), ['c=B', 'c=a', 'c=b', 'c=x, y'])
    assert.deepEqual(features(['10', '9', '10', '-1']), ['c=-1', 'c=9', 'c=10'])
    assert.deepEqual(features(['01067', '1067', '01067', '1067']), ['c=01067', 'c=1067'])
    assert.deepEqual(features(['true', 'false', '__proto__', 'constructor', 'true']), [
      ...['c=__proto__', 'c=constructor', 'c=false', 'c=true']
    ])
  })

  it('refuses categories that name things', () => {
    const things = lines('c,y', ...times(60, i => `thing ${i},${i % 7}.5`))
    assert.match(
      told(things, 'y', { categories: ['c'] }),
      /^data.csv, line 2, column 1 \(c\): has 60 different values in 60 rows, so they name things, not categories\. Write ignore: \[c\]/
    )
    const many = lines('c,y', ...times(2400, i => `thing ${i % 1200},${i % 7}.5`))
    assert.match(
      told(many, 'y', { categories: ['c'] }),
      /line 1002, column 1 \(c\): "thing 1000" is one more than 1,000/
    )
    assert.equal(read(lines('c,y', ...times(60, i => `x${i % 30},${i}.5`)), 'y', { categories: ['c'] }).width, 30)
  })

  it('reads true and false, yes and no as 1 and 0 where there is nothing else', () => {
    const { inputs, chosen } = read(lines('a,b,y', 'TRUE,no,1.5', 'False,Yes,2.5', 'true,no,3.5'))
    assert.deepEqual([...inputs], [1, 0, 0, 1, 1, 0])
    assert.deepEqual(chosen!.decisions.booleans, { count: 2, names: ['a', 'b'] })
    assert.match(told(lines('a,y', '1,1.5', 'true,2.5')), /line 3, column 1 \(a\): "true" is among numbers/)
    assert.match(told(lines('a,y', 'maybe,1.5', 'yes,2.5')), /line 2, column 1 \(a\): "maybe" is not a number/)
  })

  it('says what to write for numbers that are written for people', () => {
    const cases: [string, string][] = [
      ['"$1,200"', '1200'],
      ['"1,200.50"', '1200.50'],
      ['"1.200,50 €"', '1200.50'],
      ['"3,5"', '3.5'],
      ['"1,200"', '1200 or 1.200'],
      ['43 %', '43'],
      ['-$5', '-5'],
      ['(5)', '-5'],
      ['1 200', '1200'],
      ["1'200.5", '1200.5'],
      ['1_000', '1000'],
      ['1 200', '1200'],
      ['−5', '-5'],
      ['0x10', '16'],
      ['5 kg', '5'],
      ['12cm', '12'],
      ['EUR 12', '12'],
      ['"1,00,000"', '100000'],
      ['£3.50', '3.50']
    ]
    for (const [value, plain] of cases)
      assert.match(
        told(lines('a,b,y', '1,1,u', `${value},2,v`)),
        new RegExp(
          `line 3, column 1 \\(a\\): ".*" is not written as a plain number: write ${plain.replace('.', '\\.')}($|\\.)`
        ),
        value
      )
    for (const value of ['1.2.3', '192.168.0.1', 'B5', '5x5', '555-1234', '1,2,3', 'v2', '3rd'])
      assert.match(told(lines('a,b,y', '1,1,u', `"${value}",2,v`)), /is not a number/, value)
  })

  it('tells several numbers in one value from one', () => {
    for (const value of ['5 3', '18.0   8   307.0', '1 ? -2'])
      assert.match(told(lines('a,b,y', '1,1,u', `${value},2,v`)), /is several numbers: put a separator between them/)
  })

  it('takes a few texts among numbers for mistakes, and texts among gaps for texts', () => {
    const column = (values: string[]) => told(lines('a,b,y', ...values.map((value, i) => `${value},${i},${i}.5`)))
    assert.match(
      column(['1', '2', 'unknown', '3', 'unknown']),
      /Correct \[a\] in the file \(an empty value is a gap\), or leave/
    )
    assert.match(column(['u', '', '', '', 'u', '']), /Write categories: \[a\]/)
    assert.match(column(times(150, i => `state ${i % 50}`)), /Write categories: \[a\]/)
    assert.match(column(times(150, i => `person ${i}`)), /Write ignore: \[a\]/)
  })

  it('calls dates and times by their name', () => {
    const dates = [
      '2024-01-31',
      '31.01.2024',
      '1/31/24',
      '2024-01-31T12:00:00Z',
      '12:30',
      '7:05 PM',
      'Jan 5 2020',
      '5 May 2021',
      '2024-05',
      'Feb-21'
    ]
    for (const date of dates) {
      const sentence = told(lines('when,b,y', `${date},1,u`, `${date},2,v`))
      assert.match(sentence, /is a date or a time, not a number, the first of 2\. Write ignore: \[when\]/, date)
    }
  })

  it('writes names into the advice as YAML needs them', () => {
    const text = lines('"car, name",car-name,true,y', ...times(6, i => `a${i},b${i},c${i},${i}.5`))
    assert.match(told(text), /Write ignore: \["car, name", car-name, "true"\] to leave these columns out/)
    const numbered = lines(...times(6, i => `a${i},b${i},${i}.5`))
    assert.match(told(numbered, '3', { header: false }), /Write ignore: \[1, 2\]/)
  })

  it('lists the first of very many', () => {
    const wide = lines([...times(50, i => `c${i}`), 'y'].join(','), `${'x,'.repeat(50)}1.5`, `${'x,'.repeat(50)}2.5`)
    const sentence = told(wide)
    assert.match(sentence, /has 50 columns with/)
    assert.match(sentence, /\n- and 30 more\n/)
  })

  it('says that nothing is left to learn from', () => {
    assert.match(told(lines('a,y', '1,u'), 'y', { ignore: ['a'] }), /ignore leaves out every column beside the target/)
    assert.match(told(lines('y', 'u')), /no column beside the target/)
    assert.match(told(lines(',y', '1,u')), /no column beside the target/)
  })
})
