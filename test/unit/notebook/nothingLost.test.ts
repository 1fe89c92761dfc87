import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { formatNotebook, NotebookFormatError, parseNotebook } from '../../../src/notebook'
import { some } from '../some'
import { losses } from './losses'

const bytes = (text: string) => new TextEncoder().encode(text)
const saved = (text: string) => new TextDecoder().decode(formatNotebook(parseNotebook(bytes(text))))
const file = (...names: string[]) => readFileSync(path.join('test', 'reports', ...names), 'utf8')

/** A notebook's text with one cell "a" and what else is given. */
const notebook = (more: string, cell = '"id":"a"') => `{"gradnb":1,"cells":[{${cell},"kind":"markdown","source":[]}],${more}}` // prettier-ignore

function keeps(text: string): void {
  const once = saved(text)
  assert.deepEqual(losses(text, once), [])
  assert.equal(saved(once), once)
}

function refused(text: string): NotebookFormatError {
  try {
    parseNotebook(bytes(text))
  } catch (error) {
    assert.ok(error instanceof NotebookFormatError, String(error))
    return error
  }
  throw new Error('opened')
}

const place = ({ line, column }: NotebookFormatError) => [line, column]

describe('what a notebook file holds', () => {
  for (const name of ['cell-gone', 'id-with-blank', 'item-key', 'odd-but-whole'])
    it(`is kept through open and save: ${name}`, () => keeps(file('rel-07-outputs-lost', `${name}.gradnb`)))

  it('stays with the cell of its id, whatever the id is', () => {
    for (const id of ['my cell', '', 'ä', 'x'.repeat(1000), '__proto__', 'a/b', '\ud800']) {
      const key = JSON.stringify(id)
      const text = notebook(`"outputs":{${key}:[{"items":[]}]}`, `"id":${key}`)
      keeps(text)
      assert.equal(parseNotebook(bytes(text)).cells[0]!.outputs.length, 1, id)
    }
    for (const id of ['7', 'null', 'true']) {
      const text = notebook(`"outputs":{"${id}":[{"items":[]}]}`, `"id":${id}`)
      keeps(text)
      assert.equal(parseNotebook(bytes(text)).cells[0]!.outputs.length, 1, id)
    }
  })

  it('goes to the cell that has the id as text before one whose id only reads like it', () => {
    const text =
      '{"gradnb":1,"cells":[{"id":null,"kind":"markdown","source":[]},{"id":"null","kind":"markdown","source":[]}],"outputs":{"null":[{"items":[]}]}}'
    const { cells } = parseNotebook(bytes(text))
    assert.deepEqual(
      cells.map(({ outputs }) => outputs.length),
      [0, 1]
    )
  })

  it('never goes to a cell that is given a new id', () => {
    const { cells } = parseNotebook(bytes(notebook('"x":1', '"n":1')))
    const key = cells[0]!.id
    const text = notebook(`"outputs":{"${key}":[{"items":[]}]}`, '"n":1')
    assert.deepEqual(parseNotebook(bytes(text)).cells[0]!.outputs, [])
    keeps(text)
  })

  it('is kept where numbers are more than float64 can hold', () => {
    for (const number of ['1e400', '-1e400', '12345678901234567890', '1e-400', '-0', '-0.0', '0.1234567890123456789'])
      for (const text of [
        notebook(`"metadata":{"n":${number}}`),
        notebook(`"n":[${number}]`),
        notebook('"x":1', `"n":${number}`),
        notebook(`"outputs":{"a":[{"items":[{"mime":"application/json","data":${number},"n":${number}}],"n":${number}}]}`), // prettier-ignore
        notebook(`"outputs":{"gone":${number}}`)
      ]) {
        keeps(text)
        assert.ok(saved(text).includes(number), number)
      }
  })

  it('may have the key by which such numbers are carried', () => {
    for (const value of ['"1"', '"x"', '1e400', '{"gradnb.verbatim":"2"}'])
      for (const text of [
        notebook(`"metadata":{"gradnb.verbatim":${value}}`),
        notebook(`"gradnb.verbatim":${value}`),
        notebook(`"x":[{"gradnb.verbatim":${value}}]`),
        notebook('"x":1', `"gradnb.verbatim":${value}`)
      ])
        keeps(text)
    assert.match(refused(notebook('"outputs":{"gradnb.verbatim":"1"}')).message, /no cell may have the id/)
  })

  it('is kept where an output is damaged, and the other outputs are read', () => {
    const text = notebook(
      '"outputs":{"a":[5,{"items":1},{"items":[{"mime":"x"}]},{"items":[{"data":1}]},{"items":[]}]}'
    )
    keeps(text)
    const { outputs } = parseNotebook(bytes(text)).cells[0]!
    assert.deepEqual(
      outputs.map(({ damaged }) => damaged !== undefined),
      [true, true, true, true, false]
    )
    keeps(notebook('"outputs":{"a":{"no":"list"}}'))
  })

  it('of an earlier version is saved with the bytes that it had', () => {
    for (const name of some(readdirSync(path.join('test', 'reference', 'notebooks')))) {
      const text = readFileSync(path.join('test', 'reference', 'notebooks', name), 'utf8')
      assert.equal(saved(text), text, name)
    }
  })

  it('is kept with line ends of Windows and a byte order mark', () => {
    const text = file('rel-07-outputs-lost', 'odd-but-whole.gradnb').replaceAll('\n', '\r\n')
    assert.equal(saved(`\ufeff${text}`), saved(file('rel-07-outputs-lost', 'odd-but-whole.gradnb')))
  })
})

