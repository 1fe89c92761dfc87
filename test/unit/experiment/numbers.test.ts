import assert from 'node:assert/strict'
import { parseExperiment } from '../../../src/experiment'
import { problems } from './told'

/** What is written, and the one value that it certainly means; null where none is certain. */
const RATES: readonly (readonly [string, string | null])[] = [
  ['0,01', '0.01'],
  ['0,3', '0.3'],
  ['0,001', '0.001'],
  ['1,5', '1.5'],
  ['12,75', '12.75'],
  ['1234,567', '1234.567'],
  ['1,5e-3', '1.5e-3'],
  ['"0.1"', '0.1'],
  ['"1e-3"', '1e-3'],
  ['0.1,', '0.1'],
  ['2k', '2000'],
  ['1.5k', '1500'],
  ['50%', '0.5'],
  ['7 %', '0.07'],
  ['0,5 %', '0.005'],
  ['1/2', '0.5'],
  ['½', '0.5'],
  ['10_000', '10000'],
  ['0.000_1', '0.0001'],
  ['10 000', '10000'],
  ["1'000", '1000'],
  ['1,000,000', '1000000'],
  ['1,000.5', '1000.5'],
  ['1.000,5', '1000.5'],
  ['1.000.000', '1000000'],
  ['−0.1', '-0.1'],
  ['1e−3', '1e-3'],
  ['０．１', '0.1'],
  ['１２', '12'],
  ['١٢', '12'],
  ['٠٫١', '0.1'],
  ['०.५', '0.5'],
  ['1,000', null],
  ['123,456', null],
  ['1/3', null],
  ['1½', null],
  ['~0.1', null],
  ['0.1.', null],
  ['0.1.5', null],
  ['1e', null],
  ['1e-3x', null],
  ['.5e-3f', null],
  ['0.1f', null],
  ['1__0', null],
  ['1,2,3', null],
  ['1,00,000', null],
  ['1 2', null],
  ['01,000', '01.000'],
  ['3 layers', null],
  ['1M', null],
  ['$5', null],
  ['#5x'.slice(1), null],
  ['ten', null],
  ['1e3k', null],
  ['1..5', null],
  ['--5', null],
  ['0x', null],
  ['0,1 - 0,2', null],
  ['0.1 (or 0.2)', null],
  ['10⁻³', null]
]

/** The same for a whole number, a list's entry, seconds, and for what counts something. */
const OTHERS: readonly (readonly [string, string | null])[] = [
  ['epochs: 2k', '2000'],
  ['epochs: 30 epochs', '30'],
  ['epochs: "30"', '30'],
  ['epochs: 1,500', '1500'],
  ['epochs: 1,000', null],
  ['epochs: 0,5', null],
  ['epochs: 50%', null],
  ['epochs: 2.5', null],
  ['epochs: 3 layers', null],
  ['epochs: ten', null],
  ['epochs: 3 4', null],
  ['epochs: .inf', null],
  ['dataset: {name: spiral, samples: 1M}', '1000000'],
  ['dataset: {name: spiral, samples: 512 points}', '512'],
  ['hidden_layers: {depth: 3 layers, units: 8}', '3'],
  ['hidden_layers: [16 16]', '16, 16'],
  ['hidden_layers: [16 units, 8]', '16'],
  ['hidden_layers: [10 000]', null],
  ['hidden_layers: [128 256]', null],
  ['hidden_layers: [2.5]', null],
  ['hidden_layers: 16, 16', '[16, 16]'],
  ['hidden_layers: (16, 8)', '[16, 8]'],
  ['hidden_layers: 16 8', '[16, 8]'],
  ['hidden_layers: 1,000', null],
  ['hidden_layers: 64,128', null],
  ['hidden_layers: 32x10', null],
  ['hidden_layers: 16', null],
  ['stop: {after_seconds: 60s}', '60'],
  ['stop: {after_seconds: 2 min}', '120'],
  ['stop: {after_seconds: 1.5 h}', '5400'],
  ['stop: {after_seconds: 2m}', null],
  ['dataset: {csv: 05, target: y}', '"05"'],
  ['dataset: {csv: 1.0, target: y}', '"1.0"'],
  ['dataset: {csv: a, target: true}', '"true"'],
  ['shuffle: yes', 'true'],
  ['shuffle: maybe', null]
]

const suggested = (text: string): string | null => problems(text)[0]!.suggestion ?? null

describe('a value that is suggested', () => {
  for (const [written, meant] of RATES)
    it(`for the number ${written} is ${meant ?? 'none'}`, () => {
      assert.equal(suggested(`optimizer:\n  name: sgd\n  learning_rate: ${written}`), meant)
    })

  for (const [text, meant] of OTHERS)
    it(`for ${text} is ${meant ?? 'none'}`, () => {
      assert.equal(suggested(text), meant)
    })

  it('takes the place of both sides of a comma within braces', () => {
    const mended = (text: string) => {
      const { start, end, suggestion } = problems(text)[0]!
      return text.slice(0, start) + String(suggestion) + text.slice(end)
    }
    assert.equal(
      mended('optimizer: {name: sgd, lr: 0,01, momentum: 0.9}'),
      'optimizer: {name: sgd, lr: 0.01, momentum: 0.9}'
    )
    assert.equal(mended('dataset: {name: spiral, noise: 0,3}'), 'dataset: {name: spiral, noise: 0.3}')
    assert.equal(suggested('dataset: {name: spiral, samples: 1,000}'), null)
  })

  it('is a number that a cell takes', () => {
    for (const [written, meant] of RATES) {
      if (meant === null || meant.startsWith('-')) continue
      const result = parseExperiment(`optimizer: {name: sgd, learning_rate: ${meant}}`)
      assert.ok(result.ok, written)
      assert.equal(result.experiment.optimizer.learning_rate, Number(meant))
    }
  })

  it('is named in two ways where it may be either', () => {
    assert.equal(
      problems('optimizer:\n  name: sgd\n  learning_rate: 1,000')[0]!.message,
      'optimizer.learning_rate must be a number, not "1,000"; write 1000 or 1.000, whichever you mean'
    )
  })
})
