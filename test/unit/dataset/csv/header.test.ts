import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { lines, read, times, told } from './csvFile'

const WINE = lines('1,11.29,2.69', '1,11.62,2.29', '2,11.97,2.29', '2,13.02,2.2')
const names = (text: string, target: string | string[], more = {}) => read(text, target, more).chosen!.features

describe('the header of a CSV file', () => {
  it('is not taken from a first line of numbers, whatever the target is called', () => {
    for (const target of ['class', '1', '11.29', '2.69'])
      assert.equal(
        told(WINE, target),
        'data.csv seems to have no names of columns: line 1 (1, 11.29, 2.69) reads like a sample. If it is one, write header: false; the columns are then called 1 to 3, so that target: 1 is the first and target: 3 the last. If these are names after all, write header: true'
      )
  })

  it('is not taken from numbers with gaps, decimal commas or names of kinds between', () => {
    for (const first of ['5,?,2', '5,,2', '-1.5,NA,2', '1e3,2,3'])
      assert.match(told(lines(first, '1,2,3', '2,3,4'), 'y'), /reads like a sample/, first)
    assert.match(told('1,5;2,5\n3,5;4,5\n', 'y'), /line 1 \(1,5, 2,5\) reads like a sample/)
    assert.match(told(lines('5.1,3.5,setosa', '4.9,3.0,setosa'), 'setosa'), /reads like a sample/)
    assert.match(told(lines('M,0.455,0.365,15', 'F,0.35,0.265,7'), '15'), /reads like a sample/)
    assert.match(told(`\n# no names\n${WINE}`, 'y'), /line 3 \(1, 11.29, 2.69\) reads like a sample/)
  })

  it('may have names that are numbers beside others: years, places, wavelengths', () => {
    assert.deepEqual(names(lines('y,0,1,2', 'u,5,6,7', 'v,6,7,8'), 'y'), ['0', '1', '2'])
    assert.deepEqual(names(lines('land,2020,2021', 'u,5,6', 'v,6,7'), 'land'), ['2020', '2021'])
    assert.deepEqual(names(lines('400.5,401,410.2,y', '5,6,7,1.5', '6,7,8,2.5'), 'y'), ['400.5', '401', '410.2'])
    assert.deepEqual(names(lines('a,1', '5,0.5', '6,0.25'), '1'), ['a'])
  })

  it('knows a name that is a number by its value, as YAML drops zeros', () => {
    const text = lines('land,1.0,05', 'u,5,6', 'v,6,7')
    assert.deepEqual(names(text, 'land', { inputs: ['1', '5'] }), ['1.0', '05'])
    assert.match(told(lines('land,1,1.0', 'u,5,6'), 'land', { header: true, inputs: ['1.00'] }), /no column "1.00"/)
  })

  it('is what the cell says it is', () => {
    const { count, inputs, classNames } = read(WINE, '1', { header: false })
    assert.deepEqual([count, classNames, [...inputs.slice(0, 2)]], [4, ['1', '2'], [11.29, 2.69]])
    assert.deepEqual([...read(lines('setosa,5.1', 'virginica,4'), '1', { header: false }).inputs], [5.1, 4])
    assert.deepEqual(names(WINE, '3', { header: false, ignore: ['2'] }), ['1'])
    assert.deepEqual(names(lines('3,1,2', '5,6,7', '6,7,8'), '1', { header: true }), ['3', '2'])
    assert.equal(read(WINE, '11.29', { header: true }).count, 3)
    assert.match(told(WINE, '5', { header: false }), /no column "5": with header: false its columns are called 1 to 3/)
    assert.match(told(lines('1,2', '3,x'), '1', { header: false }), /^data.csv, line 2, column 2: "x" is not a number/)
  })

  it('is not a sample whose text shows up below again', () => {
    const iris = lines('setosa,7', 'setosa,6', 'virginica,5')
    assert.match(
      told(iris, 'setosa'),
      /^data.csv, line 1, column 1 \(setosa\): the name "setosa" is also its value in line 2\. If line 2 repeats the names/
    )
    assert.match(told(lines('sunny,4,yes', 'rain,5,no', 'sunny,6,no'), 'yes', { categories: ['sunny'] }), /"sunny"/)
    assert.equal(read(iris, 'setosa', { header: true }).count, 2)
  })

  it('is found again where files were put together', () => {
    const twice = lines('a,b,y', '1,2,0.5', 'a,b,y', '3,4,1.5')
    assert.match(told(twice), /line 1, column 1 \(a\): the name "a" is also its value in line 3\. If line 3 repeats/)
    assert.match(told(twice, 'y', { header: true }), /the name "a" is also its value in line 3/)
  })

  it('has names with blanks around and quotes within', () => {
    assert.deepEqual(names(' a , "b ""c"" d" ,y\n1,2,u\n3,4,v\n'.replace(', "b', ',"b').replace('d" ', 'd"'), 'y'), [
      'a',
      'b "c" d'
    ])
    assert.deepEqual(names(lines('sepal length (cm),y', '1,u', '2,v'), 'y'), ['sepal length (cm)'])
  })

  it('names both columns of the same name, unless both are left out', () => {
    const text = lines('a,b,a,y', '1,2,3,u', '4,5,6,v')
    assert.equal(
      told(text),
      'data.csv, line 1: columns 1 and 3 are both named "a"; give one of them another name, or write header: false if that line is a sample'
    )
    assert.match(told(text, 'a'), /columns 1 and 3 are both named "a"/)
    assert.deepEqual(names(text, 'y', { ignore: ['a'] }), ['b'])
    assert.deepEqual(names(text, 'y', { inputs: ['b'] }), ['b'])
  })

  it('tells of a column that it does not have, and of the one that was meant', () => {
    const text = lines('Sepal Length,petal_width,Species', '1,2,u', '3,4,v')
    const known = 'ts columns are Sepal Length, petal_width and Species'
    assert.equal(told(text, 'class'), `data.csv has no column "class"; i${known}`)
    for (const meant of ['species', 'SPECIES', 'Specise', ' Species']) {
      const wrong = `data.csv has no column "${meant}"; did you mean "Species"? I${known}`
      assert.equal(told(text, meant), wrong)
    }
    const more = { ignore: ['sepal_length'] }
    assert.match(
      told(text, 'Species', more),
      /no column "sepal_length", which ignore names; did you mean "Sepal Length"\?/
    )
    for (const key of ['inputs', 'categories'])
      assert.match(told(text, 'Species', { [key]: ['x'] }), new RegExp(`no column "x", which ${key} names`))
    assert.match(told(text, 'Length'), /did you mean "Sepal Length"\?/)
    const mixed = lines('20,Private,1000,<=50K', '30,Public,900,>50K')
    assert.match(
      told(mixed, 'income'),
      /its columns are 20, Private, 1000 and <=50K\. If line 1 is a sample, write header: false/
    )
    const many = lines([...times(30, i => `c${i}`), 'y'].join(','), '1')
    assert.match(told(many, 'z'), /c18 and c19 … \(31 in all\)|c19 … \(31 in all\)/)
  })
})

