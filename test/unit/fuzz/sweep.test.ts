import assert from 'node:assert/strict'
import { encodeSweep, encodeSweepPiece, parseSweep, RecordError, withSweepPiece } from '../../../src/record'
import { deflate } from '../../../src/record/bytes'
import { sampleSweep } from '../record/sampleSweep'
import { fuzzMade, fuzzTexts } from './fuzz'
import { reshaped } from './reshaped'

const SWEEP = JSON.stringify(encodeSweep({ ...sampleSweep(), runs: sampleSweep().runs.slice(0, 3) }))
const PIECE = JSON.stringify(encodeSweepPiece(sampleSweep(), [0, 1, 3, 15]))

const KEYS = [
  ...['version', 'runs', 'summary', 'numbers', 'layers', 'columns', 'epochs', 'label', 'values', 'seeds', 'parameters'],
  ...['stop', 'nonfinite', 'finding', 'failed', 'index', 'metric', 'variants', '__proto__', 'x']
]

const PIECES = [
  ...['0', '1', '2', '31', '-1', '0.5', '1e5', '2e6', '1e9', '9007199254740991', '1e400', 'null', 'true', 'false'],
  ...['[]', '{}', '""', '"x"', '"relu+he"', '"\\u001b[2J"', '[1]', '[[]]', '{"reason":"completed","epoch":3}'],
  ...[0, 1, 800, 6000, 60_000_000].map(size => JSON.stringify(deflate(new Uint8Array(size))))
]

/** JSON that is no sweep is refused with a `RecordError`; a sweep that is read is written and read again as the same. */
function check(text: string): boolean {
  let json: string
  try {
    json = JSON.stringify(encodeSweep(parseSweep(JSON.parse(text))))
  } catch (error) {
    assertRefusal(error)
    return false
  }
  assert.equal(JSON.stringify(encodeSweep(parseSweep(JSON.parse(json)))), json)
  return true
}

function assertRefusal(error: unknown): void {
  if (!(error instanceof RecordError)) throw error
  assert.ok(error.message.length < 500 && error.message.includes(error.path))
}

describe('fuzzing: a sweep record', function () {
  this.timeout(300_000)

  it('is refused with a place, or written as it was read', async () => {
    let accepted = 0
    await fuzzMade(
      { seed: 51, runs: 2000, milliseconds: 1000 },
      random => reshaped([SWEEP], PIECES, KEYS, random),
      text => void (accepted += check(text) ? 1 : 0)
    )
    assert.ok(accepted > 100, `${accepted} were accepted`)
  })

  it('with damaged numbers is refused with a place, or written as it was read', async () => {
    const sweep = JSON.parse(SWEEP) as { runs: { summary: { numbers: string } }[] }
    const { numbers } = sweep.runs[0]!.summary
    await fuzzTexts(
      { corpus: [numbers], tokens: ['=', '/', 'AAAA'], seed: 52, runs: 1000, milliseconds: 1000 },
      text => {
        check(JSON.stringify({ ...sweep, runs: [{ ...sweep.runs[0]!, summary: { ...sweep.runs[0]!.summary, numbers: text } }] })) // prettier-ignore
      }
    )
  })

  it('takes a piece or refuses it with a place', async () => {
    let taken = 0
    await fuzzMade(
      { seed: 53, runs: 1000, milliseconds: 1000 },
      random => reshaped([PIECE], PIECES, KEYS, random),
      text => {
        try {
          withSweepPiece(sampleSweep(), JSON.parse(text))
          taken++
        } catch (error) {
          assertRefusal(error)
        }
      }
    )
    assert.ok(taken > 50, `${taken} were taken`)
  })
})
