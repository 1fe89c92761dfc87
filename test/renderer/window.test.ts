import assert from 'node:assert/strict'
import path from 'node:path'
import { screenshot } from '../workbench/page'
import { exploding, vanishing } from '../unit/renderer/records'
import { blowingUp } from '../unit/renderer/stepRecords'
import { Bench, PICTURES, cell, figure, stored } from './support'

const TEN_LINES = `name: deep-sigmoid
dataset: spiral
hidden_layers: {depth: 10, units: 32}
activation: sigmoid
initializer: xavier
optimizer: {name: sgd, learning_rate: 0.1}
batch_size: 32
epochs: 30
seed: 42
precision: float32`

/** The labels of the heatmap's columns, px. */
const LABELS = 20

/** What a person sees without scrolling, in a real VS Code. */
describe('a window of 900 px', function () {
  this.timeout(180_000)
  const bench = new Bench()

  const CASES = [
    ['vanishing', vanishing(10, 30), 1000],
    ['exploding', exploding(), 1000],
    ['blowing-up', blowingUp(), 1900]
  ] as const

  for (const [name, record, width] of CASES)
    it(`has room for a cell of ten lines, its verdict and its heatmap: ${name}, ${width} px wide`, async () => {
      const size = { width, height: 900 }
      const page = await bench.open([cell('aaaa', TEN_LINES, stored(record))], {}, size)
      const { canvas, chart, run, output } = figure(page)
      await page.keyboard.press('ControlOrMeta+B')
      await canvas.waitFor()
      const editor = (await page.locator('.notebookOverlay .cell-editor-part').first().boundingBox())!
      const verdict = (await run.locator('.gradnb-verdict').boundingBox())!
      const box = (await chart.boundingBox())!
      assert.ok(editor.y > 0 && verdict.y > editor.y && box.y > verdict.y)
      await page.mouse.move(box.x + box.width * 0.3, box.y + Math.min(box.height, 868 - box.y) * 0.6)
      const lines = output.locator('.gradnb-mark-line')
      await lines.first().waitFor()
      const ends = await Promise.all((await lines.all()).map(async line => (await line.boundingBox())!))
      const end = Math.max(...ends.map(({ y, height }) => y + height)) + LABELS
      await screenshot(page, path.join(PICTURES, 'window', `${name}-${width}.png`))
      const bottom = (await page.locator('.part.statusbar').boundingBox())!.y
      assert.ok(end <= bottom, `the heatmap ends at ${Math.round(end)} px of ${Math.round(bottom)}`)
    })
})
