import assert from 'node:assert/strict'
import { colorIndex } from '../../../renderers/run/numbers/colorScale'
import { palette } from '../../../renderers/run/paint/palette'
import { plainText, textHeatmap, textReach, widerReach, type TextHeatmapOptions } from '../../../src/export'
import { RecordBuilder, scaled, type RunRecord } from '../../../src/record'
import { column, HEADER, sampleBuilder } from '../record/sampleRecord'
import { abyss, exploding, healthy, oneHidden, regression, vanishing, zeros } from '../renderer/records'
import { blowingUp } from '../renderer/stepRecords'

const options: TextHeatmapOptions = { quantity: 'delta_rms', color: 'none', width: 80 }
const heatmap = (record: RunRecord, more: Partial<TextHeatmapOptions> = {}) =>
  textHeatmap(record, { ...options, ...more })
const row = (lines: readonly string[], name: string) => lines.find(line => line.startsWith(name))!

/** Without the colours' codes. */
const shown = (line: string): string => line.replace(/\u001b\[[\d;]*m/g, '')

describe('textHeatmap(record)', () => {
  it('compares layers as the figure does: higher is larger, the last hidden layer is the middle', () => {
    const lines = heatmap(vanishing(10, 20))
    assert.match(lines[0]!, /^delta by layer and epoch/)
    assert.match(row(lines, 'hidden 1 '), /^hidden 1 {2}2→32 {3}▂▂▁{19} \S+e-7 → \S+e-8$/)
    assert.match(row(lines, 'hidden 10'), /^hidden 10 {2}32→32 ▄{21} /)
    assert.match(
      lines.join('\n'),
      /vanishing ≤ 10⁻⁷ ▁+[▂▃▄▅▆]+▇+ ≥ 10³ exploding\nHeight: delta as a multiple of that of hidden 10/
    )
  })

  it('looks even for a healthy net', () => {
    for (const layer of [1, 2, 3, 4]) assert.match(row(heatmap(healthy()), `hidden ${layer}`), / ▄+ /)
  })

  it('lets the output stand apart, below a line', () => {
    const lines = heatmap(vanishing(3, 5))
    const at = lines.findIndex(line => line.startsWith('output'))
    assert.match(lines[at - 1]!, /^ +─+$/)
  })

  it('has the figure’s own colours', () => {
    const { colors } = palette('dark')
    const lines = heatmap(vanishing(10, 20), { color: 'truecolor' })
    assert.ok(row(lines, 'hidden 10').includes(`\u001b[48;2;${colors[colorIndex(0)]!.join(';')}m `))
    const nearLowest = (kind: 'dark' | 'light') =>
      palette(kind)
        .colors.slice(0, 24)
        .map(color => `\u001b[48;2;${color.join(';')}m `)
    assert.ok(nearLowest('dark').some(cell => row(lines, 'hidden 1 ').includes(cell)))
    const light = heatmap(vanishing(10, 20), { color: 'truecolor', light: true })
    assert.ok(nearLowest('light').some(cell => row(light, 'hidden 1 ').includes(cell)))
    assert.match(row(heatmap(vanishing(10, 20), { color: '256' }), 'hidden 1 '), /\u001b\[48;5;\d+m \u001b\[0m/)
  })

  it('can have the scale that other cells need, and says so', () => {
    const wide = textReach(vanishing(10, 20), 'delta_rms')!
    assert.deepEqual(widerReach({ low: 3, high: 5 }, wide), { low: wide.low, high: 5 })
    const lines = heatmap(healthy(), { reach: wide }).join(' ')
    assert.match(lines, /≤ 10⁻⁷ .*Scale of the cells so far\./)
    assert.match(heatmap(healthy()).join(' '), /≤ 10⁻³ .*Scale of this run\./)
  })

  it('shows zeros and what is not finite', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, scaled(0), scaled(1)))
    builder.add(column(1, scaled(1e-3), scaled(NaN)))
    const lines = heatmap(builder.record)
    assert.match(lines[2]!, /^hidden 1 {2}2→3 0{4}▄{4} 0 → 0\.001$/)
    assert.match(row(lines, 'output'), / {5}×{4} 1 → NaN$/)
    assert.match(lines.join(' '), /× is NaN or infinity\. 0 is exactly zero\./)
    assert.doesNotMatch(heatmap(healthy()).join(' '), /NaN|exactly zero/)
  })

  it('keeps a one-epoch infinity when several epochs share a character', () => {
    const builder = new RecordBuilder({ ...HEADER, epochs: 300 })
    for (let epoch = 0; epoch <= 300; epoch++)
      builder.add(column(epoch, scaled(1), scaled(epoch === 151 ? Infinity : 1)))
    const lines = heatmap(builder.record)
    assert.equal([...row(lines, 'output')].filter(character => character === '×').length, 1)
    assert.match(lines.join(' '), /One character is the farthest from healthy of \d+ columns\./)
  })

  it('goes far below float64', () => {
    const builder = new RecordBuilder(HEADER)
    builder.add(column(0, { mantissa: 1, exponent: -1400 }, scaled(1)))
    assert.match(heatmap(builder.record)[2]!, / ▄{4} 3\.61e-422$/)
  })

  it('shows the steps before a break, apart from the epochs', () => {
    const lines = heatmap(blowingUp())
    assert.match(lines[1]!, /step │ epoch init /)
    assert.ok(lines[1]!.includes(' 88'), 'the step in which it broke')
    assert.match(row(lines, 'hidden 1'), /×+│/)
  })

  it('has no line that is longer than the terminal is wide, and breaks no word, in any terminal', () => {
    const long = { ...vanishing(12, 30), name: 'a-name-of-no-less-than-forty-one-characters' }
    const layers = long.layers.map(layer => ({ ...layer, name: `layer ${'very '.repeat(9)}long ${layer.name}` }))
    const records = [{ ...long, layers }, exploding(), zeros(), regression(), oneHidden(), abyss(30, 200), blowingUp()]
    for (const record of records)
      for (const width of [24, 40, 80, 100, 200])
        for (const color of ['none', 'truecolor'] as const) {
          const lines = plainText(record, { ...options, width, color }).map(shown)
          for (const line of lines) assert.ok(line.length <= width, `${line.length} in ${width}: ${line}`)
          if (width >= 80) assert.ok(lines.join(' ').includes(`${record.name ?? record.data.name} — `))
        }
  })
})

describe('plainText(record)', () => {
  it('names the run, then its heatmap, then its curves, accuracy in per cent', () => {
    const lines = plainText(sampleBuilder(2).record, options)
    assert.match(lines[0]!, /^sample — .*spiral, 2 → 3 → 2 tanh/)
    assert.ok(lines.some(line => line.startsWith('Healthy: ')))
    assert.match(
      lines.slice(-2).join(' '),
      /^loss 0\.5 → 0\.5 · test loss 0\.5 → 0\.5 · accuracy 50 % → 50 % · test accuracy/
    )
  })

  it('says in which step a run broke', () =>
    assert.match(plainText(blowingUp(), options).join(' '), /Learning rate too large, diverged at step 88: /))
})