describe('a key that appears twice in one object', () => {
  it('is refused with its place, wherever the object is', () => {
    assert.deepEqual(place(refused(file('rel-07-outputs-lost', 'two-cells-keys.gradnb'))), [1, 77])
    for (const object of [
      notebook('"metadata":{"a":1,\n"a":1}'),
      notebook('"metadata":{},\n"metadata":{}'),
      notebook('"x":1', '"id":"a",\n"id":"b"'),
      notebook('"outputs":{"a":[],\n"a":[]}'),
      notebook('"outputs":{"a":[{"items":[],\n"items":[]}]}'),
      notebook('"outputs":{"a":[{"items":[{"mime":"x","data":1,\n"data":2}]}]}'),
      notebook('"outputs":{"a":[{"items":[{"mime":"x","data":{"y":[{"z":1,\n"z":1}]}}]}]}'),
      notebook('"x":{"\\u0061":1,\n"a":1}'),
      notebook('"x":{"__proto__":1,\n"__proto__":1}')
    ]) {
      assert.deepEqual(place(refused(object)), [2, 1], object)
      assert.match(refused(object).message, /the key ".*" appears twice in one object/)
    }
  })

  it('is named with its control characters made visible, and not at full length', () => {
    assert.match(refused('{"\\u001b[2J":1,"\\u001b[2J":2}').message, /the key "\\u001b\[2J" appears twice/)
    const key = JSON.stringify('x'.repeat(100_000))
    assert.ok(refused(`{${key}:1,${key}:2}`).message.length < 300)
  })
})

describe('a file that no one meant to be opened', () => {
  it('with an unresolved merge conflict is refused with the line of its first marker', () => {
    const { line, message } = refused(file('15-merge-conflict', 'conflict.gradnb'))
    assert.equal(line, 17)
    assert.match(message, /line 17, .* unresolved merge conflict .*keep one of the two versions and delete the lines/)
    for (const marker of ['<<<<<<< HEAD', '=======', '>>>>>>> feature', '||||||| base', '<<<<<<<\r'])
      assert.match(refused(`{"gradnb": 1,\n"x": 1\n${marker}\n"y": 2}`).message, /line 3, column 1: .*merge conflict/)
  })

  it('that nests without end is refused, not read until the stack is full', () => {
    for (const open of ['[', '{"a":', '[{"a":'])
      for (const text of [open.repeat(100_000), notebook(`"x":${open.repeat(100_000)}`)])
        assert.match(refused(text).message, /brackets nest more than 200 deep/)
    assert.ok(parseNotebook(bytes(notebook(`"x":${'['.repeat(150)}${']'.repeat(150)}`))).cells.length === 1)
  })

  it('that is longer than any text is refused before it is read', () => {
    const bytes = { length: 500_000_001 } as Uint8Array
    assert.throws(() => parseNotebook(bytes), /line 1, column 1: the file is larger than 500 MB/)
  })

  it('that is not UTF-8 is refused at the byte that is not', () => {
    const at = (...parts: (string | number)[]) => {
      const all = parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part)))
      try {
        parseNotebook(Buffer.concat(all))
      } catch (error) {
        assert.ok(error instanceof NotebookFormatError)
        return place(error)
      }
      throw new Error('opened')
    }
    assert.deepEqual(at('{\n"a\ufffdä', 0xff, '"'), [2, 5])
    assert.deepEqual(at('\ufeff{\n', 0xe2, 0x82), [2, 1])
    assert.deepEqual(at('{"ab', 0xed, 0xa0, 0x80), [1, 5])
  })
})

describe('a large notebook', () => {
  /** Processor time of the fastest of a few tries, so that a busy machine does not count. */
  const secondsFor = (text: string): number => {
    const input = bytes(text)
    const tries = [1, 2, 3].map(() => {
      const start = process.cpuUsage()
      try {
        formatNotebook(parseNotebook(input))
      } catch (error) {
        assert.ok(error instanceof NotebookFormatError)
      }
      return process.cpuUsage(start).user / 1e6
    })
    return Math.min(...tries)
  }

  const list = (size: number, entry: string) => Array<string>(size).fill(entry).join(',')
  const SHAPES: Readonly<Record<string, (size: number) => string>> = {
    'one id for all cells': size => `{"gradnb":1,"cells":[${list(size, '{"id":"a","kind":"markdown","source":[]}')}]}`,
    'damaged outputs': size => notebook(`"outputs":{"a":[${list(size, '5')}]}`),
    'numbers that float64 cannot hold': size => notebook(`"x":[${list(size, '1e400')}]`),
    'a number of many digits': size => notebook(`"x":0.${'0'.repeat(100 * size)}1`),
    'lines before its fault': size => `${'\n'.repeat(100 * size)}x`
  }
  for (const [shape, text] of Object.entries(SHAPES))
    it(`is read in a time that grows as it does: ${shape}`, () => {
      assert.ok(secondsFor(text(20_000)) < 3)
    })
})