describe('a first column without a name', () => {
  const DATA = lines(',a,y', '0,5,u', '1,6,v', '2,7,u')

  it('is left out where it numbers or names the rows', () => {
    for (const text of [
      DATA,
      lines('"","a","y"', '"1",5,"u"', '"2",6,"v"', '"3",7,"u"'),
      lines('"","a","y"', '"Mazda RX4",5,"u"', '"Fiat 128",6,"v"', '"Volvo",7,"u"'),
      lines(',a,y', '17,5,u', '3,6,v', '17,7,u'),
      lines(',a,y', '2020-01-01,5,u', '2020-01-02,6,v', '2020-01-03,7,u'),
      lines('Unnamed: 0,a,y', '0,5,u', '1,6,v', '2,7,u'),
      lines('a,y', '1,5,u', '2,6,v', '3,7,u'),
      lines('"a" "y"', '"1" 5 "u"', '"2" 6 "v"', '"3" 7 "u"').replaceAll(' ', '\t'),
      lines(';a;y', '0;5;u', '1;6;v', '2;7;u')
    ]) {
      const { inputs, chosen } = read(text)
      assert.deepEqual([[...inputs], chosen!.features, chosen!.decisions.rowNames], [[5, 6, 7], ['a'], true], text)
    }
  })

  it('is an input where it has pandas’ name for it and the cell wants it', () => {
    const text = lines('Unnamed: 0,a,y', '0,5,u', '1,6,v')
    assert.deepEqual(names(text, 'y', { inputs: ['Unnamed: 0'] }), ['Unnamed: 0'])
  })

  it('is refused where its values repeat, and dropped where it is empty', () => {
    const repeated = lines(',a,y', 'red,5,u', 'blue,6,v', 'red,7,u')
    assert.match(told(repeated), /line 1: the first column has no name. Its values repeat \("red" again in line 4\)/)
    const { chosen } = read(lines(',a,y', ',5,u', ',6,v'))
    assert.deepEqual([chosen!.features, chosen!.decisions.rowNames], [['a'], false])
  })
})
