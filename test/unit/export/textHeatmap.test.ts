import assert from 'node:assert/strict'
import { plainText, textHeatmap, type TextHeatmapOptions } from '../../../src/export'
import { RecordBuilder, scaled } from '../../../src/record'
import { column, HEADER, sampleBuilder } from '../record/sampleRecord'

const options: TextHeatmapOptions = { quantity: 'delta_rms', color: 'none', width: 80 }

describe('textHeatmap(record)', () => {
  it('has a row a layer, darker where the number is smaller, and the numbers at its end', () => {
    const lines = textHeatmap(sampleBuilder(20).record, options)
    assert.match(lines[0]!, /^delta/)
    const [first, last] = [lines[2]!, lines[3]!]
    assert.match(first, /^hidden 1 {2}2→3 [▒▓]+.*[.:]+ 0\.236 → 2\.25e-7$/)
    assert.match(last, /^output {2}3→2 {3}█{21} 1\.7 → 1\.7$/)
  })

  it('shows zeros and what is not finite', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, scaled(0), scaled(1)))
    builder.add(column(1, scaled(1e-3), scaled(NaN)))
    const lines = textHeatmap(builder.record, options)
    assert.match(lines[2]!, / 0.{1} 0 → 0\.001$/)
    assert.match(lines[3]!, / █× 1 → NaN$/)
  })

  it('keeps a one-epoch infinity when several epochs share a character', () => {
    const builder = sampleBuilder(0)
    for (let epoch = 1; epoch <= 300; epoch++)
      builder.add(column(epoch, scaled(1), scaled(epoch === 151 ? Infinity : 1)))
    const lines = textHeatmap(builder.record, options)
    assert.equal([...lines[3]!].filter(character => character === '×').length, 1)
    assert.ok(lines.every(line => line.length <= 100))
    assert.match(lines.at(-1)!, /one character is the largest of \d+ epochs/)
  })

  it('goes far below float64', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, { mantissa: 1, exponent: -1400 }, scaled(1)))
    assert.match(textHeatmap(builder.record, options)[2]!, / \. 3\.61e-422$/)
  })
})

describe('plainText(record)', () => {
  it('names the run, then its heatmap, then its curves', () => {
    const lines = plainText(sampleBuilder(2).record, options)
    assert.match(lines[0]!, /^sample — .*spiral, 2 → 3 → 2 tanh/)
    assert.match(lines[1]!, /^Healthy: /)
    assert.match(lines.at(-1)!, /^loss 0\.5 → 0\.5 · test loss/)
  })
})
