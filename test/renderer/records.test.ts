import assert from 'node:assert/strict'
import path from 'node:path'
import { encodeRecord, type JsonObject, type RunRecord } from '../../src/record'
import { screenshot } from '../workbench/page'
import { PLAIN } from '../unit/record/sampleDecisions'
import { abyss, healthy } from '../unit/renderer/records'
import { Bench, PICTURES, cell, expand, figure, pixels, stored, until } from './support'

/** Records as they come from files: long, old, damaged and hostile ones, in a real VS Code. */
describe('a record from a file', function () {
  this.timeout(180_000)
  const bench = new Bench()

  it('of 100 layers and 1,000 epochs is drawn, and zooms by wheel, drag and keys', async () => {
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(abyss(100, 1000)))])
    const { canvas, chart } = figure(page)
    await canvas.waitFor()
    const took = await chart.evaluate(() => performance.getEntriesByName('gradnb first picture')[0]!.duration)
    console.log(`      first picture of 100 × 1,000 after ${Math.round(took)} ms`)
    await screenshot(page, path.join(PICTURES, 'large.png'))
    const whole = await pixels(canvas)
    const box = (await chart.boundingBox())!
    const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.4]
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    for (let notch = 0; notch < 4; notch++) await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await until(async () => (await pixels(canvas)) !== whole)
    const near = await pixels(canvas)
    await page.mouse.down()
    await page.mouse.move(x - 120, y, { steps: 6 })
    await page.mouse.up()
    await until(async () => (await pixels(canvas)) !== near)
    await screenshot(page, path.join(PICTURES, 'large-near.png'))
    assert.equal((await chart.boundingBox())!.y, box.y, 'the notebook scrolled')
  })

  it('leaves plain scrolling to the notebook', async () => {
    const page = await bench.open([
      cell('aaaa', 'epochs: 1', stored({ ...encodeRecord(healthy()), name: 'topmost' })),
      ...['bbbb', 'cccc'].map(id => cell(id, 'epochs: 1', stored(healthy())))
    ])
    const { canvas, chart } = figure(page, 'topmost')
    await canvas.waitFor()
    const box = (await chart.boundingBox())!
    await page.mouse.move(box.x + 300, box.y + 150)
    await page.mouse.wheel(0, 200)
    await until(async () => (await chart.boundingBox())!.y < box.y - 20)
  })

  it('of version 1 is drawn', async () => {
    const { quantities, frames: _, subject: __, ...record } = encodeRecord(healthy())
    const { underflow_fraction: ___, overflow_fraction: ____, ...old } = quantities as JsonObject
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored({ ...record, version: 1, quantities: old }))])
    const { canvas, readout } = figure(page)
    await canvas.waitFor()
    await expand(readout.locator('.gradnb-more'))
    await until(async () => /zero in float32\s+–/.test(await readout.innerText()))
  })

  it('tells below its headline what was made of a file', async () => {
    const { data } = healthy()
    const record: RunRecord = { ...healthy(), data: { ...data, decisions: { ...PLAIN, targetSize: 2e5 } } }
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(record))])
    const { canvas, run } = figure(page)
    await canvas.waitFor()
    const lines = await run.locator('.gradnb-headline .gradnb-data').allInnerTexts()
    assert.deepEqual(lines[0], 'classification of kind (3 different texts) from a and b')
    assert.match(lines[1]!, /^The targets are of size 200,000/)
  })

  it('shows its texts as text, and what is wrong where it is damaged', async () => {
    const attack = '<img src=x onerror="document.body.dataset.hit=1">'
    const record = encodeRecord(healthy())
    const hostile = {
      ...record,
      name: attack,
      layers: (record['layers'] as JsonObject[]).map(layer => ({ ...layer, name: attack, activation: attack })),
      experiment: { activation: attack, initializer: attack, optimizer: attack }
    }
    const broken = { ...record, quantities: { ...(record['quantities'] as JsonObject), z_q50: ['AAAA'] } }
    const page = await bench.open([
      cell('bbbb', 'epochs: 1', stored({ ...record, columns: 7 })),
      cell('cccc', 'epochs: 1', stored(broken)),
      cell('dddd', 'epochs: 1', stored({ version: 99 })),
      cell('aaaa', 'epochs: 1', stored(hostile), { figure: { quantity: attack, beside: attack } })
    ])
    const { output, canvas, chart, run } = figure(page, attack)
    await canvas.waitFor()
    assert.equal(await run.locator('.gradnb-headline .gradnb-title').innerText(), attack)
    await chart.focus()
    await page.keyboard.press('ArrowDown')
    await run.getByRole('button', { name: 'Data', exact: true }).press('Enter')
    assert.equal(await output.locator('.gradnb-run img').count(), 0)
    assert.equal(await output.locator('body').getAttribute('data-hit'), null)
    await run.getByRole('button', { name: 'Data', exact: true }).press('Enter')
    const problems = output.locator('.gradnb-error:visible')
    await until(async () => (await problems.count()) === 3)
    const texts = (await problems.allInnerTexts()).sort()
    assert.match(texts[0]!, /damaged record: curves\.loss/)
    assert.match(texts[1]!, /damaged record: quantities\.z_q50/)
    assert.match(texts[2]!, /a newer gradnb wrote this/)
    await screenshot(page, path.join(PICTURES, 'damaged.png'))
  })
})
