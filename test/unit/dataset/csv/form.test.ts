import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { encode, lines, load, read, spec, times, told } from './csvFile'
import { readCsv } from '../../../../src/dataset/csv'
import { LIMITS } from '../loadFrom'

/** The same rows as the plain form. */
const assertSame = (text: string | Uint8Array, plain: string, more = {}, target = 'y') => {
  const { chosen: _, ...rows } = read(text, target, more)
  const { chosen: __, ...expected } = read(plain, target)
  assert.deepEqual(rows, expected, typeof text === 'string' ? text : 'bytes')
}
const PLAIN = lines('a,b,y', '1.5,2,u', '2.5,3,v', '3,4.25,u')
const wide = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(2 * units.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(2 * i, units.charCodeAt(i), little)
  return bytes
}

describe('how a CSV file is written', () => {
  it('finds semicolons, tabs and bars, with quoted names and values', () => {
    for (const separator of [';', '\t', '|']) {
      assertSame(PLAIN.replaceAll(',', separator), PLAIN)
      assertSame(PLAIN.replaceAll(',', ` ${separator} `), PLAIN)
      assertSame(PLAIN.replace('a,b,y', '"a","b","y"').replaceAll(',', separator), PLAIN)
    }
  })

  it('is not misled by commas in texts, by semicolons in texts or by quotes around a separator', () => {
    const names = 'kind;Size, cm;y\nx, y;1;u\nx;2;v\nx, z;3;u\n'
    assert.deepEqual([...read(names, 'y', { ignore: ['kind'] }).inputs], [1, 2, 3])
    const lists = 'a,tags,y\n1,x;y,u\n2,z;w,v\n3,x;z,u\n'
    assert.deepEqual([...read(lists, 'y', { ignore: ['tags'] }).inputs], [1, 2, 3])
    const quoted = 'a,tags,y\n1,"x;y;z",u\n2,"x;y;z",v\n'
    assert.deepEqual([...read(quoted, 'y', { ignore: ['tags'] }).inputs], [1, 2])
    assert.deepEqual([...read('a,\tb,\ty\n1,\t2,\tu\n3,\t4,\tv\n').inputs], [1, 2, 3, 4])
  })

  it('finds decimal commas with another separator', () => {
    const german = lines('a;b;y', '1,5;2;u', '2,5;3;v', '3;4,25;u')
    assertSame(german, PLAIN)
    assertSame(german.replaceAll(';', '\t'), PLAIN)
    assertSame(lines('a;y', '1,5;0,5', '-,5;1e2', '2,5e-1;-0,25'), lines('a,y', '1.5,0.5', '-.5,1e2', '2.5e-1,-0.25'))
    assert.deepEqual(read('a;y\n1,234;u\n0,5;v').inputs, Float64Array.of(1.234, 0.5))
    assert.deepEqual([...load('x;y\n1;1,5\n2;2,5\n').train.targets].sort(), [1.5, 2.5])
  })

  it('takes separator and decimal as the cell says', () => {
    assertSame('a;b;y\n1,5;2;u\n2,5;3;v\n3;4,25;u\n', PLAIN, { separator: 'semicolon', decimal: 'comma' })
    assert.deepEqual(read('a;y\n1,234;u\n2;v', 'y', { decimal: 'comma' }).inputs, Float64Array.of(1.234, 2))
    assert.match(
      told('a;y\n1,5;u\n2,5;v', 'y', { decimal: 'point' }),
      /line 2, column 1 \(a\): "1,5" is not written as a plain/
    )
    assert.match(told('a;y\n1.5;u\n2.5;v', 'y', { decimal: 'comma' }), /"1.5" is not written as a plain number/)
    assert.match(told(PLAIN, 'y', { separator: 'semicolon' }), /no column "y"/)
  })

  it('refuses numbers that may mean two things, or are written in two ways', () => {
    assert.equal(
      told('a;y\n1,234;u\n5,678;v'),
      'data.csv, line 2: "1,234" may be 1234 or 1.234; write decimal: comma if it is the latter, or else 1234 in the file'
    )
    assert.match(
      told('a;b;y\n1.5;2;u\n2;3,5;v'),
      /a decimal point \("1.5" in line 2\) and with a comma \("3,5" in line 3\)/
    )
    assert.match(told('a;y\n1.200,50;u\n1,5;v'), /"1.200,50" is not written as a plain number: write 1200.50/)
  })

  it('skips the line sep= and takes its separator', () => {
    for (const sign of [',', ';', '\t', '|'])
      for (const first of [`sep=${sign}\r\n`, `"sep=${sign}"\n`, `SEP=${sign}\n`, `\ufeffsep=${sign}\n`])
        assertSame(first + PLAIN.replaceAll(',', sign), PLAIN)
    assert.match(told('sep=;\na;y\nx;u\n2;v'), /line 3, column 1/)
    assert.deepEqual([...read('sep=;\na;y\n1,5;1\n2,5;2\n').inputs], [1.5, 2.5])
  })

  it('skips comments above and between rows, and empty rows', () => {
    const comments = `# made by me, on a day\n\n#\n${PLAIN.replace('2.5,3', '# half, way\n,,\n2.5,3')}# the end\n`
    assertSame(comments, PLAIN)
    assert.equal(read(comments).chosen!.decisions.comments, 4)
    assert.match(told('# one\na,y\n1,u\n# two\nx,v\n'), /line 5, column 1 \(a\)/)
  })

  it('takes a # for a part of a name or of a value where it is one', () => {
    assertSame('# a,b,y\n1.5,2,u\n2.5,3,v\n3,4.25,u\n', PLAIN)
    assertSame('# of wine\n# a;b;y\n1,5;2;u\n2,5;3;v\n3;4,25;u\n', PLAIN)
    assert.deepEqual([...read('#id,a,y\n1,5,u\n2,6,v\n', 'y', { ignore: ['id'] }).inputs], [5, 6])
    assert.deepEqual([...read('#,a,y\n1,5,u\n2,6,v\n', 'y', { ignore: ['#'] }).inputs], [5, 6])
    const colours = read('colour,a,y\n#ff0000,1,u\n#00ff00,2,v\n#ff0000,3,v\n', 'y', { categories: ['colour'] })
    assert.deepEqual([colours.count, colours.width], [3, 3])
    const first = read('#ff0000,1,u\n#00ff00,2,v\n', '3', { header: false, ignore: ['1'] })
    assert.deepEqual([...first.inputs], [1, 2])
    assert.match(told('a,y\n#1,u\n2,v\n'), /line 2, column 1 \(a\): "#1" is not a number/)
  })

  it('does not mind separators at the ends of lines', () => {
    assertSame(PLAIN.replaceAll('\n', ',\n'), PLAIN)
    assertSame(PLAIN.replaceAll('\n', ',,\n'), PLAIN)
    assertSame(PLAIN.replace(/([uv])\n/g, '$1,\n'), PLAIN)
    assertSame(PLAIN.replace('y\n', 'y,,\n'), PLAIN)
    assertSame(PLAIN.replaceAll(',', ';').replaceAll('\n', ';\n'), PLAIN)
    assertSame(lines('a,,b,y', '1.5,,2,u', '2.5,,3,v', '3, ,4.25,u'), PLAIN)
    assert.match(told('a,y,\n1,u,\n2,v,3\n'), /line 1: column 3 has no name, but a value in line 3; give it a name/)
  })

  it('reads UTF-8 with and without a mark, and UTF-16 of both orders with and without a mark', () => {
    assertSame(`\ufeff${PLAIN}`, PLAIN)
    for (const text of [PLAIN, PLAIN.replaceAll('\n', '\r\n'), PLAIN.replaceAll(',', ';').replace('a', '"a"')])
      for (const little of [true, false]) for (const mark of [true, false]) assertSame(wide(text, little, mark), PLAIN)
    const greek = lines('α,y', '1,ναι', '2,όχι')
    assert.deepEqual(read(wide(greek, true, true)).classNames, read(greek).classNames)
    assert.equal(read(wide(PLAIN, true, true)).chosen!.decisions.encoding, 'UTF-16')
  })

  it('says how to save what is in no such encoding', () => {
    const latin = Uint8Array.from('a,y\n1,gut\n2,\xfcbel\n', letter => letter.charCodeAt(0))
    assert.match(
      told(latin),
      /^data.csv is not UTF-8 text \(see line 3: byte 0xFC after "2,"\): save it again as UTF-8/
    )
    assert.match(told(encode('a,y\n1,\0\n2,u\n')), /is not text: it holds zero bytes/)
  })

  it('says what to do about lines that are quoted as a whole, and about blanks between values', () => {
    assert.match(told('"a,b,y"\n"1,2,u"\n'), /no column "y".*The whole line is in one pair of quotes/)
    assert.match(told('a b y\n1 2 u\n'), /if blanks or other signs separate values, save the file with commas/)
    assert.match(
      told('My table\na,b,y\n1,2,u\n3,4,v\n'),
      /no column "y"; its columns are My table\. If line 1 is a title, remove it or begin it with #/
    )
  })

  it('says what may be wrong with a row of another length', () => {
    assert.match(
      told('a,b,y\n1,2,u\n1,2,3,u,5\n'),
      /line 3: has 5 values, but there are 3 columns; a value with a comma in it/
    )
    assert.match(
      told('a,b,y\n1,2,u\nTotal\n'),
      /line 3: has 1 value, but there are 3 columns; if that is not a row, remove it/
    )
    assert.match(told('a,b,y\n1,2,u\n1,2\n'), /line 3: has 2 values, but there are 3 columns$/)
    assert.match(told('a,y\n1,5,2,5\n2,5,3,5\n'), /decimal comma, separate values by semicolons/)
    assert.match(
      told('a,y,z\n5,1,1,7\n4,1,1,7\n5,1,1,7\n', 'y'),
      /line 2: has 4 values, but line 1 names only 3 columns/
    )
    assert.match(told('id,a,y\n1,5,3,4\n2,6,3,4\n', 'y'), /line 2: has 4 values, but there are 3 columns/)
  })

  it('reads a row in time that grows with its length, however it is quoted', () => {
    const long = 'x'.repeat(2_000_000)
    for (const text of [`a,y\n"${long}`, `a,y\n${'""'.repeat(1_000_000)}`, `a,y\n"${'x"'.repeat(500_000)},1\n`, long])
      assert.throws(() => readCsv(spec('y'), encode(text), LIMITS), RangeError)
  })

  it('reads many comments and many columns', () => {
    const comments = '# a comment\n'.repeat(50_000)
    assertSame(comments + PLAIN, PLAIN)
    const columns = times(3000, i => `c${i}`)
    const row = times(3000, i => String(i)).join(',')
    assert.equal(read(lines([...columns, 'y'].join(','), `${row},u`, `${row},v`)).width, 3000)
  })
})
