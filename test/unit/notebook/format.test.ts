import assert from 'node:assert/strict'
import { formatNotebook, NotebookFormatError, parseNotebook, repairedIds, type Notebook } from '../../../src/notebook'

const bytes = (text: string) => new TextEncoder().encode(text)
const textOf = (notebook: Notebook) => new TextDecoder().decode(formatNotebook(notebook))

const SAMPLE: Notebook = {
  metadata: { saveOutputs: true },
  cells: [
    {
      id: 'a1b2c3d4',
      kind: 'markdown',
      source: '# Why sigmoid vanishes\nOne line per element.',
      outputs: [],
      extra: {}
    },
    {
      id: 'e5f6a7b8',
      kind: 'experiment',
      source: 'dataset: spiral\n',
      outputs: [
        { items: [{ mime: 'application/vnd.gradnb.run+json', data: { version: 1 } }], extra: { note: 'kept' } }
      ],
      extra: { pinned: [1, 2] }
    }
  ],
  extra: { author: 'someone' }
}

function refused(text: string | Uint8Array): NotebookFormatError {
  try {
    parseNotebook(typeof text === 'string' ? bytes(text) : text)
  } catch (error) {
    assert.ok(error instanceof NotebookFormatError, String(error))
    return error
  }
  throw new Error(`opened: ${String(text)}`)
}

describe('a notebook file', () => {
  it('comes back as it was written, unknown keys too', () => {
    assert.deepEqual(parseNotebook(formatNotebook(SAMPLE)), SAMPLE)
  })

  it('has the same bytes however often it is opened and saved', () => {
    assert.equal(textOf(parseNotebook(formatNotebook(SAMPLE))), textOf(SAMPLE))
  })

  it('holds one line of source a line, outputs at the end, and ends with one newline', () => {
    const text = textOf(SAMPLE)
    assert.match(text, /"source": \[\n {8}"# Why sigmoid vanishes",\n {8}"One line per element."\n {6}\]/)
    assert.deepEqual(Object.keys(JSON.parse(text)), ['gradnb', 'metadata', 'author', 'cells', 'outputs'])
    assert.match(text, /[^\n]\n$/)
  })

  it('keeps a carriage return and characters beyond the basic plane', () => {
    const source = 'a: 1\r\nb: 😀\u2028c'
    const notebook = { ...SAMPLE, cells: [{ ...SAMPLE.cells[0]!, source }] }
    assert.equal(parseNotebook(formatNotebook(notebook)).cells[0]!.source, source)
  })

  it('may start with a byte order mark', () => {
    assert.equal(parseNotebook(bytes(`\ufeff${textOf(SAMPLE)}`)).cells.length, 2)
  })

  it('keeps a key named __proto__ as data', () => {
    const text = '{"gradnb":1,"cells":[],"metadata":{"__proto__":{"x":1}}}'
    assert.ok(textOf(parseNotebook(bytes(text))).includes('"__proto__"'))
  })
})

describe('bytes that are no notebook', () => {
  it('throw wherever the file was cut off', () => {
    const text = textOf(SAMPLE)
    for (let length = 0; length < text.trimEnd().length; length++) assert.ok(refused(text.slice(0, length)).line >= 1)
  })

  it('are told with line and column', () => {
    const { line, column, message } = refused(
      '{\n  "gradnb": 1,\n  "cells": [ { "id": "a", "kind": "code", "source": [] } ]\n}'
    )
    assert.deepEqual([line, column], [3, 35])
    assert.match(message, /"kind" should be "markdown" or "experiment"/)
  })

  it('are JSON of something else, comments, or not UTF-8', () => {
    assert.match(refused('[]').message, /should be an object/)
    assert.match(refused('{"cells": []}').message, /needs "gradnb"/)
    assert.match(refused('{"gradnb": 1}').message, /needs "cells"/)
    assert.match(
      refused('{"gradnb": 1, "cells": [{"kind": "markdown", "source": "x"}]}').message,
      /"source" should be a list/
    )
    assert.match(refused('// hi\n{"gradnb": 1, "cells": []}').message, /not JSON/)
    const broken = refused(new Uint8Array([0x7b, 0x0a, 0xff]))
    assert.deepEqual([broken.line, broken.column], [2, 1])
  })

  it('are a newer version, which the message names', () => {
    assert.match(refused('{"gradnb": 7, "cells": []}').message, /format 7 was written by a newer gradnb/)
  })
})

describe('cell ids', () => {
  it('are repaired where they are missing or stand twice; the first keeps its own', () => {
    const ids = repairedIds(['a', undefined, 'a', 'b', 3, ''])
    assert.equal(new Set(ids).size, 6)
    assert.deepEqual([ids[0], ids[3]], ['a', 'b'])
    assert.deepEqual(repairedIds(['a', undefined, 'a', 'b', 3, '']), ids)
  })
})
