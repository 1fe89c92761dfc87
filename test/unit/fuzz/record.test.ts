import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plainText, recordCsv } from '../../../src/export'
import {
  addPiece,
  encodePiece,
  encodeRecord,
  openRecord,
  parseRecord,
  QUANTITY_NAMES,
  RecordBuilder,
  RecordError,
  type RunRecord
} from '../../../src/record'
import { deflate } from '../../../src/record/bytes'
import { sampleBuilder } from '../record/sampleRecord'
import { fuzzMade, fuzzTexts } from './fuzz'
import { reshaped } from './reshaped'

const inNotebook = (...names: string[]): string => {
  const { outputs } = JSON.parse(readFileSync(path.join('test', ...names), 'utf8')) as {
    outputs: Record<string, { items: { data: unknown }[] }[]>
  }
  return JSON.stringify(Object.values(outputs)[0]![0]!.items[0]!.data)
}

const RECORDS = [
  JSON.stringify(encodeRecord(sampleBuilder(2).record)),
  inNotebook('reference', 'notebooks', 'record-1.gradnb'),
  inNotebook('reference', 'notebooks', 'record-2.gradnb'),
  inNotebook('reports', 'rel-10-record-bombs', 'no-layers.gradnb')
]

const PIECE_OF_RUN = JSON.stringify(encodePiece(sampleBuilder(4).record, 2, 0))

const KEYS = [
  ...Object.keys(JSON.parse(RECORDS[2]!) as object),
  'delta_rms',
  'loss',
  'steps',
  'values',
  '__proto__',
  'x'
]

const PIECES = [
  ...['0', '1', '2', '3', '-1', '0.5', '257', '1e6', '2e6', '1e9', '9007199254740991', '1e400', 'null', 'true'],
  ...['[]', '{}', '""', '"x"', '"\\u001b[2J"', '"=1+1"', '"classification"', '"surface"', '"images"', '[1]', '[[]]'],
  ...[0, 1, 8, 16, 4096, 60_000_000].map(size => JSON.stringify(deflate(new Uint8Array(size)))),
  ...['{"name":"h","inputs":1,"outputs":1,"activation":"relu"}', '{"epoch":0,"values":""}', '{"steps":0,"values":[]}'],
  `[${Array(300).fill('{"name":"h","inputs":1,"outputs":1,"activation":"relu"}').join(',')}]`
]

/** JSON that is no record is refused with a `RecordError`; all that can be made of a record is made without an error. */
function check(text: string): boolean {
  const value: unknown = JSON.parse(text)
  let record: RunRecord
  try {
    record = parseRecord(value)
  } catch (error) {
    assertRefusal(error)
    return false
  }
  const options = { quantity: 'delta_rms', color: 'none', width: 80 } as const
  assert.ok(plainText(record, options).every(line => !line.includes('\u001b')))
  assert.equal(
    recordCsv(record).split('\r\n').length,
    2 + (record.columns + record.steps.steps.length) * record.layers.length
  )
  const again = JSON.stringify(encodeRecord(record))
  assert.equal(JSON.stringify(encodeRecord(parseRecord(JSON.parse(again)))), again)
  const [opened, grown] = [openRecord(value), RecordBuilder.from(record).record]
  for (const name of QUANTITY_NAMES) {
    assert.deepEqual(opened.quantities[name], record.quantities[name])
    assert.deepEqual(grown.quantities[name], record.quantities[name])
  }
  return true
}

function assertRefusal(error: unknown): void {
  if (!(error instanceof RecordError)) throw error
  assert.ok(error.message.length < 500 && error.message.includes(error.path))
}

/** On a machine that has much else to do. */
const TIMEOUT = 300_000

describe('fuzzing: a record', function () {
  this.timeout(TIMEOUT)

  it('of JSON is refused with a place, or all that is made of it can be made', async () => {
    let accepted = 0
    await fuzzMade(
      { seed: 21, runs: 3000, milliseconds: 1000 },
      random => reshaped(RECORDS, PIECES, KEYS, random),
      text => void (accepted += check(text) ? 1 : 0)
    )
    assert.ok(accepted > 150, `${accepted} were accepted`)
  })

  it('with damaged numbers is refused with a place, or all that is made of it can be made', async () => {
    const record = JSON.parse(RECORDS[0]!) as { quantities: Record<string, string[]> }
    const corpus = Object.values(record.quantities).map(([text]) => text!)
    await fuzzTexts({ corpus, tokens: ['=', '/', 'AAAA'], seed: 22, runs: 1500, milliseconds: 1000 }, text => {
      check(JSON.stringify({ ...record, quantities: { ...record.quantities, delta_rms: [text] } }))
    })
  })
})

describe('fuzzing: a piece of a record', function () {
  this.timeout(TIMEOUT)

  it('is refused with a place, or makes a record of which all can be made', async () => {
    let added = 0
    await fuzzMade(
      { seed: 23, runs: 1500, milliseconds: 1000 },
      random => reshaped([PIECE_OF_RUN], PIECES, ['from', 'to', 'numbers', 'events', 'frames', 'steps'], random),
      text => {
        const builder = RecordBuilder.from(sampleBuilder(2).record)
        try {
          if (addPiece(builder, JSON.parse(text))) added++
        } catch (error) {
          return assertRefusal(error)
        }
        check(JSON.stringify(encodeRecord(builder.record)))
      }
    )
    assert.ok(added > 80, `${added} were added`)
  })
})
