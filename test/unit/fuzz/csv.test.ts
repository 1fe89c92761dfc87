import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { prepare, type CsvSpec, type Rows } from '../../../src/dataset'
import { readCsv } from '../../../src/dataset/csv'
import { createRandom } from '../../../src/engine'
import { visible } from '../../../src/text'
import { encode, spec } from '../dataset/csv/csvFile'
import { LIMITS } from '../dataset/loadFrom'
import { fuzzBytes, fuzzTexts } from './fuzz'

const CORPUS = [
  'a,b,y\n1,2,u\n3,4.5,v\n-5e-1,6,u\n',
  '"a";"b";"y"\r\n1,5;2;0\r\n2,5;3;1\r\n"3,5";?;1\r\n',
  'sep=;\na;b;y\n1;2;$1,200\n3;4;43 %\n',
  '# a comment\n# a,b,y\n1,2,0.5\n,NA,1.5\n\n# another\n5,6,2.5\n',
  '\ufeffa\tb\ty\n1\ttrue\tx\n2\tfalse\ty\n3\tno\tx\n',
  ',a,b,y\n0,1,red,5\n1,2,blue,6\n2,3,red,7\n3,4,red,8\n',
  '"","a","b","y"\n"x ""1""",1,2,"no\nway"\n"x 2",3,4,"yes, sir"\n',
  '5.1,3.5,1.4,setosa\n4.9,3,1.4,setosa\n7,3.2,4.7,virginica\n',
  'a,b,y,\n1,2,3,\n4,5,6,\n,,,\n7,8,9,\n',
  '__proto__|constructor|y\n1|2|toString\n3|4|valueOf\n',
  'a,b,y\n1e308,1e-320,1\n-1e308,2e-320,2\n1e309,0x10,3\n'
]

const TOKENS = [
  ...[',', ';', '\t', '|', '"', '""', '\n', '\r\n', '\r', ' ', '#', '\0', '\u2028', '\u001b[31m', '\ufeff', '\ud800'],
  ...['a', 'b', 'y', 'sep=;\n', '# ', 'NA', '?', '-', 'true', 'no', '$1,200', '1.200,50', '2024-01-31', '1 200', '(5)'],
  ...['0', '1', '-1', '1.5', '1,5', '1e5', '1e999', '.5', '5.', '∞', '1,234', 'x'.repeat(300), ',,,', '\n\n\n']
]

/** Every key with every kind of value. */
const SPECS: readonly CsvSpec[] = [
  spec('y'),
  spec('y', { missing: 'drop', categories: ['b'], standardize: true, test_split: 0.5 }),
  spec('y', { missing: 'mean', standardize: true, test_split: 0.5 }),
  spec('y', { task: 'classification', inputs: ['a'], header: true }),
  spec('y', { task: 'regression', standardize_target: true, ignore: ['b'], missing: 'drop' }),
  spec(['y', 'a'], { decimal: 'comma', separator: 'semicolon', standardize: true }),
  spec('1', { header: false, missing: 'drop', categories: ['2'] }),
  spec('3', { header: false, separator: 'pipe', missing: 'mean', test_split: 0.3 })
]

/** Reads the file with one of the specs: what comes of it must hold together, what is refused must name the file. */
function check(bytes: Uint8Array, text: string): void {
  const chosen = SPECS[[...text].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % SPECS.length]!
  try {
    const rows = readCsv(chosen, bytes, LIMITS)
    holdsTogether(rows, chosen)
    const { train } = prepare(rows, chosen, createRandom(1), true)
    assert.ok(
      train.inputs.every(value => Number.isFinite(value)) && train.targets.every(value => Number.isFinite(value))
    )
  } catch (error) {
    assert.ok(error instanceof RangeError && error.message.startsWith('data.csv'), String(error))
    assert.equal(visible(error.message), error.message)
    assert.ok(error.message.length < 20_000)
  }
}

function holdsTogether(
  { count, width, inputs, targets, classNames, chosen }: Rows,
  { missing, target }: CsvSpec
): void {
  const outputs = typeof target === 'string' ? 1 : target.length
  assert.ok(count > 0 && width > 0)
  assert.deepEqual([inputs.length, targets.length], [count * width, count * outputs])
  assert.equal(chosen!.features.length, width)
  assert.ok(inputs.every(value => Number.isFinite(value) || (Number.isNaN(value) && missing === 'mean')))
  assert.ok(targets.every(value => (classNames.length > 0 ? classNames[value] !== undefined : Number.isFinite(value))))
}

describe('fuzzing: a CSV file', function () {
  this.timeout(300_000)
  const wide = CORPUS.map(text => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')))

  it('of any text is read, or refused with a sentence that names it', () =>
    fuzzTexts({ corpus: CORPUS, tokens: TOKENS, seed: 41, runs: 16_000, milliseconds: 200 }, text =>
      check(encode(text), text)
    ))

  it('of any bytes is read, or refused with a sentence that names it', () =>
    fuzzBytes({ corpus: [...CORPUS.map(encode), ...wide], seed: 42, runs: 4000, milliseconds: 200 }, bytes =>
      check(bytes, Buffer.from(bytes).toString('latin1'))
    ))
})
