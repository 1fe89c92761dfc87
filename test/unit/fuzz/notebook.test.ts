import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { formatNotebook, NotebookFormatError, parseNotebook, readJson, writeJson } from '../../../src/notebook'
import { walkJson, type Walked } from '../notebook/jsonWalk'
import { losses } from '../notebook/losses'
import { fuzzBytes, fuzzMade, fuzzTexts } from './fuzz'
import { reshaped } from './reshaped'

const report = (...names: string[]) => readFileSync(path.join('test', 'reports', ...names), 'utf8')

const FILES = [
  report('rel-07-outputs-lost', 'odd-but-whole.gradnb'),
  report('rel-07-outputs-lost', 'cell-gone.gradnb'),
  report('rel-07-outputs-lost', 'id-with-blank.gradnb'),
  report('rel-07-outputs-lost', 'item-key.gradnb'),
  '{"gradnb":1,"metadata":{"saveOutputs":true},"cells":[{"id":"a1","kind":"experiment","source":["a: 1","b: 2"]}],"outputs":{"a1":[]}}'
]

const KEYS = [
  ...['gradnb', 'metadata', 'cells', 'outputs', 'id', 'kind', 'source', 'items', 'mime', 'data', 'gradnb.verbatim'],
  ...['__proto__', 'constructor', 'a', 'a b', 'twice', '7', 'null', '', 'x', '\ud800']
]

const PIECES = [
  ...['1', '-0', '1e400', '1e-400', '12345678901234567890', '1.50', '0.1', '7', 'null', 'true', '[]', '{}', '""'],
  ...['"experiment"', '"markdown"', '"a b"', '"twice"', '"7"', '"text/plain"', '"\\ud800"', '"1e400"', '["a","b"]'],
  ...['{"items":[{"mime":"x","data":1}]}', '[{"items":[]}]', '{"gradnb.verbatim":"1"}'],
  ...['{"id":"b","kind":"markdown","source":[]}', '{"kind":"experiment","source":["x"]}']
]

const TOKENS = [...'{}[],:"\\', '<<<<<<< HEAD\n', ...KEYS.map(key => JSON.stringify(key)), ...PIECES]

/** Opened: nothing of it is lost, and saving again changes no byte. Refused: with a place. True where it was opened. */
function check(input: Uint8Array): boolean {
  let saved: Uint8Array
  try {
    saved = formatNotebook(parseNotebook(input))
  } catch (error) {
    if (!(error instanceof NotebookFormatError)) throw error
    assert.ok(error.line >= 1 && error.column >= 1 && error.message.length < 500)
    return false
  }
  const text = new TextDecoder().decode(saved)
  assert.deepEqual(losses(new TextDecoder('utf-8', { fatal: true }).decode(input), text), [])
  assert.equal(new TextDecoder().decode(formatNotebook(parseNotebook(saved))), text)
  return true
}

/** On a machine that has much else to do. */
const TIMEOUT = 300_000

describe('fuzzing: a notebook file', function () {
  this.timeout(TIMEOUT)

  it('is refused with a place, or nothing of it is lost', async () => {
    const fuzzing = { corpus: FILES, tokens: TOKENS, seed: 12, runs: 8000, longest: 3000, milliseconds: 200 }
    await fuzzTexts(fuzzing, text => void check(Buffer.from(text)))
  })

  it('of any bytes is refused with a place, or nothing of it is lost', async () => {
    const [corpus, tokens] = [FILES, TOKENS].map(texts => texts.map(text => new Uint8Array(Buffer.from(text))))
    const fuzzing = { corpus: corpus!, tokens, seed: 13, runs: 4000, longest: 3000, milliseconds: 200 }
    await fuzzBytes(fuzzing, bytes => void check(bytes))
  })

  it('of JSON is refused with a place, or nothing of it is lost', async () => {
    let opened = 0
    await fuzzMade(
      { seed: 15, runs: 8000, milliseconds: 200 },
      random => reshaped(FILES, PIECES, KEYS, random),
      text => void (opened += check(Buffer.from(text)) ? 1 : 0)
    )
    assert.ok(opened > 1000, `${opened} were opened`)
  })
})

describe('fuzzing: the JSON of an output', function () {
  this.timeout(TIMEOUT)

  it('is read without loss, or as text', async () => {
    const corpus = ['[1, {"a": "b", "c": [null, true]}]', '{"x": -0, "y": 1e400}', '{"gradnb.verbatim": "1"}', '"text"']
    const fuzzing = { corpus, tokens: TOKENS, seed: 14, runs: 8000, longest: 300, milliseconds: 200 }
    let read = 0
    await fuzzTexts(fuzzing, text => {
      const value = readJson(text)
      if (value === undefined) return
      read++
      assert.deepEqual(inOrder(walkJson(writeJson(value))), inOrder(walkJson(text)))
    })
    assert.ok(read > 0)
  })
})

/** With the keys of each object in one order: JavaScript moves those that are whole numbers to the front. */
function inOrder(value: Walked): Walked {
  if (value.kind === 'scalar') return value
  if (value.kind === 'list') return { ...value, entries: value.entries.map(inOrder) }
  const fields = value.fields.map(([key, field]) => [key, inOrder(field)] as const)
  return { ...value, fields: fields.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
