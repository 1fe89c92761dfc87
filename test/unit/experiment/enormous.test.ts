import assert from 'node:assert/strict'
import { parseCell } from '../../../src/experiment'

const TERA = '1000000000000'
const list = (size: number, from = 0) => Array.from({ length: size }, (_, i) => i + from).join(', ')

/** Cells that ask for 10¹² of something, each in another way. */
const ENORMOUS: Readonly<Record<string, string | readonly string[]>> = {
  'a layer’s width': `hidden_layers: [${TERA}]`,
  'a depth': `hidden_layers: {depth: ${TERA}, units: 1}`,
  'depth and width together': 'hidden_layers: {depth: 10000, units: 100000}',
  'two wide layers': 'hidden_layers: [100000, 100000]',
  epochs: `epochs: ${TERA}`,
  'epochs and layers together': 'hidden_layers: {depth: 1000, units: 1}\nepochs: 99999',
  'samples of a generator': `dataset: {name: spiral, samples: ${TERA}}`,
  seeds: `seeds: ${TERA}`,
  'the product of a sweep': `sweep: {parameters: {${['epochs', 'seed', 'batch_size', 'optimizer.lr', 'l1', 'l2'].map(key => `${key}: [${list(100, 1)}]`).join(', ')}}}`,
  'runs of a random sweep': `sweep: {method: random, run_cap: ${TERA}, parameters: {seed: {min: 0, max: 9}}}`,
  'variants times a sweep times seeds': `variants: {${Array.from({ length: 100 }, (_, i) => `v${i}: {epochs: ${i + 1}}`).join(', ')}}\nsweep: {parameters: {batch_size: [${list(1000, 1)}]}}\nseeds: 10000000`,
  'a width that a sweep brings': `sweep: {parameters: {hidden_layers.units: [8, 100000], hidden_layers.depth: [2, 10000]}}`,
  'a width that a variant brings': `variants: {a: {epochs: 1}, b: {hidden_layers: [${TERA}]}}`,
  'a width that an extended cell brings': [
    'name: base\nhidden_layers: {depth: 2, units: 100}',
    'extends: base\nhidden_layers: {depth: 10000, units: 100000}'
  ],
  'seeds on top of an extended sweep': [
    `name: base\nsweep: {parameters: {batch_size: [${list(1000, 1)}]}}`,
    `extends: base\nseeds: ${TERA}`
  ],
  'a confusion of powers': 'hidden_layers: [1e12]',
  'numbers beyond any': 'hidden_layers: [1e400]\nepochs: 9e999'
}

describe('a cell that asks for 10¹²', () => {
  for (const [way, cells] of Object.entries(ENORMOUS))
    it(`is refused in no time, by ${way}`, () => {
      const texts = typeof cells === 'string' ? [cells] : cells
      const start = process.cpuUsage()
      const result = parseCell(texts.at(-1)!, { cells: texts })
      const seconds = process.cpuUsage(start).user / 1e6
      assert.equal(result.ok, false)
      assert.ok(seconds < 2, `took ${seconds} s`)
      if (result.ok) return
      const reasons: readonly string[] = ['limit', 'out-of-range', 'wrong-type']
      for (const { code, message } of result.problems)
        assert.ok(reasons.includes(code) && message.length < 500, message)
    })

  it('by a chain of cells that each extend the last', () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `name: c${i}\n${i === 0 ? 'epochs: 2' : `extends: c${i - 1}`}\nvariants: {a: {epochs: 3}, b: {epochs: 4}}`) // prettier-ignore
    const start = process.cpuUsage()
    const result = parseCell(chain.at(-1)!, { cells: chain })
    assert.ok(process.cpuUsage(start).user / 1e6 < 5)
    if (result.ok && result.cell.kind === 'sweep') assert.ok(result.cell.expansion.count <= 10_000)
  })
})
