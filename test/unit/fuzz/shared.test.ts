import assert from 'node:assert/strict'
import { compareText } from '../../../src/export'
import { notebookDiff, notebookText } from '../../../src/diff'
import {
  formatNotebook,
  output,
  parseNotebook,
  readConflicted,
  sidesOf,
  type Json,
  type Notebook
} from '../../../src/notebook'
import {
  COMPARE_MIME,
  encodeCompare,
  encodeRecord,
  parseCompare,
  RECORD_MIME,
  RecordError,
  SWEEP_MIME
} from '../../../src/record'
import { encodeShardLine, parseShardLine } from '../../../src/sweep'
import { sampleComparison } from '../renderer/comparisons'
import { sampleBuilder } from '../record/sampleRecord'
import { sampleSweep } from '../record/sampleSweep'
import { fuzzMade, fuzzTexts } from './fuzz'
import { reshaped } from './reshaped'

const COMPARISON = JSON.stringify(encodeCompare(sampleComparison()))
const LINES = sampleSweep().runs.flatMap((run, i) =>
  run.state === 'missing'
    ? []
    : [encodeShardLine({ run: i, digest: run.digest, engine: '4', task: 'classification', outcome: run })]
)

const KEYS = ['version', 'items', 'kind', 'record', 'reference', 'name', 'run', 'digest', 'engine', 'task', 'state', 'why', 'summary', '__proto__', 'x'] // prettier-ignore
const PIECES = [
  ...['0', '1', '-1', '0.5', '2e6', '1e9', '9007199254740992', '1e400', 'null', 'true', '[]', '{}', '""', '"x"', '[1]'],
  ...[
    '"run"',
    '"sweep"',
    '"missing"',
    '"failed"',
    '"done"',
    '"\\u001b[2J"',
    '"\\u202e"',
    JSON.stringify('x'.repeat(5000))
  ],
  JSON.stringify(encodeRecord(sampleBuilder(2).record))
]
const noControls = (lines: readonly string[]) => assert.ok(lines.every(line => !/[\0-\x08\x0b-\x1f\x7f]/.test(line)))

function refusal(error: unknown): false {
  if (!(error instanceof RecordError)) throw error
  assert.ok(error.message.length < 500)
  return false
}

describe('fuzzing: what notebooks share', function () {
  this.timeout(300_000)

  it('a comparison is refused with a place, or written as it was read and told in words', async () => {
    let accepted = 0
    await fuzzMade(
      { seed: 61, runs: 1000, milliseconds: 1000 },
      random => reshaped([COMPARISON], PIECES, KEYS, random),
      text => {
        try {
          const record = parseCompare(JSON.parse(text))
          const json = JSON.stringify(encodeCompare(record))
          assert.equal(JSON.stringify(encodeCompare(parseCompare(JSON.parse(json)))), json)
          noControls(compareText(record, { color: 'none', width: 80 }))
          accepted++
        } catch (error) {
          refusal(error)
        }
      }
    )
    assert.ok(accepted > 20, `${accepted} were accepted`)
  })

  it('a line of a shard is left out, or written as it was read', async () => {
    let taken = 0
    const check = (text: string) => {
      const line = parseShardLine(text)
      if (line === null) return
      assert.ok(Number.isSafeInteger(line.run))
      const again = parseShardLine(encodeShardLine(line))
      assert.deepEqual(again?.encoded, line.encoded)
      taken++
    }
    const fuzzing = {
      corpus: LINES,
      tokens: [...PIECES, '\n', '}{'],
      seed: 62,
      runs: 2000,
      longest: 4000,
      milliseconds: 500
    }
    await fuzzTexts(fuzzing, check)
    await fuzzMade({ seed: 63, runs: 2000, milliseconds: 500 }, random => reshaped(LINES, PIECES, KEYS, random), check)
    assert.ok(taken > 100, `${taken} were taken`)
  })

  it('damaged outputs are told in words, before and after', async () => {
    const sweep = JSON.stringify(JSON.parse(LINES[1]!))
    const record = JSON.stringify(encodeRecord(sampleBuilder(3).record))
    await fuzzMade(
      { seed: 64, runs: 1000, milliseconds: 1000 },
      random => reshaped([COMPARISON, sweep, record], PIECES, KEYS, random),
      text => {
        const shown = (mime: string): Notebook => ({
          metadata: {},
          cells: [
            { id: 'a', kind: 'experiment', source: 'x', extra: {}, outputs: [output(mime, JSON.parse(text) as Json)] }
          ],
          extra: {}
        })
        for (const mime of [RECORD_MIME, SWEEP_MIME, COMPARE_MIME]) {
          assert.ok(notebookText(shown(mime)).length > 0)
          assert.deepEqual(notebookDiff(shown(mime), shown(mime)), [])
          assert.ok(notebookDiff(shown(mime), { ...shown(mime), cells: [] }).length > 0)
        }
      }
    )
  })

  it('a file with markers of git is refused, or opens with every cell of its two sides', async () => {
    let opened = 0
    const line = (id: string, source: string) => `{"id": "${id}", "kind": "experiment", "source": ["${source}"]}`
    const corpus = ['HEAD', 'HEAD\n||||||| base'].map(head => {
      const [ours, base] = head.split('\n')
      const middle = base === undefined ? '' : `${base}\n${line('a', '0')}\n`
      return `{"gradnb": 1, "cells": [\n<<<<<<< ${ours}\n${line('a', '1')}\n${middle}=======\n${line('a', '2')},\n${line('b', '3')}\n>>>>>>> x\n]}\n`
    })
    const tokens = [
      '<<<<<<< a\n',
      '=======\n',
      '>>>>>>> b\n',
      '||||||| c\n',
      `${line('c', '4')},\n`,
      ',',
      '\r\n',
      '"outputs": {"a": []}'
    ]
    await fuzzTexts({ corpus, tokens, seed: 65, runs: 4000, longest: 1500, milliseconds: 200 }, text => {
      const merged = readConflicted(new TextEncoder().encode(text))
      if (merged === null) return
      opened++
      const ids = merged.notebook.cells.map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      const { ours, theirs } = sidesOf(text)!
      const sources = merged.notebook.cells.map(({ source }) => source).join('\n')
      for (const side of [ours, theirs])
        for (const { source } of sidesOf(text)!.base === null
          ? parseNotebook(new TextEncoder().encode(side)).cells
          : [])
          for (const one of source.split('\n')) assert.ok(sources.includes(one))
      parseNotebook(formatNotebook(merged.notebook))
    })
    assert.ok(opened > 200, `${opened} were opened`)
  })
})
